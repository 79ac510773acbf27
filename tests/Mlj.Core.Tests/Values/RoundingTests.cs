using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Mlj.Values;

namespace Mlj.Tests.Values;

public class RoundingTests
{
    [Theory]
    [InlineData("0.5", 0, "1")]
    [InlineData("1.5", 0, "2")]
    [InlineData("2.5", 0, "3")]
    [InlineData("88.5", 0, "89")]
    [InlineData("-2.5", 0, "-3")]
    [InlineData("2.345", 2, "2.35")]
    [InlineData("2.344999", 2, "2.34")]
    [InlineData("66.6666666666", 2, "66.67")]
    public void HalfAwayFromZero_AtTheMiddle_GoesAway(string value, int decimals, string rounded) =>
        Assert.Equal(Number(rounded), Rounding.HalfAwayFromZero(Number(value), decimals));

    [Theory]
    [InlineData("49.996", 2, "49.996", "50")]
    [InlineData("49.99999999", 2, "49.99999999", "50")]
    [InlineData("49.994", 2, "49.99", "50")]
    [InlineData("50", 2, "50.00", "50")]
    [InlineData("50.004", 2, "50.004", "50")]
    [InlineData("99.999", 1, "99.999", "100")]
    [InlineData("99.949", 1, "99.9", "100")]
    [InlineData("59.9951", 2, "59.995", "60 50 100")]
    [InlineData("7.5", 2, "7.50", "")]
    [InlineData("-49.996", 2, "-49.996", "-50")]
    public void HonestText_BesideABoundary_ShowsAsManyDigitsAsItTakes(string value, int decimals, string shown, string boundaries) =>
        Assert.Equal(shown, Rounding.HonestText(Number(value), decimals, Numbers(boundaries)));

    [Fact]
    public void HonestText_JustAboveTheBoundary_ShowsThatItIsAbove() =>
        Assert.Equal("50.0000000000000000000000001", Rounding.HonestText(50.0000000000000000000000001m, 2, [50]));

    [Fact]
    public void Honest_OfAnyValue_StaysOnItsSideOfEveryBoundary()
    {
        var values = from whole in Gen.Choose(-2_000_000, 2_000_000)
                     from scale in Gen.Choose(0, 6)
                     select new decimal(whole) / Power(scale);
        var cases = from value in values
                    from decimals in Gen.Choose(0, 5)
                    from near in Gen.Choose(-20, 20)
                    from others in values.ListOf(3)
                    select (Value: value, Decimals: decimals, Boundaries: others.Append(value + near * 0.0005m).Append(decimal.Floor(value)).ToList());

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20_260_219, 7), Prop.ForAll(cases.ToArbitrary(), each =>
        {
            var shown = Rounding.Honest(each.Value, each.Decimals, each.Boundaries);
            Assert.All(each.Boundaries, boundary => Assert.Equal(each.Value.CompareTo(boundary), shown.CompareTo(boundary)));
            Assert.True(Math.Abs(shown - each.Value) <= 0.5m / Power(each.Decimals));
            Assert.Equal(shown, Number(Rounding.HonestText(each.Value, each.Decimals, each.Boundaries)));
        }));
    }

    [Fact]
    public void Honest_WithoutABoundary_IsPlainRounding() => Assert.Equal(50.00m, Rounding.Honest(49.996m, 2, []));

    private static decimal Power(int exponent) => Enumerable.Repeat(10m, exponent).Aggregate(1m, (product, ten) => product * ten);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static List<decimal> Numbers(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number)];
}
