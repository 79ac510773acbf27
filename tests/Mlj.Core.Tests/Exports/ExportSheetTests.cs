using Mlj.Exports;
using Mlj.Tables;

namespace Mlj.Tests.Exports;

public class ExportSheetTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a:b")]
    [InlineData("a\\b")]
    [InlineData("a/b")]
    [InlineData("a?b")]
    [InlineData("a*b")]
    [InlineData("a[b")]
    [InlineData("a]b")]
    [InlineData("'a")]
    [InlineData("a'")]
    [InlineData("a\nb")]
    [InlineData("a\u0001b")]
    [InlineData("a\uD800b")]
    [InlineData("history")]
    [InlineData("12345678901234567890123456789012")]
    public void Sheet_ANameThatNoProgramAccepts_Throws(string name) => Assert.Throws<ArgumentException>(() => new ExportSheet(name, new Table()));

    [Theory]
    [InlineData("1234567890123456789012345678901")]
    [InlineData("It's")]
    [InlineData("Ẹ̀kọ́ 😀")]
    [InlineData("<&>\"")]
    public void Sheet_AnyOtherName_Stands(string name) => Assert.Equal(name, new ExportSheet(name, new Table()).Name);

    [Fact]
    public void Book_OfOneSheet_NeedNotNameItTwice()
    {
        var sheet = new ExportSheet("Results", new Table());
        Assert.Equal([sheet], new ExportBook(sheet).Sheets);
        Assert.Throws<ArgumentException>("sheets", () => new ExportBook(sheet, new ExportSheet("Other", new Table())));
        Assert.Throws<ArgumentException>("sheets", () => new ExportBook(sheet, sheet, null!));
    }
}
