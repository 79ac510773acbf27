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
        var ids = new List<int>();
        var isInCellStyles = false;
        using var xml = package.OpenXml(part);
        while (xml.Read())
        {
            // The other list of <xf> holds named styles, which cells do not point at.
            if (xml.IsElement("cellXfs") || xml.IsElement("cellStyleXfs"))
                isInCellStyles = xml.LocalName == "cellXfs";
            // Those of conditional formats stand deeper, and mean no style.
            else if (xml.Depth == 2 && xml.IsElement("numFmt") && Number(xml.Attribute("numFmtId")) is { } defined)
                codes[defined] = xml.Attribute("formatCode") ?? "";
            else if (isInCellStyles && xml.IsElement("xf"))
                ids.Add(Number(xml.Attribute("numFmtId")) ?? 0);
        }
        // Some tools write the codes behind the styles that name them.
        var known = new Dictionary<int, CellFormat>();
        var formats = new CellFormat[ids.Count];
        for (var style = 0; style < formats.Length; style++)
        {
            var id = ids[style];
            if (!known.TryGetValue(id, out var format))
            {
                format = NumberFormatCode.Read(id, codes.GetValueOrDefault(id), is1904);
                // Any number may be named that nothing defines; those are not worth keeping.
                if (!ReferenceEquals(format, CellFormat.General))
                    known[id] = format;
            }
            formats[style] = format;
        }
        return formats;
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
