using System.Text;
using Mlj.Sources;
using Mlj.Testing.Workbooks;

namespace Mlj.Tests.Sources.Xlsx;

/// <summary>What tools write that no book about the format would, and that must be read all the same.</summary>
public class XlsxSurvivalTests
{
    private const string SheetPart = "xl/worksheets/sheet1.xml";
    private const string Relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    [Fact]
    public void Cells_OfEveryKind() =>
        Assert.Equal(
            ["A1 s Ann", "B1 n 17.5", "C1 b 1", "D1 b 0", "E1 e #DIV/0!", "F1 d 2026-02-11T10:00:00", "G1 s shared", "H1 n 0.583", "I1 s computed", "J1 n 12"],
            Cells(Workbook.Sheet().Row("Ann", 17.5, true, false, CellValue.Error("#DIV/0!"), CellValue.IsoDate("2026-02-11T10:00:00"),
                CellValue.Shared("shared"), 0.583.AsPercent(), CellValue.Formula("A1", "computed"), CellValue.Formula("3*4", 12))));

    [Fact]
    public void Cells_WithoutAValue_AreEmpty() =>
        Assert.Equal(["C1 n 1"], Cells(Workbook.Sheet().Row("", CellValue.Formula("A1+1"), 1, CellValue.Raw("", "<v></v>"), CellValue.Raw("t=\"s\"", ""),
            CellValue.Raw("s=\"1\"", ""), CellValue.Raw("t=\"str\"", "<f>A1</f>"), CellValue.Raw("t=\"e\"", "<v/>"))));

    [Theory]
    [InlineData("1", "1")]
    [InlineData(" 14 ", "14")]
    [InlineData("1E3", "1000")]
    [InlineData("0.58299999999999996", "0.583")]
    [InlineData("-0", "0")]
    [InlineData("1e-7", "1e-07")]
    [InlineData(".5", "0.5")]
    public void Number_AsWritten_IsRead(string written, string text) =>
        Assert.Equal(["A1 n " + text], Cells(Workbook.Sheet().Row(CellValue.Raw("", $"<v>{written}</v>"))));

