using System.Globalization;
using Mlj.Values;

namespace Mlj.Tests.Values;

public class ScoreTests
{
    [Theory]
    [InlineData("14", "24", "58.333333333333333333333333333")]
    [InlineData("0", "24", "0")]
    [InlineData("24", "24", "100")]
    [InlineData("13.5", "15", "90")]
    public void Percentage_OfPoints_IsNotRounded(string points, string maximum, string percentage) =>
        Assert.Equal(percentage, new Score(Number(points), Number(maximum)).Percentage.ToString("0.###########################", CultureInfo.InvariantCulture));

    [Fact]
    public void ToString_OfAScore_LeavesOutZerosThatSayNothing()
    {
        Assert.Equal("14/24", new Score(14.00m, 24.0m).ToString());
        Assert.Equal("13.5/15", new Score(13.50m, 15).ToString());
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
