using Mlj.Values;

namespace Mlj.Tests.Values;

public class NearnessTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "ann", 3)]
    [InlineData("ann", "ann", 0)]
    [InlineData("ann", "anna", 1)]
    [InlineData("ann", "amn", 1)]
    [InlineData("gmial", "gmail", 1)]
    [InlineData("example.con", "example.com", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("abcd", "badc", 2)]
    [InlineData("Ann", "ann", 1)]
    public void Distance_OfTwoWords_IsTheSameBothWays(string one, string other, int distance)
    {
        Assert.Equal(distance, Nearness.Distance(one, other));
        Assert.Equal(distance, Nearness.Distance(other, one));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Distance_UpToALimit_IsTheDistanceOrOneMoreThanTheLimit(int most)
    {
        var chance = new Random(most);
        for (var trial = 0; trial < 20_000; trial++)
        {
            var (one, other) = (Word(), Word());
            Assert.Equal(Math.Min(Nearness.Distance(one, other), most + 1), Nearness.Distance(one, other, most));
        }

        // Few letters, so that words are often near.
        string Word() => string.Create(chance.Next(0, 9), chance, static (letters, chance) =>
        {
            foreach (ref var letter in letters)
                letter = (char)('a' + chance.Next(0, 3));
        });
    }

    [Fact]
    public void Distance_UpToALargeLimit_NeedsNoLargeStack()
    {
        var (one, other) = (new string('a', 3000) + "b", new string('a', 1500) + "c" + new string('a', 1500));
        Assert.Equal(2, Nearness.Distance(one, other, 1000));
        Assert.Equal(1001, Nearness.Distance(new string('a', 3000), new string('b', 3000), 1000));
        Assert.Throws<ArgumentOutOfRangeException>(() => Nearness.Distance("a", "b", -1));
    }
}
