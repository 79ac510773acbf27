using System.Globalization;
using System.Text;
using Mlj.Exports.Xlsx;
using Mlj.Tables;

namespace Mlj.Tests.Exports.Xlsx;

public class QuickNumberTests
{
    private static readonly NumberFormat[] Formats =
    [
        NumberFormat.AsIs, new(0), new(2), new(15), new(28), new(-1), new(99), NumberFormat.Percentage, NumberFormat.Percentage.WithBoundary(50), NumberFormat.AsIs.WithBoundary(50),
        new NumberFormat(0) { Boundaries = [0, 40, 50, 60, 69.5m, 100] },
        new NumberFormat(1) { Boundaries = [1m / 3, -1, 79228162514264337593543950335m] },
    ];

    [Fact]
    public void TryWrite_AnyNumber_SaysWhatTheCarefulWaySays()
    {
        var chance = new Random(5);
        var quick = 0;
        const int Count = 200_000;
        for (var index = 0; index < Count; index++)
            quick += Check(Number(chance, index % 8), Formats[chance.Next(Formats.Length)]) ? 1 : 0;
        Assert.InRange(quick, Count / 2, Count);
    }

    [Fact]
    public void TryWrite_NumbersAroundBoundaries_SaysWhatTheCarefulWaySays()
    {
        foreach (var boundary in new[] { 0m, 40, 50, 69.5m, 100, 1m / 3, -1 })
            for (var step = 1m; step > 1e-27m; step /= 10)
                foreach (var factor in new[] { -2.000001m, -2, -1, -0.9m, -0.5m, -0.4999999999m, -0.1m, 0, 0.1m, 0.4999999999m, 0.5m, 0.9m, 1, 2, 2.000001m })
                    foreach (var format in Formats)
                        Check(boundary + factor * step, format);
    }

    [Theory]
    [InlineData("76.4705882352941176470588")]
    [InlineData("58.333333333333333333333333333")]
    [InlineData("0.0123456789012345678")]
    [InlineData("-7.1428571428571428571428571429")]
    [InlineData("72.25")]
    [InlineData("0")]
    [InlineData("50.00")]
    public void TryWrite_AUsualScore_IsQuick(string score) =>
        Assert.True(Check(decimal.Parse(score, CultureInfo.InvariantCulture), new NumberFormat(2) { Boundaries = [50, 100] }));

    private static bool Check(decimal number, NumberFormat format)
    {
        Span<byte> text = stackalloc byte[QuickNumber.MaxLength];
        if (!new QuickNumber(format).TryWrite(number, text, out var length, out var decimals))
            return false;
        Assert.Equal(NumberCell.Of(number, format), new NumberCell(Encoding.ASCII.GetString(text[..length]), decimals));
        return true;
    }

    private static decimal Number(Random chance, int kind) => kind switch
    {
        0 => chance.Next(-1000, 1000),
        1 => chance.Next(-100_000, 100_000) / 100m,
        2 => 100m * chance.Next(0, 61) / chance.Next(1, 61),
        3 => 100m * chance.Next() / int.MaxValue,
        4 => (decimal)(chance.NextDouble() * Math.Pow(10, chance.Next(-6, 9))),
        5 => 1000m * chance.Next() / int.MaxValue / chance.Next(1, 100_000),
        6 => new decimal(chance.Next(), chance.Next(), chance.Next(0, 1000), chance.Next(2) == 0, (byte)chance.Next(10, 29)),
        _ => new decimal(chance.Next(int.MinValue, int.MaxValue), chance.Next(), chance.Next(), chance.Next(2) == 0, (byte)chance.Next(29)),
    };
}
