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
}
