using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Mlj.Values;

namespace Mlj.Tests.Values;

public class NumberTextTests
{
    [Theory]
    [InlineData(0.58299999999999996, "0.583")]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(76.470588235294116, "76.4705882352941")]
    [InlineData(14, "14")]
    [InlineData(-0.0, "0")]
    [InlineData(-7.25, "-7.25")]
    [InlineData(999999999999999, "999999999999999")]
    [InlineData(1234567890123456, "1234567890123460")]
    [InlineData(1e28, "10000000000000000000000000000")]
    [InlineData(1e-7, "0.0000001")]
    [InlineData(1e-300, "0")]
    public void ToDecimal_OfADouble_IsWhatASpreadsheetShows(double value, string shown) =>
        Assert.Equal(shown, NumberText.ToDecimal(value)?.ToString("0.############################", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e308)]
    [InlineData(-1e29)]
    public void ToDecimal_OfWhatNoDecimalHolds_IsNull(double value) => Assert.Null(NumberText.ToDecimal(value));

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(42, "42")]
    [InlineData(-42.5, "-42.5")]
    [InlineData(-0.0, "0")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(1.5e-07, "1.5e-07")]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(1234567890123456, "1234567890123456")]
    [InlineData(-1234567890123456, "-1234567890123456")]
    [InlineData(9999999999999998, "9999999999999998")]
    [InlineData(1e16, "1e+16")]
    [InlineData(-1e16, "-1e+16")]
    [InlineData(12345678901234568, "1.2345678901234568e+16")]
    [InlineData(1e22, "1e+22")]
    [InlineData(1e308, "1e+308")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(0.58299999999999996, "0.583")]
    public void RoundTrip_OfADouble_IsItsShortestText(double value, string text) => Assert.Equal(text, NumberText.RoundTrip(value));

    [Fact]
    public void RoundTrip_OfAnyDouble_ReadsBackAsTheSame()
    {
        var bits = from high in Gen.Choose(int.MinValue, int.MaxValue)
                   from low in Gen.Choose(int.MinValue, int.MaxValue)
                   select BitConverter.Int64BitsToDouble(((long)high << 32) | (uint)low);
        var marks = from whole in Gen.Choose(-100_000, 100_000)
                    from hundredths in Gen.Choose(1, 1000)
                    select whole / (double)hundredths;
        var large = from whole in Gen.Choose(1, int.MaxValue)
                    from zeros in Gen.Choose(0, 12)
                    select whole * Math.Pow(10, zeros);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(20_260_219, 7), Prop.ForAll(Gen.OneOf(bits.Where(double.IsFinite), marks, large).ToArbitrary(), value =>
        {
            var text = NumberText.RoundTrip(value);
            Assert.Equal(value, double.Parse(text, CultureInfo.InvariantCulture));
            Assert.Equal(Math.Abs(value) is >= 1e-4 and < 1e16 || value == 0, !text.Contains('e'));
        }));
    }
}
