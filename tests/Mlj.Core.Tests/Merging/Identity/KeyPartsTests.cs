using Mlj.Merging.Identity;

namespace Mlj.Tests.Merging.Identity;

public class KeyPartsTests
{
    private const int PersonBits = 16;

    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    [InlineData(40_000)]
    public void Repeated_OfAllParts_HasEveryKeyThatIsThereTwiceInOrder(int people)
    {
        var random = new Random(1);
        var parts = new KeyParts(people, PersonBits);
        var added = new List<ulong>();
        for (var number = 0; number < people * 17; number++)
        {
            // One key in twenty is one of few; the others are hardly ever there again.
            var key = random.Next(20) == 0 ? (ulong)random.Next(1 + people / 4) * 0x9E3779B97F4A7C15 : (ulong)random.NextInt64();
            added.Add(key << PersonBits | (uint)random.Next(people));
        }
        foreach (var number in added)
            parts.Add(number);

        var found = new List<ulong>();
        for (var part = 0; part < parts.Count; part++)
        {
            var numbers = parts.Repeated(part).ToArray();
            Assert.Equal(numbers.Order(), numbers);
            found.AddRange(numbers);
        }
        found.Sort();

        var again = added.GroupBy(number => number >> PersonBits).Where(key => key.Count() > 1).Select(key => key.Key).ToHashSet();
        var wanted = added.Where(number => again.Contains(number >> PersonBits)).ToList();
        Assert.Equal(wanted.Order(), found.Where(number => again.Contains(number >> PersonBits)));
        Assert.InRange(found.Count - wanted.Count, 0, added.Count / 5);
    }
}
