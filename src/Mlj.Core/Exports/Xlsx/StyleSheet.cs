namespace Mlj.Exports.Xlsx;

/// <summary>Collects the formats of a workbook's cells while its sheets are written, then writes the part that explains them.</summary>
internal sealed class StyleSheet
{
    private const int FirstOwnNumberFormat = 164;

    /// <summary>The looks that conditions give to cells, by the number that the conditions know them by.</summary>
    public static readonly CellLook[] Conditional = [CellLook.Passed, CellLook.Failed, CellLook.Verdict];

    private readonly List<CellFormat> _formats = [];
    private readonly Dictionary<CellFormat, int> _indexes = [];

    public StyleSheet() => IndexOf(new CellFormat(CellLook.Normal));

    /// <summary>The index by which cells name the format; a new one is taken in.</summary>
    public int IndexOf(CellFormat format)
    {
        if (_indexes.TryGetValue(format, out var index))
            return index;
        _indexes.Add(format, _formats.Count);
        _formats.Add(format);
        return _formats.Count - 1;
    }

    public void Write(XmlOutput xml)
    {
        List<CellLook> looks = [.. _formats.Select(format => format.Look).Distinct()];
        List<string> numberFormats = [.. _formats.Select(format => format.NumberFormat).Distinct().Where(code => BuiltIn(code) is null)];
        List<Font> fonts = [.. looks.Select(FontOf).Distinct()];
        List<string> fills = [.. looks.Select(look => look.Fill).OfType<string>().Distinct()];

        xml.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"u8)
            .Raw("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"u8);
        if (numberFormats.Count > 0)
        {
            xml.Raw("<numFmts count=\""u8).Number(numberFormats.Count).Raw("\">"u8);
            for (var index = 0; index < numberFormats.Count; index++)
                xml.Raw("<numFmt numFmtId=\""u8).Number(FirstOwnNumberFormat + index).Raw("\" formatCode=\""u8).Attribute(numberFormats[index]).Raw("\"/>"u8);
            xml.Raw("</numFmts>"u8);
        }

        xml.Raw("<fonts count=\""u8).Number(fonts.Count).Raw("\">"u8);
        foreach (var (ink, bold, size) in fonts)
            xml.Raw(bold ? "<font><b/>"u8 : "<font>"u8).Raw("<sz val=\""u8).Number(size).Raw("\"/><color rgb=\"FF"u8).Attribute(ink).Raw("\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"u8);
        xml.Raw("</fonts>"u8);

        // The first two fills are the program's own, whatever the file says.
        xml.Raw("<fills count=\""u8).Number(fills.Count + 2)
            .Raw("\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"u8);
        foreach (var fill in fills)
            xml.Raw("<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF"u8).Attribute(fill).Raw("\"/><bgColor indexed=\"64\"/></patternFill></fill>"u8);
        xml.Raw("</fills>"u8);

        xml.Raw("<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>"u8)
            .Raw("<left style=\"thin\"><color rgb=\"FFBFBFBF\"/></left><right style=\"thin\"><color rgb=\"FFBFBFBF\"/></right>"u8)
            .Raw("<top style=\"thin\"><color rgb=\"FFBFBFBF\"/></top><bottom style=\"thin\"><color rgb=\"FFBFBFBF\"/></bottom>"u8)
            .Raw("<diagonal/></border></borders>"u8);

        xml.Raw("<cellStyleXfs count=\""u8).Number(looks.Count).Raw("\">"u8);
        foreach (var look in looks)
            WriteFormat(new CellFormat(look), named: null);
        xml.Raw("</cellStyleXfs><cellXfs count=\""u8).Number(_formats.Count).Raw("\">"u8);
        foreach (var format in _formats)
            WriteFormat(format, looks.IndexOf(format.Look));
        xml.Raw("</cellXfs><cellStyles count=\""u8).Number(looks.Count).Raw("\">"u8);
        for (var index = 0; index < looks.Count; index++)
        {
            xml.Raw("<cellStyle name=\""u8).Attribute(looks[index].Name).Raw("\" xfId=\""u8).Number(index);
            xml.Raw(index == 0 ? "\" builtinId=\"0\"/>"u8 : "\"/>"u8);
        }
        xml.Raw("</cellStyles><dxfs count=\""u8).Number(Conditional.Length).Raw("\">"u8);
        foreach (var look in Conditional)
            xml.Raw(look.Bold ? "<dxf><font><b/><color rgb=\"FF"u8 : "<dxf><font><b val=\"0\"/><color rgb=\"FF"u8).Attribute(look.Ink)
                .Raw("\"/></font><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF"u8).Attribute(look.Fill ?? "FFFFFF")
                .Raw("\"/><bgColor rgb=\"FF"u8).Attribute(look.Fill ?? "FFFFFF").Raw("\"/></patternFill></fill></dxf>"u8);
        xml.Raw("</dxfs></styleSheet>"u8);

        void WriteFormat(CellFormat format, int? named)
        {
            var look = format.Look;
            xml.Raw("<xf numFmtId=\""u8).Number(BuiltIn(format.NumberFormat) ?? FirstOwnNumberFormat + numberFormats.IndexOf(format.NumberFormat))
                .Raw("\" fontId=\""u8).Number(fonts.IndexOf(FontOf(look)))
                .Raw("\" fillId=\""u8).Number(look.Fill is null ? 0 : 2 + fills.IndexOf(look.Fill))
                .Raw("\" borderId=\""u8).Number(look.Border ? 1 : 0);
            if (named is { } style)
                xml.Raw("\" xfId=\""u8).Number(style);
            if (look == CellLook.Normal)
            {
                xml.Raw("\"/>"u8);
                return;
            }
            xml.Raw("\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment"u8);
            if (look.Centred)
                xml.Raw(" horizontal=\"center\""u8);
            else if (format.IsForText && look.Border)
                xml.Raw(" horizontal=\"left\" indent=\"1\""u8);
            xml.Raw(look == CellLook.Heading ? " vertical=\"center\""u8 : " vertical=\"top\""u8);
            if (format.Wrap)
                xml.Raw(" wrapText=\"1\""u8);
            xml.Raw("/></xf>"u8);
        }
    }

    private static Font FontOf(CellLook look) => new(look.Ink, look.Bold, look.Size);

    private static int? BuiltIn(string code) => code switch
    {
        CellFormat.General => 0,
        "0" => 1,
        "0.00" => 2,
        CellFormat.Text => 49,
        _ => null,
    };

    private sealed record Font(string Ink, bool Bold, int Size);
}