    [Theory]
    [InlineData("12..5")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    [InlineData("1,5")]
    public void Number_ThatIsNone_IsKeptAsText(string written) =>
        Assert.Equal(["A1 s " + written], Cells(Workbook.Sheet().Row(CellValue.Raw("t=\"n\"", $"<v>{written}</v>"))));

    [Theory]
    [InlineData("<is><t>a</t></is>", "a")]
    [InlineData("<is><t>  two  spaces  </t></is>", "  two  spaces  ")]
    [InlineData("<is><t> </t></is>", " ")]
    [InlineData("<is><r><rPr><b/></rPr><t>bold</t></r><r><t xml:space=\"preserve\"> and plain</t></r></is>", "bold and plain")]
    [InlineData("<is><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/></is>", "東京")]
    [InlineData("<is><t><![CDATA[a < b & c]]></t></is>", "a < b & c")]
    [InlineData("<is><t>a<!-- no -->b<?no?>c</t></is>", "abc")]
    [InlineData("<is><t>a&amp;b&#10;c</t></is>", "a&b\nc")]
    [InlineData("<is><t>a\r\nb&#13;c</t></is>", "a\nb\rc")]
    [InlineData("<is><t>one_x000D__x000a_two</t></is>", "one\r\ntwo")]
    [InlineData("<is><t>_x005F_x000D_</t></is>", "_x000D_")]
    [InlineData("<is><t>_X000D_ _x00 _x000G_ _x</t></is>", "_X000D_ _x00 _x000G_ _x")]
    [InlineData("<is><t>_xD83D__xDE00_</t></is>", "😀")]
    [InlineData("<is><t>Ana _xD800_ Lee</t></is>", "Ana \ufffd Lee")]
    public void Text_AsWritten_IsDecoded(string inner, string text)
    {
        Assert.Equal(["A1 s " + text], Cells(Workbook.Sheet().Row(CellValue.Raw("t=\"inlineStr\"", inner))));
        var shared = inner.Replace("<is>", "<si>", StringComparison.Ordinal).Replace("</is>", "</si>", StringComparison.Ordinal);
        Assert.Equal(["A1 s " + text], Cells(Workbook.Sheet().Row(CellValue.Shared("x")).Part("xl/sharedStrings.xml", $"<sst count=\"4294967295\">{shared}</sst>")));
    }

    [Fact]
    public void Text_OfManyLengths_IsWhole()
    {
        // Long enough to cross the ends of every buffer, of characters with one to four bytes.
        var rows = Enumerable.Range(0, 300).Select(length => new object?[] { "x" + string.Concat(Enumerable.Repeat("aé東😀", length)) }).ToList();
        var expected = rows.Select((row, index) => $"A{index + 1} s {row[0]}");
        Assert.Equal(expected, Cells(Workbook.Of(rows)));
        Assert.Equal(expected, Cells(Workbook.Of(rows.Select(row => new object?[] { CellValue.Shared((string)row[0]!) }))));
    }

    [Fact]
    public void Rows_WithoutReferences_CountOn() =>
        Assert.Equal(["A1 n 1", "B1 n 2", "A2 n 3", "C2 n 4", "D2 n 5", "A9 n 6", "A10 n 7"],
            Cells(Workbook.OfRows("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c r=\"C2\"><v>4</v></c><c><v>5</v></c></row>"
                + "<row r=\"9\"><c><v>6</v></c></row><row><c><v>7</v></c></row>")));

    [Fact]
    public void Rows_NumberedByTheirCellsOnly_AreTakenFromThem() =>
        Assert.Equal(["A5 n 1", "B5 n 2", "A6 n 3"], Cells(Workbook.OfRows("<row><c r=\"A5\"><v>1</v></c><c r=\"B5\"><v>2</v></c></row><row><c><v>3</v></c></row>")));

    [Fact]
    public void Row_WhoseCellsNameAnother_StaysTogether() =>
        Assert.Equal(["A2 n 1", "B2 n 2"], Cells(Workbook.OfRows("<row r=\"2\"><c r=\"A7\"><v>1</v></c><c r=\"B8\"><v>2</v></c></row>")));

    [Fact]
    public void Cells_OutOfOrder_ArePutInOrder() =>
        Assert.Equal(["A1 n 1", "B1 s b", "C1 n 3"], Cells(Workbook.OfRows("<row r=\"1\"><c r=\"C1\"><v>3</v></c><c r=\"A1\"><v>1</v></c><c r=\"B1\" t=\"str\"><v>b</v></c></row>")));

    [Fact]
    public void Cells_OneWithoutAValueBesideOneWithIt_AreNoContradiction() =>
        Assert.Equal(["A1 n 1"], Cells(Workbook.OfRows("<row r=\"1\"><c r=\"A1\" s=\"0\"/><c r=\"A1\"><v>1</v></c></row>")));

    [Fact]
    public void Reference_SmallOrWithDollars_IsRead() =>
        Assert.Equal(["C2 n 1", "AA2 n 2"], Cells(Workbook.OfRows("<row r=\"2\"><c r=\"c2\"><v>1</v></c><c r=\"$AA$2\"><v>2</v></c></row>")));

    [Fact]
    public void Corners_OfTheLargestSheet_AreRead() =>
        Assert.Equal(["A1 s first", "XFD1048576 n 7"], Cells(Workbook.Sheet().Row("first").RowXml("<row r=\"1048576\"><c r=\"XFD1048576\"><v>7</v></c></row>")));

    [Theory]
    [InlineData("A1:XFD1048576")]
    [InlineData("B2")]
    [InlineData("nonsense")]
    public void Dimension_ThatIsWrong_IsIgnored(string dimension) =>
        Assert.Equal(["A1 s Email"], Cells(Workbook.Of(["Email"]).BeforeRows($"<dimension ref=\"{dimension}\"/>")));

    [Fact]
    public void Elements_BetweenAndAroundRows_ArePassedOver() =>
        Assert.Equal(["A1 n 1", "A2 n 2"], Cells(Workbook.OfRows("<row r=\"1\"><c r=\"A1\"><extLst><ext><v>9</v></ext></extLst><v>1</v></c><extLst/></row><extLst><row><c><v>8</v></c></row></extLst>"
            + "<row r=\"2\"><c r=\"A2\"><v>2</v></c></row>").BeforeRows("<cols><col min=\"1\" max=\"2\"/></cols>").AfterRows("<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>")));

    [Theory]
    [InlineData("http://schemas.openxmlformats.org/spreadsheetml/2006/main")]
    [InlineData("http://purl.oclc.org/ooxml/spreadsheetml/main")]
    [InlineData("urn:anything")]
    [InlineData("")]
    public void Namespace_OfAnyDialect_IsRead(string uri) =>
        Assert.Equal(["A1 n 1"], Cells(Workbook.Sheet().SheetXml($"<worksheet xmlns=\"{uri}\"><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>")));

    [Fact]
    public void Namespace_WithAPrefix_IsRead() =>
        Assert.Equal(["A1 s a"], Cells(Workbook.Sheet().SheetXml("<x:worksheet xmlns:x=\"urn:x\" xmlns:r=\"urn:r\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" r:r=\"no\" t=\"inlineStr\"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>")));

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void Encoding_OfAPart_IsThatOfItsMark(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        // The declaration lies on purpose: tools transcode parts without touching it.
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>Zoë 😀</v></c></row></sheetData></worksheet>";
        byte[] bytes = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(xml)];
        Assert.Equal(["A1 s Zoë 😀"], Cells(Workbook.Sheet().Part(SheetPart, bytes)));
    }

