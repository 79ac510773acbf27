using System.Text.RegularExpressions;
using Mlj.Sources;

namespace Mlj.Recognition;

/// <summary>Knows what this program itself has written. Handed in as a test, it would count everybody's results once more.</summary>
internal static partial class OwnResults
{
    /// <summary>The sheet on which a workbook of results says what made it.</summary>
    public const string AboutSheet = "About";

    /// <summary>What stands before the program's name there.</summary>
    public const string MadeWith = "Made with";

    /// <summary>The program's name there; its version follows.</summary>
    public const string Program = "MLJ results compiler";

    private const int FirstRows = 5;

    // A mean, a verdict and the score of a test: together nobody else heads columns so.
    private static readonly string[] Computed = ["Final Average", "Status"];

    /// <summary>Whether the workbook says of itself that this program wrote it, as it still does when it was saved by another.</summary>
    public static bool Is(ISourceBook book)
    {
        for (var index = 0; index < book.Sheets.Count; index++)
            if (string.Equals(book.Sheets[index].Name, AboutSheet, StringComparison.OrdinalIgnoreCase) && SaysSo(book, index))
                return true;
        return false;
    }

    /// <summary>The columns by which a sheet looks like results that this program wrote; none when it does not.</summary>
    public static IReadOnlyList<string> ColumnsOf(SheetLayout layout)
    {
        var headings = layout.Columns.Select(column => column.Heading.Trim()).ToList();
        return headings.Find(heading => TestScore().IsMatch(heading)) is { } test && Computed.All(name => headings.Contains(name, StringComparer.OrdinalIgnoreCase))
            ? [test, .. Computed]
            : [];
    }

    private static bool SaysSo(ISourceBook book, int index)
    {
        using var sheet = book.OpenSheet(index);
        for (var row = 0; row < FirstRows && sheet.Read(); row++)
            for (var cell = 0; cell + 1 < sheet.Row.Count; cell++)
                if (sheet.Row[cell].GetText() == MadeWith && sheet.Row[cell + 1].GetText().StartsWith(Program, StringComparison.Ordinal))
                    return true;
        return false;
    }

    [GeneratedRegex(@"\ATest \d{1,3} Score\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TestScore();
}
