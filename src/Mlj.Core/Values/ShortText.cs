namespace Mlj.Values;

/// <summary>Texts short enough to be read in a sentence.</summary>
internal static class ShortText
{
    /// <summary>The text, or its beginning and an ellipsis; never half of a character.</summary>
    /// <param name="text">The text, which is well-formed.</param>
    /// <param name="longest">The most characters of it that are kept.</param>
    public static string Of(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = longest > 0 && char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return $"{text.AsSpan(0, end)}…";
    }
}
