using System.Globalization;
using Mlj.Values;

namespace Mlj.Exports.Xlsx;

/// <summary>The notes of a sheet: their texts, and the boxes that show them, which spreadsheet programs still draw by VML.</summary>
internal static class NotesPart
{
    private const int ShapesOfASheet = 1024;
    private const int WidthInColumns = 3;
    private const int CharactersOfALine = 34;

    /// <summary>The most notes of a sheet; further ones are left out.</summary>
    public const int Most = 1000;

    public static void WriteTexts(XmlOutput xml, SheetPart sheet, string author)
    {
        xml.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"u8)
            .Raw("<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors><author>"u8).Text(author)
            .Raw("</author></authors><commentList>"u8);
        foreach (var (row, column, text) in sheet.Notes.Take(Most))
            xml.Raw("<comment ref=\""u8).Attribute(string.Create(CultureInfo.InvariantCulture, $"{Place.ColumnLetters(column + 1)}{row + 1}"))
                .Raw("\" authorId=\"0\"><text><r><rPr><sz val=\"9\"/><color indexed=\"81\"/><rFont val=\"Tahoma\"/><family val=\"2\"/></rPr><t xml:space=\"preserve\">"u8)
                .Text(text.Length <= SheetPart.MaxCharacters ? text : text[..SheetPart.MaxCharacters]).Raw("</t></r></text></comment>"u8);
        xml.Raw("</commentList></comments>"u8);
    }

    public static void WriteBoxes(XmlOutput xml, SheetPart sheet)
    {
        xml.Raw("<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "u8)
            .Raw("xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\""u8).Number(sheet.Number)
            .Raw("\"/></o:shapelayout><v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"u8)
            .Raw("<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>"u8);
        var shape = sheet.Number * ShapesOfASheet;
        foreach (var (row, column, text) in sheet.Notes.Take(Most))
            xml.Raw("<v:shape id=\"_x0000_s"u8).Number(++shape)
                .Raw("\" type=\"#_x0000_t202\" style=\"position:absolute;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">"u8)
                .Raw("<v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>"u8)
                .Raw("<v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>"u8)
                .Raw("<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>"u8)
                .PlainText(string.Create(CultureInfo.InvariantCulture, $"{column + 1}, 15, {row}, 2, {column + 1 + WidthInColumns}, 15, {row + 2 + TextWidth.Lines(text, CharactersOfALine)}, 4"))
                .Raw("</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>"u8).Number(row).Raw("</x:Row><x:Column>"u8).Number(column)
                .Raw("</x:Column></x:ClientData></v:shape>"u8);
        xml.Raw("</xml>"u8);
    }
}
