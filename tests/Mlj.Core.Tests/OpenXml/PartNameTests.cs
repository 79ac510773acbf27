using Mlj.OpenXml;

namespace Mlj.Tests.OpenXml;

public class PartNameTests
{
    [Theory]
    [InlineData("xl/workbook.xml", "xl/workbook.xml")]
    [InlineData("/XL\\Workbook.xml", "xl/workbook.xml")]
    [InlineData("xl//./a/../b.xml", "xl/b.xml")]
    [InlineData("../../etc/passwd", "etc/passwd")]
    [InlineData("%2e%2e/a", "a")]
    [InlineData("a/..", "")]
    [InlineData("..", "")]
    [InlineData("", "")]
    public void Normalise_AnySpelling_GivesOne(string name, string expected) => Assert.Equal(expected, PartName.Normalise(name));

    [Theory]
    [InlineData("", "xl/workbook.xml", "xl/workbook.xml")]
    [InlineData("xl/workbook.xml", "styles.xml", "xl/styles.xml")]
    [InlineData("xl/workbook.xml", "/styles.xml", "styles.xml")]
    [InlineData("xl/worksheets/sheet1.xml", "../drawings/d.xml", "xl/drawings/d.xml")]
    public void Resolve_SeesFromTheFolderOfThePart(string source, string target, string expected) => Assert.Equal(expected, PartName.Resolve(source, target));

    [Theory]
    [InlineData("", "_rels/.rels")]
    [InlineData("workbook.xml", "_rels/workbook.xml.rels")]
    [InlineData("xl/workbook.xml", "xl/_rels/workbook.xml.rels")]
    public void OfRelationships_StandsBesideThePart(string source, string expected) => Assert.Equal(expected, PartName.OfRelationships(source));
}
