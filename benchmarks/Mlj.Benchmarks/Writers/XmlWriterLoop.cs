using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Benchmarks.Writers;

/// <summary>What one writes in an afternoon: ZipArchive and XmlWriter.</summary>
internal static class XmlWriterLoop
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Content = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static void Write(Table table, Stream file)
    {
        using var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        WritePart(package, "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Content}.sheet.main+xml\"/>"
            + $"<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{Content}.worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Content}.styles+xml\"/></Types>");
        WritePart(package, "_rels/.rels", $"<Relationships xmlns=\"{Links}\"><Relationship Id=\"rId1\" Type=\"{Types}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        WritePart(package, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Types}\"><sheets><sheet name=\"Results\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        WritePart(package, "xl/_rels/workbook.xml.rels",
            $"<Relationships xmlns=\"{Links}\"><Relationship Id=\"rId1\" Type=\"{Types}/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            + $"<Relationship Id=\"rId2\" Type=\"{Types}/styles\" Target=\"styles.xml\"/></Relationships>");
        WritePart(package, "xl/styles.xml", ColumnStyles.Xml);
        using var sheet = package.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Optimal).Open();
        using var xml = XmlWriter.Create(sheet, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        WriteSheet(xml, table);
    }

    private static void WriteSheet(XmlWriter xml, Table table)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData", Main);
        WriteRow(1, _ => ColumnStyles.Heading, index => Cell.Of(table.Columns[index].Name));
        for (var row = 0; row < table.RowCount; row++)
            WriteRow(row + 2, index => ColumnStyles.Heading + 1 + index, index => table[row, index]);
        xml.WriteEndElement();
        xml.WriteEndElement();

        void WriteRow(int number, Func<int, int> style, Func<int, Cell> cellOf)
        {
            xml.WriteStartElement("row", Main);
            xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
            for (var index = 0; index < table.Columns.Count; index++)
            {
                var cell = cellOf(index);
                xml.WriteStartElement("c", Main);
                xml.WriteAttributeString("r", string.Create(CultureInfo.InvariantCulture, $"{Place.ColumnLetters(index + 1)}{number}"));
                xml.WriteAttributeString("s", style(index).ToString(CultureInfo.InvariantCulture));
                if (cell.Number is { } value)
                {
                    xml.WriteElementString("v", Main, ((double)value).ToString(CultureInfo.InvariantCulture));
                }
                else
                {
                    xml.WriteAttributeString("t", "inlineStr");
                    xml.WriteStartElement("is", Main);
                    xml.WriteElementString("t", Main, cell.Text);
                    xml.WriteEndElement();
                }
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
    }

    private static void WritePart(ZipArchive package, string name, string content)
    {
        using var part = new StreamWriter(package.CreateEntry(name, CompressionLevel.Optimal).Open());
        part.Write(content);
    }
}
