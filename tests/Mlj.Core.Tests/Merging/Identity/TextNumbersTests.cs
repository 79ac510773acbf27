using Mlj.Merging.Identity;

namespace Mlj.Tests.Merging.Identity;

public class TextNumbersTests
{
    [Fact]
    public void Add_AnyTexts_NumbersEachOnceInTheOrderOfComing()
    {
        var random = new Random(1);
        var numbers = new TextNumbers();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var round = 0; round < 5_000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(6)).Select(_ => "abçAB.@"[random.Next(7)])]);
            Assert.Equal(known.GetValueOrDefault(text, TextNumbers.None), numbers.Find(text));
            Assert.Equal(known.ContainsKey(text), numbers.Contains(text));
            known.TryAdd(text, known.Count);
            Assert.Equal(known[text], numbers.Add(text));
        }
        Assert.Equal(known.Count, numbers.Count);
        Assert.All(known, each => Assert.Equal(each.Key, numbers[each.Value]));
    }
}
