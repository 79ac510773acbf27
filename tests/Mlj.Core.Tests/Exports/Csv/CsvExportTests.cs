using System.Text;
using Mlj.Exports;
using Mlj.Exports.Csv;
using Mlj.Sources;
using Mlj.Tables;
using Mlj.Testing.Contracts;
using Mlj.Testing.Workbooks;

namespace Mlj.Tests.Exports.Csv;

public class CsvExportTests : ExportFormatContract
{
    protected override IExportFormat Format => new CsvExport();

    [Fact]
    public void Write_ATable_IsRfc4180WithByteOrderMark() =>
        Assert.Equal("\uFEFFName,\"Score, %\"\r\n\"Ada \"\"A\"\" Òjó\",50.00\r\n\"two\nlines\",\r\n,49.996\r\n", Text(Books.Of(
            new Column.Texts("Name", ["Ada \"A\" Òjó", "two\nlines", null]),
            new Column.Numbers("Score, %", [50, null, 49.996m]) { Format = NumberFormat.Percentage.WithBoundary(50) })));

    [Fact]
    public void Write_TextLikeAFormula_IsPrefixed() =>
        Assert.Equal("\uFEFF'=h\r\n'=1+1\r\n'+49\r\n'-5\r\n'@x\r\n\"'\tt\"\r\n\"'\rr\"\r\n'=\r\na=b\r\n 1\r\n", Text(Books.Of(
            new Column.Texts("=h", ["=1+1", "+49", "-5", "@x", "\tt", "\rr", "=", "a=b", " 1"]))));

    [Fact]
    public void Write_NegativeNumbers_StayNumbers() =>
        Assert.Equal("\uFEFFN\r\n-5\r\n-0.25\r\n", Text(Books.Of(new Column.Numbers("N", [-5, -0.25m]))));

    [Fact]
    public void Write_RowsOfNothing_AreNotLost() =>
        Assert.Equal("\uFEFFN\r\n\"\"\r\n\"\"\r\n", Text(Books.Of(new Column.Texts("N", [null, ""]))));

    [Fact]
    public void Write_LoneSurrogates_AreReplaced() => Assert.Equal("\uFEFFN\r\na\uFFFDb\r\n", Text(Books.Of(new Column.Texts("N", ["a\uD800b"]))));

    [Fact]
    public void Write_Nul_IsReplaced() => Assert.Equal("\uFEFFN\uFFFD\r\na\uFFFDb\r\n", Text(Books.Of(new Column.Texts("N\0", ["a\0b"]))));

    [Theory]
    [InlineData("Name", "Ann;Lee", "Bob;Ray", "Cy;Doe")]
    [InlineData("a\tb", "1\t2", "3\t4")]
    [InlineData("a|b", "c|d")]
    [InlineData("x,y", "1;2;3")]
    [InlineData("sep=;", "x")]
    [InlineData("SEP=x", "axb")]
    [InlineData("Sep= ", "a b")]
    public void Write_TextWithWhatSeparatesElsewhere_IsReadBackWhole(string heading, params string[] cells)
    {
        var column = new Column.Texts(heading, cells);
        Assert.Equal([$"A1 s {heading}", .. cells.Select((cell, row) => $"A{row + 2} s {cell}")], SourceFile.FromBytes("a.csv", Written(Books.Of(column))).ReadCells());
    }

    [Fact]
    public void Write_WithoutColumns_IsAnEmptyText() => Assert.Equal("\uFEFF", Text(Books.Of()));

    [Fact]
    public void Write_RowsInTheTablesOrder_KeepsIt() =>
        Assert.Equal("\uFEFFN\r\nc\r\na\r\n", Text(Books.Of(new Table(new Column.Texts("N", ["a", "b", "c"])).Ordered(RowOrder.Of([2, 0])))));

    private string Text(ExportBook book) => Encoding.UTF8.GetString(Written(book));
}
