using System.Globalization;
using System.Text;
using Mlj.OpenXml;
using Mlj.Sources;
using Mlj.Sources.Xlsx;
using Mlj.Testing.Workbooks;
using Mlj.Tests.OpenXml;
using Mlj.Values;

namespace Mlj.Tests.Sources.Xlsx;

/// <summary>
/// A cell is taken from the bytes directly where it is written as nearly all are and the window holds all of it; else it is read token by
/// token. Where the window ends must not matter: bytes that come one at a time are always read by token.
/// </summary>
public class XlsxSheetReaderTests
{
    private static readonly PackageLimits PackageLimits = new(10, 1 << 20, 1 << 20, 200, 64, 64, 64 << 10);

    private static readonly string[] References = ["", "", " r=\"{0}{1}\"", " r=\"{0}{1}\"", " r=\"{0}{1}\"", " r='{0}{1}'", " r=\"{0}9\"", " r=\"${0}${1}\"", " r=\"A{1}\"", " r=\"&#65;{1}\""];

    private static readonly string[] Attributes =
        ["", "", "", " s=\"1\"", " s=\"0\" t=\"n\"", " t=\"s\"", " s=\"1\" t=\"s\"", " t=\"s\" s=\"1\"", " t=\"b\"", " t=\"str\"", " t=\"e\"", " t=\"d\"", " t=\"inlineStr\"", " s=\"12345678\"", " s=\"99999999999\"", " t=\"?\"", " s=\"1\" s=\"1\"", " cm=\"1\""];

    private static readonly string[] Values =
        ["1", "0", "2", "3", "17", "-0.5", "0.583", "1234567.1234567", "12345678", "123456789012345", "0.58299999999999996", "1E-7", "1e999", ".", "-", "+1", "5.", "a &amp; b", "Zoë", "a_b", "a_x000A_b",
         "a\rb", "]]&gt;", "]>", "]]>", " x ", "😀 a text that is longer than one block of bytes, and even than two of them", "", "#N/A", "<!-- -->7", "<![CDATA[8]]>"];

    [Fact]
    public void Read_PiecesOfAnySize_GiveTheSame()
    {
        var chance = new Random(21);
        for (var round = 0; round < 300; round++)
        {
            var xml = Encoding.UTF8.GetBytes(Sheet(chance));
            var expected = ReadAll(xml, 1);
            for (var size = 2; size <= 64; size += chance.Next(1, 9))
                Assert.Equal(expected, ReadAll(xml, size));
            Assert.Equal(expected, ReadAll(xml, int.MaxValue));
        }
    }

    [Fact]
    public void Read_PlainSheetInPiecesOfAnySize_GivesTheSame()
    {
        var xml = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>17.25</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>Zoë 😀</t></is></c></row>"
            + "<row r=\"2\"><c r=\"A2\" s=\"1\"/><c r=\"B2\" t=\"b\"><v>1</v></c><c r=\"AA2\" t=\"str\"><v>x</v></c></row></sheetData></worksheet>";
        for (var size = 1; size <= 64; size++)
            Assert.Equal("A1 n 17.25|B1 s two|C1 s Zoë 😀|B2 b 1|AA2 s x|", ReadAll(Encoding.UTF8.GetBytes(xml), size));
    }

    [Fact]
    public void Read_AfterItIsClosed_IsTheCallersError()
    {
        using var reader = Open("<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>"u8.ToArray(), 10);
        reader.Dispose();
        Assert.Throws<ObjectDisposedException>(() => reader.Read());
    }

    [Fact]
    public void Read_RowBehindTheRoot_IsBadXml() =>
        Assert.Contains("bad_xml", ReadAll("<worksheet><sheetData/></worksheet><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"u8.ToArray(), int.MaxValue), StringComparison.Ordinal);

    [Fact]
    public void Read_CellOutsideOfTheRowsOfTheSheet_IsNone() =>
        Assert.Equal("", ReadAll("<worksheet><x><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></x><sheetData><x><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></x><row r=\"2\"><x><c r=\"A2\"><v>1</v></c></x></row></sheetData></worksheet>"u8.ToArray(), int.MaxValue));

    private static string Sheet(Random chance)
    {
        var sheet = new StringBuilder("<worksheet xmlns:x=\"urn:x\"><sheetData>");
        var row = 0;
        for (var rows = chance.Next(1, 5); rows > 0; rows--)
        {
            row += chance.Next(1, 12);
            sheet.Append(chance.Next(6) switch { 0 => "<row>", 1 => $"<row r='{row}' x:y=\"1\">", 2 => $"<x:row r=\"{row}\">", _ => $"<row r=\"{row}\">" });
            var isPrefixed = sheet.ToString().EndsWith($"<x:row r=\"{row}\">", StringComparison.Ordinal);
            for (var column = 1; column <= chance.Next(1, 6); column++)
            {
                var reference = string.Format(CultureInfo.InvariantCulture, Pick(References, chance), Place.ColumnLetters(column * chance.Next(1, 12)), row);
                var attributes = Pick(Attributes, chance);
                var value = Pick(Values, chance);
                sheet.Append(CultureInfo.InvariantCulture, $"<c{reference}{attributes}");
                sheet.Append(chance.Next(12) switch
                {
                    0 => "/>",
                    1 => "></c>",
                    2 => $"><f>A1</f><v>{value}</v></c>",
                    3 => $">\n<v>{value}</v>\n</c>",
                    4 or 5 => $"><is><t>{value}</t></is></c>",
                    6 => $"><is><t xml:space=\"preserve\">{value}</t></is></c>",
                    7 => $"><is><r><t>{value}</t></r></is></c>",
                    _ => attributes.Contains("inlineStr", StringComparison.Ordinal) ? $"><is><t>{value}</t></is></c>" : $"><v>{value}</v></c>",
                });
            }
            sheet.Append(isPrefixed ? "</x:row>" : "</row>");
        }
        return sheet.Append("</sheetData></worksheet>").ToString();
    }

    private static string Pick(string[] each, Random chance) => each[chance.Next(each.Length)];

    private static string ReadAll(byte[] xml, int size)
    {
        var cells = new StringBuilder();
        try
        {
            using var reader = Open(xml, size);
            while (reader.Read())
            {
                for (var index = 0; index < reader.Row.Count; index++)
                {
                    var cell = reader.Row[index];
                    cells.Append(CultureInfo.InvariantCulture, $"{Place.ColumnLetters(cell.Column)}{reader.Row.Number} {CellLines.Letter(cell.Kind)}{(cell.Format.IsPercentage ? "%" : "")} {CellLines.Text(cell)}|");
                }
            }
        }
        catch (SourceException error)
        {
            cells.Append(error.Problem.Code).Append(error.Problem.Code == "bad_xml" ? "" : error.Problem.ToString());
        }
        return cells.ToString();
    }

    private static XlsxSheetReader Open(byte[] xml, int size)
    {
        using var package = new PackageReader(new MemoryStream(Workbook.Of([CellValue.Shared("one"), CellValue.Shared("two"), CellValue.Shared("three")]).ToBytes()), PackageLimits, default);
        var strings = SharedStrings.Read("file", package, "xl/sharedstrings.xml", SourceLimits.Default);
        return new XlsxSheetReader(new Place("file", "sheet"), new XmlScanner("part", new ChunkedStream(xml, size), PackageLimits), [CellFormat.General, CellFormat.General], strings,
            new SourceLimits { MaxCellCharacters = 60 }, default);
    }
}
