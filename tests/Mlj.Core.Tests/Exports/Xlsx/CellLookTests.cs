using Mlj.Exports.Xlsx;

namespace Mlj.Tests.Exports.Xlsx;

public class CellLookTests
{
    [Fact]
    public void Ink_OnEveryFill_CanBeRead()
    {
        CellLook[] looks = [.. CellLook.All, .. Enumerable.Range(1, 40).Select(CellLook.ForTest)];
        Assert.All(looks, look => Assert.True(CellLook.Contrast(look.Ink, look.Fill ?? "FFFFFF") >= 4.5, look.Name));
        Assert.All([CellLook.Heading, CellLook.Passed, CellLook.Failed], look => Assert.Equal("FFFFFF", look.Ink));
    }

    [Fact]
    public void Contrast_OfKnownColours_IsWcags()
    {
        Assert.Equal(21, CellLook.Contrast("000000", "FFFFFF"), 6);
        Assert.Equal(5.25, CellLook.Contrast("FF0000", "000000"), 2);
        Assert.Equal(1, CellLook.Contrast("20B2AA", "20B2AA"), 6);
    }

    [Theory]
    [InlineData(1, "FFFFFF")]
    [InlineData(5, "FF0000")]
    [InlineData(10, "00FFFF")]
    [InlineData(11, "B0C4DE")]
    [InlineData(20, "D3D3D3")]
    [InlineData(21, "B0C4DE")]
    [InlineData(int.MaxValue, "8FBC8F")]
    public void ForTest_AnyNumber_HasItsColour(int test, string fill) => Assert.Equal(fill, CellLook.ForTest(test).Fill);

    [Theory]
    [InlineData("PASS", "Result passed")]
    [InlineData(" Passed ", "Result passed")]
    [InlineData("fail", "Result failed")]
    [InlineData("FAILED", "Result failed")]
    [InlineData("N/A", "Result verdict")]
    [InlineData("", "Result verdict")]
    public void ForVerdict_AnyWords_HasItsLook(string words, string name) => Assert.Equal(name, CellLook.ForVerdict(words).Name);
}
