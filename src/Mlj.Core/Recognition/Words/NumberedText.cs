using System.Globalization;

namespace Mlj.Recognition.Words;

/// <summary>The words and numbers of a file's name or a title, and which of the numbers belong to a date or a time of day.</summary>
internal sealed class NumberedText
{
    private readonly List<Token> _tokens;

    /// <summary>Reads a text.</summary>
    public NumberedText(string text) => _tokens = Tokens(text);

    /// <summary>How many words and numbers there are.</summary>
    public int Count => _tokens.Count;

    /// <summary>The word at a place, in lower case; a number as it is written; null beyond the ends.</summary>
    public string? Word(int index) => index >= 0 && index < Count ? _tokens[index].Text : null;

    /// <summary>The number at a place; null for a word and beyond the ends, below 0 when it is too long for one.</summary>
    public int? Number(int index) => index >= 0 && index < Count ? _tokens[index].Number : null;

    /// <summary>The word straight before a number, signs such as <c>no</c> left out; null when there is none.</summary>
    public string? WordBefore(int index)
    {
        while (Word(--index) is { } word && Number(index) is null)
            if (!RecognitionWords.Instance.NumberSigns.Contains(word))
                return word;
        return null;
    }

    /// <summary>The word straight behind a number, endings such as <c>th</c> left out; null when there is none.</summary>
    public string? WordAfter(int index)
    {
        while (Word(++index) is { } word && Number(index) is null)
            if (!RecognitionWords.Instance.DateJoins.Contains(word))
                return word;
        return null;
    }

    /// <summary>Whether the number is of a day, a month, a year or a time of day.</summary>
    public bool IsPartOfDate(int index) =>
        IsYear(Number(index)) || IsOfNumericDate(index) || IsOfTime(index) || (WordAfter(index) is { } after && IsMonth(after)) || (Word(index - 1) is { } before && IsMonth(before));

    /// <summary>Whether the number stands in <c>2026-02-11</c> or <c>11.02.2026</c>.</summary>
    public bool IsOfNumericDate(int index)
    {
        for (var first = Math.Max(0, index - 2); first <= index; first++)
            if (IsNumericDate(first))
                return true;
        return false;
    }

    /// <summary>Whether a number is a year of our time.</summary>
    public static bool IsYear(int? number) => number is >= 1990 and <= 2100;

    /// <summary>Whether the number is of the hour, minute and second behind a date: <c>2026-02-11_09_30_00</c>, <c>20260211 09.30</c>, <c>11 Feb 2026, 9:30</c>.</summary>
    private bool IsOfTime(int index)
    {
        for (var hour = Math.Max(1, index - 2); hour <= index; hour++)
            if (Number(hour) is >= 0 and <= 23 && _tokens[hour].Text.Length <= 2 && IsSixtieth(hour + 1) && (EndsDate(hour - 1) || (Word(hour - 1) is "t" or "at" && EndsDate(hour - 2))))
                return index <= hour + 1 || IsSixtieth(hour + 2);
        return false;
    }

    /// <summary>Whether a number can be of minutes or seconds, which have two digits.</summary>
    private bool IsSixtieth(int index) => Number(index) is >= 0 and <= 59 && _tokens[index].Text.Length == 2;

    private bool EndsDate(int index) =>
        IsNumericDate(index - 2) || IsCompactDate(index) || (IsYear(Number(index)) && ((Word(index - 1) is { } month && IsMonth(month)) || (Word(index - 2) is { } earlier && IsMonth(earlier))));

    private bool IsNumericDate(int first) =>
        Number(first) is { } one && Number(first + 1) is { } two && Number(first + 2) is { } three
        && ((IsYear(one) && two is >= 1 and <= 12 && three is >= 1 and <= 31) || (IsYear(three) && one is >= 1 and <= 31 && two is >= 1 and <= 31));

    /// <summary>Whether the number is a whole date, as <c>20260211</c>.</summary>
    private bool IsCompactDate(int index) =>
        Number(index) is { } digits && IsYear(digits / 10_000) && digits / 100 % 100 is >= 1 and <= 12 && digits % 100 is >= 1 and <= 31;

    private static bool IsMonth(string word) => RecognitionWords.Instance.Months.ContainsKey(word);

    private static List<Token> Tokens(string text)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            if (char.IsAsciiDigit(text[at]))
            {
                while (at < text.Length && char.IsAsciiDigit(text[at]))
                    at++;
                tokens.Add(new Token(text[start..at], int.TryParse(text.AsSpan(start, at - start), CultureInfo.InvariantCulture, out var number) ? number : -1));
            }
            else if (char.IsLetter(text[at]))
            {
                while (at < text.Length && (char.IsLetter(text[at]) || char.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
                    at++;
                tokens.Add(new Token(text[start..at].ToLowerInvariant(), null));
            }
            else
                at++;
        }
        return tokens;
    }

    private readonly record struct Token(string Text, int? Number);
}
