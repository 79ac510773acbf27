using System.Globalization;
using Mlj.OpenXml;

namespace Mlj.Sources.Xlsx;

/// <summary>Reads which number format each style of a cell has.</summary>
internal static class StylesPart
{
    /// <summary>The formats by the number of the style that a cell names; empty without styles.</summary>
    public static CellFormat[] Read(PackageReader package, string? part, bool is1904)
    {
        if (part is null)
            return [];
        var codes = new Dictionary<int, string>();
        var known = new Dictionary<int, CellFormat>();
        var formats = new List<CellFormat>();
        var isInCellStyles = false;
        using var xml = package.OpenXml(part);
        while (xml.Read())
        {
            // The other list of <xf> holds named styles, which cells do not point at.
            if (xml.IsElement("cellXfs") || xml.IsElement("cellStyleXfs"))
                isInCellStyles = xml.LocalName == "cellXfs";
            else if (xml.IsElement("numFmt") && Number(xml.Attribute("numFmtId")) is { } defined)
                codes[defined] = xml.Attribute("formatCode") ?? "";
            else if (isInCellStyles && xml.IsElement("xf"))
            {
                var id = Number(xml.Attribute("numFmtId")) ?? 0;
                if (!known.TryGetValue(id, out var format))
                    known[id] = format = NumberFormatCode.Read(id, codes.GetValueOrDefault(id), is1904);
                formats.Add(format);
            }
        }
        return [.. formats];
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
