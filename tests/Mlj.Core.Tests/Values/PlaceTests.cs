using Mlj.Values;

namespace Mlj.Tests.Values;

public class PlaceTests
{
    [Theory]
    [InlineData(1, "A")]
    [InlineData(26, "Z")]
    [InlineData(27, "AA")]
    [InlineData(52, "AZ")]
    [InlineData(53, "BA")]
    [InlineData(702, "ZZ")]
    [InlineData(703, "AAA")]
    [InlineData(16384, "XFD")]
    public void Column_NumberAndLetters_MeanTheSame(int number, string letters)
    {
        Assert.Equal(letters, Place.ColumnLetters(number));
        Assert.Equal(number, Place.ColumnNumber(letters));
        Assert.Equal(number, Place.ColumnNumber(letters.ToLowerInvariant()));
    }

    [Fact]
    public void ColumnLetters_OfTheHighestNumber_FindsRoom() => Assert.Equal("FXSHRXW", Place.ColumnLetters(int.MaxValue));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void ColumnLetters_BelowOne_IsRefused(int number) =>
        Assert.Equal("column", Assert.Throws<ArgumentOutOfRangeException>(() => Place.ColumnLetters(number)).ParamName);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("A1")]
    [InlineData("AAAA")]
    [InlineData("É")]
    [InlineData(" A")]
    public void ColumnNumber_OfOtherText_IsNull(string? letters) => Assert.Null(Place.ColumnNumber(letters));

    [Fact]
    public void ToString_OfEachPart_SaysWhatIsKnown()
    {
        Assert.Equal("'Test 3.xlsx', sheet 'Answers', row 14, column AC", new Place("Test 3.xlsx", "Answers", 14, 29).ToString());
        Assert.Equal("'Test 3.xlsx', column C", new Place("Test 3.xlsx", Column: 3).ToString());
        Assert.Equal("'Test 3.csv', row 2", new Place("Test 3.csv", "Test 3.csv", 2).ToString());
    }
}
