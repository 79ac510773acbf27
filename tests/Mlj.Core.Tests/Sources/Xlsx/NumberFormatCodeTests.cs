using Mlj.Sources;
using Mlj.Testing.Workbooks;

namespace Mlj.Tests.Sources.Xlsx;

public class NumberFormatCodeTests
{
    [Theory]
    [InlineData("yyyy-mm-dd")]
    [InlineData("d. mmm yy")]
    [InlineData("[h]:mm:ss")]
    [InlineData("[$-409]h:mm AM/PM")]
    [InlineData("[mm]:ss.0")]
    [InlineData("dd\\/mm\\/yyyy;@")]
    public void Code_WithDateLetters_IsADate(string code) => Assert.True(Format(code).IsDate);

    [Theory]
    [InlineData("0.00")]
    [InlineData("General")]
    [InlineData("#,##0.00_);[Red](#,##0.00)")]
    [InlineData("0\" days\"")]
    [InlineData("0\\d")]
    [InlineData("[Red]0")]
    [InlineData("[$USD] 0.00")]
    [InlineData("0_y")]
    [InlineData("0;yyyy")]
    [InlineData("0.00E+00")]
    public void Code_WithLettersThatMeanNoDate_IsNone(string code) => Assert.Equal(CellFormat.General, Format(code));

    [Theory]
    [InlineData("0%")]
    [InlineData("0.00 %")]
    [InlineData("[Green]0.0%;[Red]-0.0%")]
    public void Code_WithAPercentSign_IsAPercentage(string code) => Assert.True(Format(code).IsPercentage);

    [Theory]
    [InlineData("0\"%\"")]
    [InlineData("0\\%")]
    public void Code_WithAPercentSignAsText_IsNone(string code) => Assert.False(Format(code).IsPercentage);

    [Theory]
    [InlineData("0\" / 10\"", 10)]
    [InlineData("0\"/10\"", 10)]
    [InlineData("0.00\" / 24\"", 24)]
    [InlineData("0 \"/\" \"30\"", 30)]
    [InlineData("0\\/\\2\\0", 20)]
    [InlineData("General\" / 12.5\"", 12.5)]
    [InlineData("0\" / 10\";-0\" / 10\"", 10)]
    public void Code_WithAMaximumBehindTheNumber_TellsIt(string code, double maximum) => Assert.Equal((decimal)maximum, Format(code).Maximum);

    [Theory]
    [InlineData("# ?/10")]
    [InlineData("0\" / \"0")]
    [InlineData("0\" / 0\"")]
    [InlineData("0\" / ten\"")]
    [InlineData("0\" of 10\"")]
    [InlineData("\"1/\"0")]
    [InlineData("0\" / 10\"%")]
    public void Code_WithoutSuchAMaximum_TellsNone(string code) => Assert.Null(Format(code).Maximum);

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(2, false, false)]
    [InlineData(9, true, false)]
    [InlineData(10, true, false)]
    [InlineData(13, false, false)]
    [InlineData(14, false, true)]
    [InlineData(22, false, true)]
    [InlineData(23, false, false)]
    [InlineData(30, false, true)]
    [InlineData(46, false, true)]
    [InlineData(49, false, false)]
    [InlineData(58, false, true)]
    public void BuiltIn_IsKnownByItsNumber(int id, bool isPercentage, bool isDate)
    {
        var format = Workbook.Of([CellValue.BuiltIn(1, id)]).ToFile().ReadFormats()[0];
        Assert.Equal((isPercentage, isDate), (format.IsPercentage, format.IsDate));
    }

    [Fact]
    public void Dates_OfAWorkbookFrom1904_SaySo()
    {
        Assert.True(Workbook.Of([1.0.In("yyyy")]).With1904().ToFile().ReadFormats()[0].Is1904);
        Assert.False(Workbook.Of([1.0.In("yyyy")]).ToFile().ReadFormats()[0].Is1904);
    }

    [Fact]
    public void Cells_OfOneFormat_ShareOneObject()
    {
        var formats = Workbook.Of([0.1.AsPercent(), 0.2.AsPercent()], [0.3.AsPercent(), 5]).ToFile().ReadFormats();
        Assert.Same(formats[0], formats[1]);
        Assert.Same(formats[0], formats[2]);
        Assert.Same(CellFormat.General, formats[3]);
    }

    private static CellFormat Format(string code) => Workbook.Of([7.In(code)]).ToFile().ReadFormats()[0];
}
