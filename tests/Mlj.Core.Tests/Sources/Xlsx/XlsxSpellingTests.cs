using Mlj.Fuzzing.Seeds;
using Mlj.Sources;
using Mlj.Testing.Workbooks;

namespace Mlj.Tests.Sources.Xlsx;

/// <summary>One workbook in the spellings of many tools: all its parts, not the worksheet alone.</summary>
public class XlsxSpellingTests
{
    public static TheoryData<string> Seeds => new(WorkbookSeeds.All.Select(seed => seed.Name));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Seed_OfTheFuzzer_IsReadToItsEnd(string name)
    {
        using var book = SourceFormats.Default.Open(File(name));
        Assert.All(Enumerable.Range(0, book.Sheets.Count), sheet => Assert.NotEmpty(book.ReadCells(sheet)));
    }

    [Theory]
    [InlineData("shared texts")]
    [InlineData("prefixed names")]
    [InlineData("strict names")]
    [InlineData("no namespaces")]
    [InlineData("utf-16")]
    [InlineData("utf-16, big end first")]
    [InlineData("utf-8 with marks")]
    [InlineData("other paths")]
    [InlineData("descriptors")]
    [InlineData("stored")]
    [InlineData("zip64")]
    [InlineData("macros")]
    public void Workbook_HoweverItIsWritten_HasTheSameCellsAndFormats(string name)
    {
        Assert.Equal(File("inline texts").ReadCells(), File(name).ReadCells());
        Assert.Equal(File("inline texts").ReadFormats(), File(name).ReadFormats());
    }

    [Fact]
    public void StylesAndTexts_UnderOtherNames_AreFoundByTheirRelationships()
    {
        var parts = Workbook.Of([CellValue.Shared("Email"), 0.5.AsPercent()]).Parts().ConvertAll(part => (
            part.Name.Replace("styles.xml", "Looks/s.xml", StringComparison.Ordinal).Replace("sharedStrings.xml", "words.xml", StringComparison.Ordinal),
            part.Name.EndsWith(".rels", StringComparison.Ordinal)
                ? System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(part.Content)
                    .Replace("\"styles.xml", "\"looks/S.xml", StringComparison.Ordinal).Replace("\"sharedStrings.xml", "\"..\\xl\\words.xml", StringComparison.Ordinal))
                : part.Content));
        var file = SourceFile.FromBytes("a", WorkbookBuilder.Zip(parts.Where(part => part.Item1 != "[Content_Types].xml")));
        Assert.Equal(["A1 s Email", "B1 n 0.5"], file.ReadCells());
        Assert.True(file.ReadFormats()[1].IsPercentage);
    }

    [Fact]
    public void Texts_ThatTheWorkbookNamesButLacks_AreMissedOnlyByCellsThatShareThem()
    {
        Assert.Equal(["A1 s Email"], Named(["Email"]).ReadCells());
        Assert.Equal("bad_reference", Assert.Throws<SourceException>(() => Named([CellValue.Raw("t=\"s\"", "<v>0</v>")]).ReadCells()).Problem.Code);

        static SourceFile Named(object?[] row) => Workbook.Of(row, [CellValue.Raw("t=\"inlineStr\"", "")]).Part("xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>").ToFile();
    }

    private static SourceFile File(string name) => SourceFile.FromBytes("Test.xlsx", WorkbookSeeds.All.Single(seed => seed.Name == name).Zip.Clone().Write());
}
