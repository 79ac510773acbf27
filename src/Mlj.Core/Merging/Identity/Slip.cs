namespace Mlj.Merging.Identity;

/// <summary>The one slip between two texts: another character, one more, or two neighbours swapped.</summary>
/// <param name="Changed">The characters that are swapped, or the one of either text or both that the other has not.</param>
/// <param name="IsSwap">Whether two neighbours are swapped.</param>
internal readonly record struct Slip(string Changed, bool IsSwap)
{
    /// <summary>The slip between two texts; null when they are the same or further apart.</summary>
    public static Slip? Between(string one, string other)
    {
        var first = one.AsSpan(one.AsSpan().CommonPrefixLength(other));
        var second = other.AsSpan(one.Length - first.Length);
        while (!first.IsEmpty && !second.IsEmpty && first[^1] == second[^1])
        {
            first = first[..^1];
            second = second[..^1];
        }
        return (first.Length, second.Length) switch
        {
            (2, 2) when first[0] == second[1] && first[1] == second[0] => new Slip(first.ToString(), IsSwap: true),
            (0 or 1, 0 or 1) when first.Length + second.Length > 0 => new Slip($"{first}{second}", IsSwap: false),
            _ => null,
        };
    }

    /// <summary>What differs, in words: <c>one letter</c>, <c>two swapped digits</c>.</summary>
    public string Told => IsSwap ? $"two swapped {Kind}s" : $"one {Kind}";

    private string Kind => Changed.All(char.IsLetter) ? "letter" : Changed.All(char.IsDigit) ? "digit" : "character";
}
