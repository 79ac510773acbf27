using System.Globalization;

namespace Mlj.Exports.Xlsx;

/// <summary>How cells of one sort look; a named style of the workbook.</summary>
/// <param name="Name">The style's name in the spreadsheet program.</param>
/// <param name="Fill">The background as RRGGBB; null for none.</param>
internal sealed record CellLook(string Name, string? Fill = null)
{
    private const double ReadableContrast = 4.5;
    private const string White = "FFFFFF";
    private const string Black = "000000";

    private static readonly CellLook[] Tests =
    [
        .. Numbered(1, "FFFFFF", "87CEEB", "FFFF00", "FFFACD", "FF0000", "90EE90", "F08080", "F0E68C", "DDA0DD", "00FFFF"),
        .. Numbered(11, "B0C4DE", "20B2AA", "FFDAB9", "E6E6FA", "FFB6C1", "DEB887", "8FBC8F", "FFFFE0", "FFA07A", "D3D3D3"),
    ];

    /// <summary>The program's own default, which every workbook has.</summary>
    public static CellLook Normal { get; } = new("Normal") { Border = false };

    /// <summary>The row with the columns' names.</summary>
    public static CellLook Heading { get; } = new("Result heading", "1F4E78") { Bold = true, Centred = true };

    /// <summary>The headline of a sheet.</summary>
    public static CellLook Title { get; } = new("Result title") { Bold = true, Border = false, Size = 16 };

    /// <summary>The line above a section.</summary>
    public static CellLook Section { get; } = new("Result section") { Bold = true, Border = false, Size = 13 };

    /// <summary>Cells of no particular role.</summary>
    public static CellLook Plain { get; } = new("Result");

    /// <summary>Scores that the policy gives beside the tests.</summary>
    public static CellLook Assignment { get; } = new("Result assignment", "C6EFCE");

    /// <summary>The result over all tests.</summary>
    public static CellLook Average { get; } = new("Result average", "FFF2CC") { Bold = true };

    /// <summary>A verdict that is neither passed nor failed.</summary>
    public static CellLook Verdict { get; } = new("Result verdict") { Centred = true };

    /// <summary>The verdict passed.</summary>
    public static CellLook Passed { get; } = new("Result passed", "2E7D32") { Bold = true, Centred = true };

    /// <summary>The verdict failed.</summary>
    public static CellLook Failed { get; } = new("Result failed", "B71C1C") { Bold = true, Centred = true };

    /// <summary>All looks that cells can have.</summary>
    public static IEnumerable<CellLook> All => [Normal, Heading, Title, Section, Plain, Assignment, Average, Verdict, Passed, Failed, .. Tests];

    /// <summary>The font's size in points; 11 by default.</summary>
    public int Size { get; init; } = 11;

    /// <summary>Whether the font is bold.</summary>
    public bool Bold { get; init; }

    /// <summary>Whether the text stands in the middle of the cell.</summary>
    public bool Centred { get; init; }

    /// <summary>Whether the cell has thin lines around it, which a fill would otherwise hide.</summary>
    public bool Border { get; init; } = true;

    /// <summary>The font's colour as RRGGBB: white where that can be read on the fill, otherwise black.</summary>
    public string Ink => Fill is not null && Contrast(White, Fill) >= ReadableContrast ? White : Black;

    /// <summary>The look of a test's scores: twenty colours, of which the second ten come round again from test 21 on.</summary>
    /// <param name="number">The test's number, from 1.</param>
    public static CellLook ForTest(int number) => Tests[number <= 10 ? number - 1 : 10 + (number - 11) % 10];

    /// <summary>The look that a verdict's words ask for.</summary>
    public static CellLook ForVerdict(ReadOnlySpan<char> words)
    {
        words = words.Trim();
        return words.Equals("PASS", StringComparison.OrdinalIgnoreCase) || words.Equals("PASSED", StringComparison.OrdinalIgnoreCase) ? Passed
            : words.Equals("FAIL", StringComparison.OrdinalIgnoreCase) || words.Equals("FAILED", StringComparison.OrdinalIgnoreCase) ? Failed
            : Verdict;
    }

    /// <summary>The contrast of two colours (RRGGBB) as WCAG 2 counts it, 1 to 21.</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) => 0.2126 * Channel(colour, 0) + 0.7152 * Channel(colour, 2) + 0.0722 * Channel(colour, 4);

    private static double Channel(string colour, int start)
    {
        var share = byte.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private static IEnumerable<CellLook> Numbered(int first, params string[] fills) =>
        fills.Select((fill, index) => new CellLook(string.Create(CultureInfo.InvariantCulture, $"Result test {first + index}"), fill));
}
