using System.Globalization;
using System.Text;

namespace Mlj.Benchmarks.Writers;

/// <summary>The rivals' styles: a heading and one for every column, with a fill, thin borders and the numbers' format.</summary>
internal static class ColumnStyles
{
    /// <summary>The colours behind the columns, as RRGGBB.</summary>
    public static IReadOnlyList<string> Fills { get; } =
        ["F2F2F2", "F2F2F3", "FFFFFE", "87CEEB", "FFFF00", "FFFACD", "FF0000", "90EE90", "F2F2F4", "C6EFCE", "FFF2CC", "2E7D32"];

    /// <summary>The colour behind the heading.</summary>
    public const string HeadingFill = "1F4E78";

    /// <summary>The style of the heading; that of column 1 is the next one.</summary>
    public const int Heading = 1;

    /// <summary>The part <c>xl/styles.xml</c>.</summary>
    public static string Xml { get; } = Make();

    private static string Make()
    {
        string[] all = [HeadingFill, .. Fills];
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
            .Append("<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>")
            .Append(CultureInfo.InvariantCulture, $"<fills count=\"{all.Length + 2}\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>");
        foreach (var fill in all)
            xml.Append(CultureInfo.InvariantCulture, $"<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF{fill}\"/></patternFill></fill>");
        xml.Append("</fills><borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/>")
            .Append("<bottom style=\"thin\"/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>")
            .Append(CultureInfo.InvariantCulture, $"<cellXfs count=\"{all.Length + 1}\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>");
        for (var index = 0; index < all.Length; index++)
            xml.Append(CultureInfo.InvariantCulture, $"<xf numFmtId=\"2\" fontId=\"0\" fillId=\"{index + 2}\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"1\" applyFill=\"1\" applyBorder=\"1\"/>");
        return xml.Append("</cellXfs></styleSheet>").ToString();
    }
}
