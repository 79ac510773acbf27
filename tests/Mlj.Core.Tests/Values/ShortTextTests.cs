using Mlj.Values;

namespace Mlj.Tests.Values;

public class ShortTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("abcd", "abcd")]
    [InlineData("abcde", "abcd…")]
    [InlineData("ab😀", "ab😀")]
    [InlineData("ab😀c", "ab😀…")]
    [InlineData("abc😀", "abc…")]
    public void Of_ATextOfMoreThanFourCharacters_IsItsBeginning(string text, string expected) => Assert.Equal(expected, ShortText.Of(text, 4));
}
