using System.Globalization;
using Mlj.Exports.Xlsx;
using Mlj.Tables;

namespace Mlj.Tests.Exports.Xlsx;

public class NumberCellTests
{
    [Theory]
    [InlineData("0", "0", null)]
    [InlineData("-0.00", "0", null)]
    [InlineData("76.50", "76.5", null)]
    [InlineData("12345678", "12345678", null)]
    [InlineData("123456789", "123456789", 0)]
    [InlineData("0.000000125", "0.000000125", 9)]
    [InlineData("0.3333333333333333333333333333", "0.3333333333333333", 15)]
    [InlineData("76.4705882352941176470588", "76.47058823529412", 13)]
    public void Of_ANumberAsItIs_KeepsItsDigits(string number, string value, int? decimals) =>
        Assert.Equal(new NumberCell(value, decimals), NumberCell.Of(Decimal(number), NumberFormat.AsIs));

    [Theory]
    [InlineData("50", "50", 2)]
    [InlineData("49.996", "49.996", 3)]
    [InlineData("49.9949", "49.9949", 2)]
    [InlineData("99.9999", "99.9999", 4)]
    [InlineData("0.001", "0.001", 3)]
    [InlineData("50.004", "50.004", 3)]
    [InlineData("76.4705882352941176470588", "76.47058823529412", 2)]
    [InlineData("49.9999999999999", "49.9999999999999", 13)]
    [InlineData("49.99999999999999999", "49.9999999999999", 13)]
    [InlineData("50.00000000000000001", "50.0000000000001", 13)]
    [InlineData("99.99999999999999999999", "99.9999999999999", 13)]
    public void Of_ANumberNextToABoundary_ShowsItsSide(string number, string value, int? decimals) =>
        Assert.Equal(new NumberCell(value, decimals), NumberCell.Of(Decimal(number), NumberFormat.Percentage.WithBoundary(50)));

    private static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