    [Theory]
    [InlineData("worksheets/sheet1.xml")]
    [InlineData("./worksheets/sheet1.xml")]
    [InlineData("/xl/worksheets/sheet1.xml")]
    [InlineData("../xl/worksheets/sheet1.xml")]
    [InlineData("worksheets\\sheet1.xml")]
    [InlineData("\\xl\\worksheets\\sheet1.xml")]
    [InlineData("WorkSheets/Sheet1.XML")]
    [InlineData("worksheets/%73heet1.xml")]
    [InlineData("../../../xl/worksheets/sheet1.xml")]
    public void Target_HoweverItIsWritten_IsFound(string target) =>
        Assert.Equal(["A1 s Email"], Cells(Workbook.Of(["Email"]).Part("xl/_rels/workbook.xml.rels",
            $"<Relationships><Relationship Id=\"rId1\" Type=\"{Relationship}/worksheet\" Target=\"{target}\"/></Relationships>")));

    [Theory]
    [InlineData("xl\\worksheets\\sheet1.xml")]
    [InlineData("XL/Worksheets/Sheet1.xml")]
    [InlineData("/xl/worksheets/sheet1.xml")]
    public void Entry_HoweverItIsWritten_IsFound(string name)
    {
        var parts = Workbook.Of(["Email"]).Parts().ConvertAll(part => part.Name == SheetPart ? (name, part.Content) : part);
        Assert.Equal(["A1 s Email"], SourceFile.FromBytes("a", WorkbookBuilder.Zip(parts)).ReadCells());
    }

    [Theory]
    [InlineData("windows-1252", "Zoë – 5 €")]
    [InlineData("iso-8859-1", "Zoë")]
    [InlineData("windows-1251", "Анна")]
    [InlineData("shift_jis", "山田 表")]
    public void Encoding_ThatAPartDeclares_IsTheOneItIsReadIn(string name, string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var xml = encoding.GetBytes($"<?xml version=\"1.0\" encoding=\"{name}\"?><worksheet><sheetData><row><c t=\"str\"><v>{text}</v></c></row></sheetData></worksheet>");
        Assert.Equal(["A1 s " + text], Cells(Workbook.Of(["a"]).Part(SheetPart, xml)));
    }

    [Fact]
    public void Extensions_OfTheWorkbook_AreNotTheWorkbook()
    {
        const string Extension = "<extLst><ext><x15:workbookPr xmlns:x15=\"x\" chartTrackingRefBase=\"1\"/><sheets><sheet name=\"B\" r:id=\"rId1\"/></sheets></ext></extLst>";
        var book = Workbook.Of([1.0.In("yyyy")]);
        var file = book.Part("xl/workbook.xml",
            $"<workbook xmlns:r=\"{Relationship}\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"A\" r:id=\"rId1\"/></sheets>{Extension}</workbook>").ToFile();
        Assert.True(file.ReadFormats()[0].Is1904);
        using var opened = SourceFormats.Default.Open(file);
        Assert.Single(opened.Sheets);
    }

    [Fact]
    public void Styles_WithTheirFormatsInAnyPlace_AreFound()
    {
        const string Styles = "<styleSheet><dxfs><dxf><numFmt numFmtId=\"164\" formatCode=\"0\"/></dxf></dxfs>"
            + "<cellXfs><xf/><xf numFmtId=\"164\"/></cellXfs><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\"/></numFmts>"
            + "<extLst><ext><x><numFmt numFmtId=\"164\" formatCode=\"0\"/></x></ext></extLst></styleSheet>";
        Assert.True(Workbook.Of([1.0.In("0")]).Part("xl/styles.xml", Styles).ToFile().ReadFormats()[0].IsDate);
    }

