using System.IO.Compression;
using System.Text;
using Mlj.Sources;
using Mlj.Testing.Workbooks;
using Mlj.Values;

namespace Mlj.Tests.Sources.Xlsx;

/// <summary>What a workbook must be refused for, and how that is said.</summary>
public class XlsxSafetyTests
{
    private const string SheetPart = "xl/worksheets/sheet1.xml";

    private static WorkbookBuilder Small => Workbook.Sheet("Answers").Row("Email", "Score").Row("ann@example.org", 17);

    [Fact]
    public void Zip_ChangedByteUnderTheOldChecksum_IsDamaged()
    {
        var bytes = Small.Stored().ToBytes();
        var at = bytes.AsSpan().IndexOf("<v>17</v>"u8);
        bytes[at + 3] = (byte)'9';
        Assert.Equal("damaged_zip", Refused(bytes).Code);
    }

    [Fact]
    public void Zip_CutOffAnywhere_IsRefused()
    {
        var bytes = Small.ToBytes();
        for (var length = 0; length < bytes.Length; length += 7)
            Assert.Contains(Refused(bytes[..length]).Code, new[] { "damaged_zip", "empty_file", "not_a_workbook" });
    }

    [Fact]
    public void Zip_AnyByteChanged_IsReadAlikeOrRefusedWithAProblem()
    {
        var bytes = Small.ToBytes();
        var whole = SourceFile.FromBytes("a", bytes).ReadCells();
        for (var at = 0; at < bytes.Length; at++)
        {
            var changed = (byte[])bytes.Clone();
            changed[at] ^= 0x55;
            try
            {
                Assert.Equal(whole, SourceFile.FromBytes("a", changed).ReadCells());
            }
            catch (SourceException error)
            {
                Assert.NotEmpty(error.Problem.Code);
            }
        }
    }

    [Theory]
    [InlineData(SheetPart)]
    [InlineData("xl/Worksheets/SHEET1.xml")]
    [InlineData("/xl/worksheets/sheet1.xml")]
    [InlineData("xl\\worksheets\\sheet1.xml")]
    public void Zip_TwoEntriesOfOneName_IsDamaged(string name)
    {
        var parts = Small.Parts();
        parts.Add((name, parts.Find(part => part.Name == SheetPart).Content));
        Assert.Equal("damaged_zip", Refused(WorkbookBuilder.Zip(parts)).Code);
    }

    [Fact]
    public void Zip_OverlappingEntries_IsDamaged()
    {
        var bytes = Small.ToBytes();
        var directory = bytes.AsSpan().IndexOf("PK\x01\x02"u8);
        // Both entries now begin where the first one does.
        var second = directory + 4 + bytes.AsSpan(directory + 4).IndexOf("PK\x01\x02"u8);
        bytes.AsSpan(directory + 42, 4).CopyTo(bytes.AsSpan(second + 42));
        Assert.Equal("damaged_zip", Refused(bytes).Code);
    }

