using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Mlj.Exports;
using Mlj.Exports.Xlsx;
using Mlj.Tables;
using Mlj.Testing.Contracts;

namespace Mlj.Tests.Exports.Xlsx;

public class XlsxExportTests : ExportFormatContract
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    protected override IExportFormat Format => new XlsxExport();

    public static TheoryData<string> Oddities() => new(Books.Odd().Select(odd => odd.Oddity));

    [Theory]
    [MemberData(nameof(Oddities))]
    public void Write_AnOddBook_IsValidOpenXml(string oddity)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Written(Book(oddity))), isEditable: false);
        foreach (var version in new[] { FileFormatVersions.Office2019, FileFormatVersions.Microsoft365 })
            Assert.Empty(new OpenXmlValidator(version).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    [Theory]
    [MemberData(nameof(Oddities))]
    public void Write_AnOddBook_HeadsEveryTableWithItsCells(string oddity)
    {
        var book = Book(oddity);
        var parts = Parts(book);
        var read = SecondReader.Read(book).Values.ToList();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < book.Sheets.Count; index++)
        {
            if (!parts.TryGetValue($"xl/tables/table{index + 1}.xml", out var part))
                continue;
            var table = XDocument.Parse(part).Root!;
            Assert.True(names.Add((string)table.Attribute("displayName")!));
            var headings = table.Descendants(Main + "tableColumn").Select(column => Decode((string)column.Attribute("name")!)).ToList();
            Assert.Equal(read[index][0].Cast<string>(), headings);
            Assert.Equal(headings.Count, headings.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.All(headings, heading => Assert.InRange(heading.Length, 1, 255));
        }
    }

    [Fact]
    public void Write_HostileText_IsReadBackAsText() =>
        Assert.Equal(Books.HostileTexts, SecondReader.Read(Books.Of(new Column.Texts("T", Books.HostileTexts)))["Results"].Skip(1).Select(row => row[0] ?? ""));

    [Fact]
    public void Write_LoneSurrogates_AreReplaced() =>
        Assert.Equal("x\uFFFDy", SecondReader.Read(Books.Of(new Column.Texts("T", ["x\uD800y"])))["Results"][1][0]);

    [Theory]
    [InlineData("no rows", 0)]
    [InlineData("no columns", 0)]
    [InlineData("a heading of 256 characters", 0)]
    [InlineData("headings that differ in case", 0)]
    [InlineData("a heading of 255 characters", 1)]
    [InlineData("a class", 2)]
    public void Write_OddHeadings_HaveATableOnlyWhereThereCanBeOne(string oddity, int tables) =>
        Assert.Equal(tables, Parts(Book(oddity)).Keys.Count(part => part.StartsWith("xl/tables/", StringComparison.Ordinal)));

    [Fact]
    public void Write_ASheet_FreezesItsHeadingAndFirstColumns()
    {
        var pane = Sheet(Books.Class()).Descendants(Main + "pane").Single();
        Assert.Equal(("2", "1", "C2", "frozen"), ((string?)pane.Attribute("xSplit"), (string?)pane.Attribute("ySplit"), (string?)pane.Attribute("topLeftCell"), (string?)pane.Attribute("state")));
    }

    [Fact]
    public void Write_ASheet_PrintsItsHeadingOnEveryPage()
    {
        var workbook = XDocument.Parse(Parts(Book("names that make tables of one name"))["xl/workbook.xml"]);
        Assert.Contains("'It''s <one> & \"two\"'!$1:$1", workbook.Descendants(Main + "definedName").Select(name => name.Value));
        var setup = Sheet(Books.Class()).Descendants(Main + "pageSetup").Single();
        Assert.Equal("landscape", (string?)setup.Attribute("orientation"));
        Assert.Equal("0", (string?)setup.Attribute("fitToHeight"));
    }

    [Fact]
    public void Write_Columns_AreAsWideAsTheirContents()
    {
        int[] widths = [.. Sheet(Books.Of(
            new Column.Texts("N", ["x"]), new Column.Texts("Name", [new string('x', 30)]), new Column.Texts("Long", [new string('x', 300)]),
            new Column.Texts("CJK", ["李小龙李小龙李小龙李小龙"]))).Descendants(Main + "col").Select(column => (int)column.Attribute("width")!)];
        Assert.Equal([8, 32, 60, 26], widths);
    }

    [Fact]
    public void Write_LongText_HasRowsAsHighAsItTakes()
    {
        List<string?> heights = [.. Sheet(Books.Of(new Column.Texts("Note", ["short", new string('x', 150), "three\nshort\nlines", new string('x', 32_000)])))
            .Descendants(Main + "row").Skip(1).Select(row => (string?)row.Attribute("ht"))];
        Assert.Equal(new List<string?> { null, "45", "45", "405" }, heights);
    }

    [Fact]
    public void Write_AMissingScore_KeepsTheTestsColour()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Written(Books.Class())), isEditable: false);
        Assert.Equal("FFFF00", Fill(document, "F4"));
        Assert.Equal("1F4E78", Fill(document, "A1"));
        Assert.Equal("2E7D32", Fill(document, "S3"));
        Assert.Equal("B71C1C", Fill(document, "S2"));
    }

    [Theory]
    [InlineData("49.996", "0.000")]
    [InlineData("50", "0.00")]
    [InlineData("49.2", "0.00")]
    public void Write_ANumberNextToABoundary_HasAFormatThatShowsItsSide(string number, string format)
    {
        var value = decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        using var document = SpreadsheetDocument.Open(new MemoryStream(Written(Books.Of(
            new Column.Numbers("Average", [value]) { Format = NumberFormat.Percentage.WithBoundary(50) }))), isEditable: false);
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var id = CellFormatOf(document, "A2").NumberFormatId!.Value;
        var own = styles.NumberingFormats?.Elements<DocumentFormat.OpenXml.Spreadsheet.NumberingFormat>().FirstOrDefault(each => each.NumberFormatId!.Value == id);
        Assert.Equal(format, id == 2 ? "0.00" : own?.FormatCode?.Value);
    }

    [Fact]
    public void Write_Properties_AreTheBooks()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Written(Books.Class() with { Creator = "A & B" })), isEditable: false);
        Assert.Equal("Results of <the> year & more", document.PackageProperties.Title);
        Assert.Equal("A & B", document.PackageProperties.Creator);
        Assert.Equal(new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc), document.PackageProperties.Created?.ToUniversalTime());
        Assert.DoesNotContain("created", Parts(Books.Of())["docProps/core.xml"], StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TextOverTheLimit_SaysWhere()
    {
        var error = Assert.Throws<ExportException>(() => Written(Books.Of(new Column.Texts("A", ["x", "x"]), new Column.Texts("B", ["x", new string('x', 32_768)]))));
        Assert.Equal("'Results', row 3, column B: The text has 32,768 characters; a cell of a workbook holds 32,767. Write a csv file, or shorten the text.", error.Message);
    }

    [Fact]
    public void Write_MoreColumnsThanASheetHas_SaysSo()
    {
        var error = Assert.Throws<ExportException>(() => Written(Books.Of([.. Enumerable.Range(1, 16_385).Select(number => new Column.Texts("c" + number, []))])));
        Assert.Equal(("too_many_columns", "Results"), (error.Problem.Code, error.Problem.Where.Sheet));
    }

    [Fact]
    public void Write_MoreRowsThanASheetHas_SaysSo()
    {
        var error = Assert.Throws<ExportException>(() => Written(Books.Of(new Column.Numbers("N", new decimal?[1_048_576]))));
        Assert.Equal("too_many_rows", error.Problem.Code);
        Assert.Contains("1,048,577 rows", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_FailingOnTheWay_LeavesNoArchive()
    {
        using var stream = new MemoryStream();
        Assert.Throws<ExportException>(() => Format.Write(Books.Of(new Column.Texts("A", [new string('x', 32_768)])), stream));
        Assert.Throws<InvalidDataException>(() => new ZipArchive(new MemoryStream(stream.ToArray())));
    }

    [Fact]
    public void Write_CancelledOnTheWay_LeavesNoArchive()
    {
        using var source = new CancellationTokenSource();
        using var stream = new MemoryStream();
        var cells = new LazyCells(100_000, row =>
        {
            if (row == 90_000)
                source.Cancel();
            return "cell " + row;
        });
        Assert.Throws<OperationCanceledException>(() => Format.Write(Books.Of(new Column.Texts("A", cells)), stream, source.Token));
        Assert.True(stream.Length > 1000);
        Assert.Throws<InvalidDataException>(() => new ZipArchive(new MemoryStream(stream.ToArray())));
    }

    [Theory]
    [InlineData(2, 500)]
    [InlineData(700, 90)]
    public void Write_RowsInAnotherOrder_HaveTheirOwnCells(int columns, int stored)
    {
        var texts = Enumerable.Range(0, columns).Select(column => new Column.Texts($"T{column}", [.. Enumerable.Range(0, stored).Select(row => row % 7 == 0 ? null : $"{column} of {row}")]));
        var numbers = Enumerable.Range(0, columns).Select(column => new Column.Numbers($"N{column}", [.. Enumerable.Range(0, stored).Select(row => row % 5 == 0 ? (decimal?)null : row * 1000 + column)]));
        int[] order = [.. Enumerable.Range(0, stored).Where(row => row % 3 != 0).OrderBy(row => row * 7919 % 1009)];
        var table = new Table([.. texts, .. numbers]).Ordered(RowOrder.Of(order));
        var sheet = new ExportSheet("Results", table);
        Assert.Equal(order.Select(row => Enumerable.Range(0, 2 * columns).Select(column => (object?)(column < columns
                ? table.Columns[column][row].Text
                : row % 5 == 0 ? null : (double)(row * 1000 + column - columns)))),
            SecondReader.Read(new ExportBook(sheet, sheet))["Results"].Skip(1));
    }

    [Fact]
    public void Write_ManyRows_SendsThemAsItGoes()
    {
        const int Rows = 200_000;
        var read = 0;
        var readAtFirst = 0;
        var cells = new LazyCells(Rows, row =>
        {
            read = row;
            return (row * 2_654_435_761L % 1_000_003).ToString(System.Globalization.CultureInfo.InvariantCulture);
        });
        var received = 0L;
        Format.Write(Books.Of(new Column.Texts("A", cells)), new WatchingStream(count =>
        {
            received += count;
            if (received > 100_000 && readAtFirst == 0)
                readAtFirst = read;
        }));
        Assert.InRange(readAtFirst, 1, Rows / 4);
    }

    private static ExportBook Book(string oddity) => Books.Odd().Single(odd => odd.Oddity == oddity).Book;

    private XElement Sheet(ExportBook book) => XDocument.Parse(Parts(book)["xl/worksheets/sheet1.xml"]).Root!;

    private Dictionary<string, string> Parts(ExportBook book)
    {
        using var package = new ZipArchive(new MemoryStream(Written(book)));
        return package.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return reader.ReadToEnd();
        });
    }

    private static DocumentFormat.OpenXml.Spreadsheet.CellFormat CellFormatOf(SpreadsheetDocument document, string reference)
    {
        var sheet = document.WorkbookPart!.WorksheetParts.Single(part => part.Uri.OriginalString.EndsWith("sheet1.xml", StringComparison.Ordinal));
        var cell = sheet.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().Single(cell => cell.CellReference == reference);
        return (DocumentFormat.OpenXml.Spreadsheet.CellFormat)document.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.ElementAt((int)cell.StyleIndex!.Value);
    }

    private static string? Fill(SpreadsheetDocument document, string reference)
    {
        var fills = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.Fills!;
        return fills.ElementAt((int)CellFormatOf(document, reference).FillId!.Value)
            .Descendants<DocumentFormat.OpenXml.Spreadsheet.ForegroundColor>().Single().Rgb!.Value![2..];
    }

    private static string Decode(string text) => System.Xml.XmlConvert.DecodeName(text);

    private sealed class LazyCells(int count, Func<int, string> cell) : IReadOnlyList<string?>
    {
        public int Count => count;

        public string? this[int index] => cell(index);

        public IEnumerator<string?> GetEnumerator() => Enumerable.Range(0, count).Select(cell).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class WatchingStream(Action<int> written) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => written(count);

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
