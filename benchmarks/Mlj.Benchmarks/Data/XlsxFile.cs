using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Mlj.Benchmarks.Data;

/// <summary>Writes workbooks of one sheet, as the ones in <c>samples</c> are written. Not by the library that is measured.</summary>
internal static class XlsxFile
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Content = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] ToBytes(IEnumerable<object[]> rows, TextStore texts = TextStore.Inline)
    {
        using var file = new MemoryStream();
        Write(file, rows, texts);
        return file.ToArray();
    }

    public static void Write(Stream file, IEnumerable<object[]> rows, TextStore texts = TextStore.Inline)
    {
        using var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        WritePart(package, "[Content_Types].xml",
            $"{Declaration}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Content}.sheet.main+xml\"/>"
            + $"<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{Content}.worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Content}.styles+xml\"/>"
            + (texts == TextStore.Shared ? $"<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{Content}.sharedStrings+xml\"/>" : "") + "</Types>");
        WritePart(package, "_rels/.rels",
            $"{Declaration}<Relationships xmlns=\"{Links}\"><Relationship Id=\"rId1\" Type=\"{Types}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        WritePart(package, "xl/workbook.xml",
            $"{Declaration}<workbook xmlns=\"{Main}\" xmlns:r=\"{Types}\"><sheets><sheet name=\"Responses\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        WritePart(package, "xl/_rels/workbook.xml.rels",
            $"{Declaration}<Relationships xmlns=\"{Links}\"><Relationship Id=\"rId1\" Type=\"{Types}/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            + $"<Relationship Id=\"rId2\" Type=\"{Types}/styles\" Target=\"styles.xml\"/>"
            + (texts == TextStore.Shared ? $"<Relationship Id=\"rId3\" Type=\"{Types}/sharedStrings\" Target=\"sharedStrings.xml\"/>" : "") + "</Relationships>");
        WritePart(package, "xl/styles.xml",
            $"{Declaration}<styleSheet xmlns=\"{Main}\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs></styleSheet>");
        var shared = texts == TextStore.Shared ? new Dictionary<string, int>(StringComparer.Ordinal) : null;
        using (var sheet = OpenPart(package, "xl/worksheets/sheet1.xml"))
            WriteSheet(sheet, rows, shared);
        if (shared is null)
            return;
        using var list = OpenPart(package, "xl/sharedStrings.xml");
        list.Write($"{Declaration}<sst xmlns=\"{Main}\" uniqueCount=\"{shared.Count}\">");
        foreach (var text in shared.Keys)
        {
            list.Write("<si>");
            WriteText(list, text);
            list.Write("</si>");
        }
        list.Write("</sst>");
    }

    private static void WriteSheet(StreamWriter xml, IEnumerable<object[]> rows, Dictionary<string, int>? shared)
    {
        xml.Write($"{Declaration}<worksheet xmlns=\"{Main}\"><sheetData>");
        var row = 0;
        foreach (var cells in rows)
        {
            row++;
            xml.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{row}\">"));
            for (var column = 1; column <= cells.Length; column++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{Values.Place.ColumnLetters(column)}{row}");
                if (cells[column - 1] is double number)
                {
                    xml.Write(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{name}\"><v>{number:R}</v></c>"));
                    continue;
                }
                var text = (string)cells[column - 1];
                if (shared is null)
                {
                    xml.Write($"<c r=\"{name}\" t=\"inlineStr\"><is>");
                    WriteText(xml, text);
                    xml.Write("</is></c>");
                    continue;
                }
                if (!shared.TryGetValue(text, out var index))
                    shared.Add(text, index = shared.Count);
                xml.Write(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{name}\" t=\"s\"><v>{index}</v></c>"));
            }
            xml.Write("</row>");
        }
        xml.Write("</sheetData></worksheet>");
    }

    private static void WriteText(StreamWriter xml, string text)
    {
        xml.Write(text.StartsWith(' ') || text.EndsWith(' ') ? "<t xml:space=\"preserve\">" : "<t>");
        xml.Write(text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal));
        xml.Write("</t>");
    }

    private static void WritePart(ZipArchive package, string name, string content)
    {
        using var part = OpenPart(package, name);
        part.Write(content);
    }

    private static StreamWriter OpenPart(ZipArchive package, string name)
    {
        var entry = package.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        return new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
    }
}