    [Fact]
    public void Zip_TooManyEntries_NamesTheLimit()
    {
        var parts = Small.Parts();
        for (var index = 0; index < 30; index++)
            parts.Add(($"xl/media/{index}.png", []));
        var problem = Refused(WorkbookBuilder.Zip(parts), new SourceLimits { MaxPackageEntries = 30 });
        Assert.Equal("zip_limit", problem.Code);
        Assert.Contains("MaxPackageEntries", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Zip_PartThatInflatesTooFar_NamesTheLimit()
    {
        var book = Workbook.OfRows($"<row r=\"1\"><c><v>1</v></c></row>{new string(' ', 100_000)}");
        var problem = Refused(book.ToBytes(), new SourceLimits { MaxPartBytes = 50_000 });
        Assert.Equal("zip_limit", problem.Code);
        Assert.Contains("MaxPartBytes", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Zip_AllPartsTogetherInflateTooFar_NamesTheLimit()
    {
        var padding = new string(' ', 30_000);
        var book = Workbook.Sheet("A").RowXml(padding).Sheet("B").RowXml(padding).Sheet("C").RowXml(padding);
        var limits = new SourceLimits { MaxInflatedBytes = 50_000 };
        Assert.Equal("zip_limit", Refused(book.ToBytes(), limits).Code);
    }

    [Fact]
    public void Zip_PartThatInflatesOutOfProportion_NamesTheLimitOnceItIsLarge()
    {
        var problem = Refused(Spaces(11));
        Assert.Equal("zip_limit", problem.Code);
        Assert.Contains("200 times", problem.What, StringComparison.Ordinal);
        Assert.Contains("MaxInflationRatio", problem.Remedy, StringComparison.Ordinal);
        Assert.Empty(SourceFile.FromBytes("Test.xlsx", Spaces(9)).ReadCells());
        Assert.Empty(SourceFile.FromBytes("Test.xlsx", Spaces(11)).ReadCells(limits: new SourceLimits { MaxInflationRatio = 2000 }));

        static byte[] Spaces(int megabytes) => WorkbookBuilder.Zip(Workbook.OfRows(new string(' ', megabytes << 20)).Parts(), CompressionLevel.SmallestSize);
    }

    [Fact]
    public void Zip_OneSheetReadOftenWithinTheLimit_IsFine()
    {
        using var book = SourceFormats.Default.Open(Workbook.Of(["Email"]).RowXml(new string(' ', 30_000)).ToFile(), new SourceLimits { MaxInflatedBytes = 50_000 });
        for (var time = 0; time < 10; time++)
            Assert.Single(book.ReadCells());
    }

    [Fact]
    public void Zip_EncryptedEntry_IsProtected()
    {
        var bytes = Small.ToBytes();
        for (var at = 0; bytes.AsSpan(at).IndexOf("PK\x01\x02"u8) is >= 0 and var found; at += found + 4)
            bytes[at + found + 8] |= 1;
        Assert.Equal("encrypted", Refused(bytes).Code);
    }

    [Theory]
    [InlineData(SheetPart, "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData><row><c t=\"str\"><v>&x;</v></c></row></sheetData></worksheet>")]
    [InlineData("xl/workbook.xml", "<!DOCTYPE workbook><workbook/>")]
    [InlineData("_rels/.rels", "<!-- first a comment --><!DOCTYPE a [<!ENTITY b \"c\">]><Relationships/>")]
    [InlineData("xl/styles.xml", "<!DOCTYPE styleSheet><styleSheet/>")]
    public void Xml_DocumentType_IsForbidden(string part, string xml) =>
        Assert.Equal("dtd_forbidden", Refused(Workbook.Of(["Email", 0.5.AsPercent()]).Part(part, xml).ToBytes()).Code);

    [Theory]
    [InlineData("<worksheet><sheetData><row>")]
    [InlineData("<worksheet><sheetData></worksheet>")]
    [InlineData("<worksheet>&nbsp;</worksheet>")]
    [InlineData("<worksheet><sheetData><row><c t=\"str\"><v>\u0001</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c t=\"str\"><v>&#xD800;</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet/><worksheet/>")]
    [InlineData("<document/>")]
    [InlineData("not XML at all")]
    [InlineData("")]
    public void Xml_NotWellFormedSheet_IsBadXml(string xml)
    {
        var problem = Refused(Small.SheetXml(xml).ToBytes());
        Assert.Equal("bad_xml", problem.Code);
        Assert.Equal("Answers", problem.Where.Sheet);
    }

    [Fact]
    public void Xml_InvalidUtf8_IsBadXml()
    {
        var xml = Encoding.Latin1.GetBytes("<worksheet><sheetData><row><c t=\"str\"><v>Zo\u00eb</v></c></row></sheetData></worksheet>");
        Assert.Equal("bad_xml", Refused(Small.Part(SheetPart, xml).ToBytes()).Code);
    }

    [Fact]
    public void Xml_TooDeep_IsALimit()
    {
        var xml = $"<worksheet>{string.Concat(Enumerable.Repeat("<a>", 100))}{string.Concat(Enumerable.Repeat("</a>", 100))}</worksheet>";
        Assert.Equal("limit_depth", Refused(Small.SheetXml(xml).ToBytes()).Code);
    }

    [Fact]
    public void Xml_TooManyAttributes_IsALimit()
    {
        var xml = $"<worksheet {string.Join(' ', Enumerable.Range(0, 100).Select(index => $"a{index}=\"1\""))}/>";
        Assert.Equal("limit_attributes", Refused(Small.SheetXml(xml).ToBytes()).Code);
    }

    [Fact]
    public void Xml_LongAttribute_IsALimit()
    {
        Assert.Empty(Small.SheetXml($"<worksheet a=\"{new string('a', 65_536)}\"/>").ToFile().ReadCells());
        var problem = Refused(Small.SheetXml($"<worksheet a=\"{new string('a', 65_537)}\"/>").ToBytes());
        Assert.Equal("limit_attributes", problem.Code);
        Assert.Contains("MaxXmlAttributeBytes", problem.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16", 0x3D, 0xD8)]
    [InlineData("utf-16", 0x00, 0xDE)]
    [InlineData("utf-16BE", 0xD8, 0x3D)]
    [InlineData("utf-32", 0x3D, 0xD8)]
    public void Xml_HalfCharacter_IsBadXml(string name, byte first, byte second)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] xml = [.. encoding.GetPreamble(), .. encoding.GetBytes("<worksheet><sheetData><row><c t=\"str\"><v>Z~</v></c></row></sheetData></worksheet>")];
        (byte First, byte Second) character = (encoding.GetBytes("~")[0], encoding.GetBytes("~")[1]);
        var at = xml.AsSpan().IndexOf([character.First, character.Second]);
        (xml[at], xml[at + 1]) = (first, second);
        Assert.Equal("bad_xml", Refused(Small.Part(SheetPart, xml).ToBytes()).Code);
    }

    [Fact]
    public void Xml_InAnUnknownEncoding_IsSaidInOurWords()
    {
        var problem = Refused(Small.SheetXml("<?xml version=\"1.0\" encoding=\"x-none\"?><worksheet/>").ToBytes());
        Assert.Equal(("bad_xml", "The workbook's XML is broken: the part 'xl/worksheets/sheet1.xml': its encoding 'x-none' is not one that is known here."), (problem.Code, problem.What));
    }

    [Fact]
    public void Xml_ElementOfManyMegabytes_IsRefusedBeforeItIsGathered()
    {
        var sheet = Small.SheetXml($"<worksheet a=\"{new string('>', 60 << 20)}\"/>").ToBytes();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("bad_xml", Refused(sheet).Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 60 << 20);
    }

    [Fact]
    public void Cell_TwoValues_NamesTheCell()
    {
        var problem = RefusedRows("<row r=\"2\"><c r=\"C2\"><v>1</v></c><c r=\"C2\"><v>2</v></c></row>");
        Assert.Equal("bad_reference", problem.Code);
        Assert.Contains("two values for C2", problem.What, StringComparison.Ordinal);
        Assert.Equal((2, 3), (problem.Where.Row, problem.Where.Column));
    }

    [Theory]
    [InlineData("<row r=\"2\"><c r=\"A0\"><v>1</v></c></row>")]
    [InlineData("<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>")]
    [InlineData("<row r=\"2\"><c r=\"AAAAAAAAAAAA2\"><v>1</v></c></row>")]
    [InlineData("<row r=\"2\"><c r=\"2\"><v>1</v></c></row>")]
    [InlineData("<row r=\"2\"><c r=\"A1048577\"><v>1</v></c></row>")]
    [InlineData("<row><c r=\"A99999999999999999999\"><v>1</v></c></row>")]
    [InlineData("<row r=\"0\"><c><v>1</v></c></row>")]
    [InlineData("<row r=\"1048577\"><c><v>1</v></c></row>")]
    [InlineData("<row r=\"4294967296\"><c><v>1</v></c></row>")]
    [InlineData("<row r=\"18446744073709551617\"><c><v>1</v></c></row>")]
    [InlineData("<row r=\"3\"><c><v>1</v></c></row><row r=\"2\"><c><v>2</v></c></row>")]
    [InlineData("<row r=\"3\"><c><v>1</v></c></row><row r=\"3\"><c><v>2</v></c></row>")]
    [InlineData("<row r=\"1\"><c t=\"s\"><v>0</v></c></row>")]
    [InlineData("<row r=\"1\"><c t=\"s\"><v>-1</v></c></row>")]
    [InlineData("<row r=\"1\"><c t=\"s\"><v>99999999999</v></c></row>")]
    [InlineData("<row r=\"1\"><c t=\"s\"><v>Ann</v></c></row>")]
    public void Cell_ReferenceThatNoSheetHas_IsRefused(string rows) => Assert.Equal("bad_reference", RefusedRows(rows).Code);

    [Fact]
    public void Cell_TextAboveTheLimit_IsRefused()
    {
        var limits = new SourceLimits { MaxCellCharacters = 100 };
        var text = new string('a', 101);
        Assert.Equal("limit_text", Refused(Workbook.Of([text]).ToBytes(), limits).Code);
        Assert.Equal("limit_text", Refused(Workbook.Of([CellValue.Shared(text)]).ToBytes(), limits).Code);
        Assert.Equal("limit_text", Refused(Workbook.Of([CellValue.Formula("A1", text)]).ToBytes(), limits).Code);
        Assert.Equal("limit_text", Refused(Workbook.Of([CellValue.Error(text)]).ToBytes(), limits).Code);
        Assert.Equal("limit_text", Refused(Workbook.Of([CellValue.IsoDate(text)]).ToBytes(), limits).Code);
        Assert.Equal("limit_text", Refused(Workbook.Of([new string('b', 100_000)]).ToBytes(), limits).Code);
    }

    [Fact]
    public void SharedText_AboveTheLimit_NamesItsPart() =>
        Assert.Equal("A text in the part 'xl/sharedStrings.xml' has more than 2 characters.",
            Refused(Workbook.Of([CellValue.Shared("abc")]).ToBytes(), new SourceLimits { MaxCellCharacters = 2 }).What);

    [Fact]
    public void SharedText_OfVeryManyCells_CountsForEachOfThem()
    {
        var book = Workbook.Of(Enumerable.Repeat<object?[]>([CellValue.Shared(new string('a', 30_000)), CellValue.Shared("b")], 40));
        var limits = new SourceLimits { MaxInflatedBytes = 500_000 };
        var problem = Refused(book.ToBytes(), limits);
        Assert.Equal("limit_text", problem.Code);
        Assert.Contains("MaxInflatedBytes", problem.Remedy, StringComparison.Ordinal);
        Assert.Equal(80, book.ToFile().ReadCells(limits: new SourceLimits { MaxInflatedBytes = 1_300_000 }).Count);
    }

    [Fact]
    public void Cell_EscapesWithinTheLimitOnceDecoded_AreRead()
    {
        var text = string.Concat(Enumerable.Repeat("_x000A_", 100));
        Assert.Equal(["A1 s " + new string('\n', 100)], Workbook.Of([text]).ToFile().ReadCells(limits: new SourceLimits { MaxCellCharacters = 100 }));
    }

    [Fact]
    public void Rows_WithoutNumbersAboveTheLimit_AreRefused()
    {
        var rows = string.Concat(Enumerable.Repeat("<row/>", 11));
        Assert.Equal("limit_rows", Refused(Workbook.OfRows(rows).ToBytes(), new SourceLimits { MaxRows = 10 }).Code);
    }

    [Fact]
    public void Package_TargetThatClimbsOutOfIt_StaysInside()
    {
        var relationships = "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"../../../../etc/hostname\"/></Relationships>";
        Assert.Equal("missing_part", Refused(Small.Part("xl/_rels/workbook.xml.rels", relationships).ToBytes()).Code);
    }

    [Fact]
    public void Sheets_OfOneAndTheSamePart_AreDamaged()
    {
        var problem = Refused(Small.Part("xl/workbook.xml", Listing("<sheet name=\"A\" r:id=\"rId1\"/><sheet name=\"B\" r:id=\"rId1\"/>")).ToBytes());
        Assert.Equal("damaged_zip", problem.Code);
        Assert.Contains("'A' and 'B'", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Sheets_MoreThanAPackageHasParts_AreALimit()
    {
        var sheets = string.Concat(Enumerable.Range(1, 2001).Select(number => $"<sheet name=\"{number}\" r:id=\"rId{number}\"/>"));
        var problem = Refused(Small.Part("xl/workbook.xml", Listing(sheets)).ToBytes());
        Assert.Equal("zip_limit", problem.Code);
        Assert.Contains("2,000 sheets", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Relationships_MoreThanAPackageHasParts_AreALimit()
    {
        var relationships = string.Concat(Enumerable.Range(1, 2001).Select(number => $"<Relationship Id=\"rId{number}\" Type=\"x/worksheet\" Target=\"{number}.xml\"/>"));
        var problem = Refused(Small.Part("xl/_rels/workbook.xml.rels", $"<Relationships>{relationships}</Relationships>").ToBytes());
        Assert.Equal("zip_limit", problem.Code);
        Assert.Contains("2,000 relationships", problem.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/_rels/workbook.xml.rels")]
    [InlineData(SheetPart)]
    public void Package_WithoutAPartThatMustBeThere_NamesWhatIsMissing(string part)
    {
        var problem = Refused(Small.Without(part).ToBytes());
        Assert.Equal("missing_part", problem.Code);
        Assert.StartsWith("The workbook lacks ", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Package_WithoutSheets_IsMissingThem() =>
        Assert.Equal("missing_part", Refused(Small.Part("xl/workbook.xml", "<workbook><sheets/></workbook>").ToBytes()).Code);

    [Fact]
    public void Limits_OfXml_HoldForPlainCellsAsForOthers()
    {
        var plain = Workbook.Sheet().Row("a", CellValue.Shared("b"), 0.5.AsPercent()).Parts();
        var quoted = plain.ConvertAll(part => (part.Name, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(part.Content).Replace('"', '\'').Replace("<t>", "<t >", StringComparison.Ordinal))));
        var limits = Enumerable.Range(1, 8).SelectMany(most => (SourceLimits[])[new() { MaxXmlDepth = most }, new() { MaxXmlAttributes = most }]);
        Assert.All(limits, limit => Assert.Equal(Outcome(quoted, limit), Outcome(plain, limit)));

        static string Outcome(List<(string Name, byte[] Content)> parts, SourceLimits limits)
        {
            try
            {
                return string.Join('|', SourceFile.FromBytes("Test.xlsx", WorkbookBuilder.Zip(parts)).ReadCells(limits: limits));
            }
            catch (SourceException error)
            {
                return error.Problem.ToString();
            }
        }
    }

    [Fact]
    public void Refusal_QuotingALongText_HasNoHalfCharacter() =>
        Assert.Equal("The cell A1 has the shared text 12345678901234567😀…, which does not exist.",
            RefusedRows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>12345678901234567😀😀😀</v></c></row>").What);

    [Fact]
    public void Refusal_SaysWhereInWords()
    {
        var error = Assert.Throws<SourceException>(() => Workbook.Sheet("Answers").RowXml("<row r=\"14\"><c r=\"C14\" t=\"s\"><v>7</v></c></row>").ToFile("Test 3.xlsx").ReadCells());
        Assert.Equal(
            "'Test 3.xlsx', sheet 'Answers', row 14, column C: The cell C14 has the shared text 7, which does not exist. "
            + "Open the workbook in a spreadsheet program, check the cell, and save it again.",
            error.Message);
    }

    private static string Listing(string sheets) =>
        $"<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{sheets}</sheets></workbook>";

    private static Problem RefusedRows(string rows) => Refused(Workbook.OfRows(rows).ToBytes());

    private static Problem Refused(byte[] bytes, SourceLimits? limits = null)
    {
        var problem = Assert.Throws<SourceException>(() =>
        {
            using var book = SourceFormats.Default.Open(SourceFile.FromBytes("Test.xlsx", bytes), limits);
            for (var sheet = 0; sheet < book.Sheets.Count; sheet++)
                book.ReadCells(sheet);
        }).Problem;
        Assert.Equal("Test.xlsx", problem.Where.File);
        return problem;
    }
}