    [Fact]
    public void Workbook_WithoutItsRelationship_IsFoundWhereEveryToolPutsIt() =>
        Assert.Equal(["A1 s Email"], Cells(Workbook.Of(["Email"]).Without("_rels/.rels").Without("[Content_Types].xml")));

    [Fact]
    public void Workbook_UnderAnotherName_IsFoundByItsRelationship()
    {
        var parts = Workbook.Of(["Email"]).Part("_rels/.rels", $"<Relationships><Relationship Id=\"a\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"/XL/Book.xml\"/></Relationships>")
            .Parts().ConvertAll(part => (part.Name.Replace("workbook.xml", "book.xml", StringComparison.Ordinal), part.Content));
        Assert.Equal(["A1 s Email"], SourceFile.FromBytes("a", WorkbookBuilder.Zip(parts)).ReadCells());
    }

    [Fact]
    public void Zip_WithStoredEntries_IsRead() => Assert.Equal(["A1 s Email"], Cells(Workbook.Of(["Email"]).Stored()));

    [Fact]
    public void Zip_WithBytesInFrontAndAComment_IsRead()
    {
        var bytes = Workbook.Of(["Email"]).ToBytes();
        bytes[^2] = 5;
        Assert.Equal(["A1 s Email"], SourceFile.FromBytes("a", [.. "PK\x03\x04 in front"u8, .. bytes, .. "Hello"u8]).ReadCells());
    }

    [Fact]
    public void SharedTexts_WithoutARelationship_AreFoundByTheirContentType() =>
        Assert.Equal(["A1 s Email"], Cells(Workbook.Of([CellValue.Shared("Email")]).Part("xl/_rels/workbook.xml.rels",
            $"<Relationships><Relationship Id=\"rId1\" Type=\"{Relationship}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>")));

    [Fact]
    public void Styles_ThatTheWorkbookNamesButLacks_AreNone() =>
        Assert.Equal(["A1 n 0.5"], Cells(Workbook.Of([0.5.AsPercent()]).Without("xl/styles.xml")));

    [Fact]
    public void Sheets_AreListedInTheirOrderWithWhatIsSeen()
    {
        using var book = SourceFormats.Default.Open(Workbook.Sheet("Answers & more").Row(1).Sheet("Chart", kind: "chartsheet").Sheet("Keys", state: "hidden").Row(2)
            .Sheet("Macros", kind: "xlMacrosheet").Sheet("Dialog", kind: "dialogsheet").Sheet("Secret", state: "veryHidden").Row(3).Sheet("Odd", state: "open").ToFile());
        Assert.Equal([new SheetHeading("Answers & more"), new("Keys", false), new("Secret", false), new("Odd")], book.Sheets);
        Assert.Equal(["A1 n 2"], book.ReadCells(1));
        Assert.Equal(["A1 n 3"], book.ReadCells(2));
        Assert.Equal(["A1 n 1"], book.ReadCells(0));
        Assert.Empty(book.ReadCells(3));
    }

    [Fact]
    public void Sheet_HiddenWithoutContent_IsLeftOutWithANote()
    {
        using var book = SourceFormats.Default.Open(Workbook.Sheet("A").Row(1).Sheet("Ghost", state: "veryHidden").Without("xl/worksheets/sheet2.xml").ToFile());
        Assert.Equal([new SheetHeading("A")], book.Sheets);
        Assert.Equal("sheet_missing", Assert.Single(book.Notes).Code);
    }

    [Fact]
    public void Sheet_SeenWithoutContent_IsRefusedWhenItIsOpened()
    {
        using var book = SourceFormats.Default.Open(Workbook.Sheet("A").Row(1).Sheet("Gone").Without("xl/worksheets/sheet2.xml").ToFile());
        Assert.Equal(["A1 n 1"], book.ReadCells());
        Assert.Equal("missing_part", Assert.Throws<SourceException>(() => book.OpenSheet(1)).Problem.Code);
    }

    [Fact]
    public void Macros_AreIgnoredWithANote()
    {
        using var book = SourceFormats.Default.Open(Workbook.Of([1]).Part("xl/vbaProject.bin", "Sub Auto_Open()").ToFile("Test.xlsm"));
        Assert.Equal(["A1 n 1"], book.ReadCells());
        Assert.Equal("macros_ignored", Assert.Single(book.Notes).Code);
    }

    private static List<string> Cells(WorkbookBuilder book) => book.ToFile().ReadCells();
}
