using System.Net;
using System.Text;
using Mlj.Recognition.Words;
using Mlj.Values;

namespace Mlj.Recognition.Maxima;

/// <summary>The maximum that some headings carry.</summary>
internal static class HeadingMaximum
{
    /// <summary>What may stand behind a maximum without a meaning.</summary>
    private static readonly char[] BehindMaximum = [' ', '*', ':', '\u00a0'];

    /// <summary>
    /// The heading without its maximum, and the maximum: <c>Total Marks (24)</c>, <c>Grade/10.00</c>, <c>Score /10</c>,
    /// <c>Total Score (0 - 100)</c>, <c>Score out of 30</c>, <c>Note sur 20</c>, <c>Points: 15 possible</c>, <c>Points [20 pts]</c>,
    /// and what learning systems write: <c>Test 1 [Total Pts: 25 Score] |77</c>, <c>Test 2 &lt;Numeric MaxPoints:20&gt;</c>. A comma counts as a decimal mark, and what is written wide as if it were not.
    /// </summary>
    public static (string Text, decimal? Maximum) Split(string heading)
    {
        var words = RecognitionWords.Instance;
        var text = (heading.Contains('&') ? WebUtility.HtmlDecode(heading) : heading).InForm(NormalizationForm.FormKC).Trim();
        var end = text.LastIndexOf('|') is > 0 and var bar && !text.AsSpan(bar + 1).Trim().ContainsAnyExceptInRange('0', '9') ? text[..bar].TrimEnd(BehindMaximum) : text.TrimEnd(BehindMaximum);
        if (end.Length == 0)
            return (text, null);
        if (end[^1] is ')' or ']' && end.LastIndexOfAny(['(', '[']) is > 0 and var open
            && Stated(end.AsSpan(open + 1, end.Length - open - 2), isAlone: true) is > 0 and var bracketed)
            return (end[..open].TrimEnd(), bracketed);
        if (end[^1] == '>' && end.LastIndexOf('<') is > 0 and var angle)
            foreach (var key in words.MaximumKeys)
                if (end.IndexOf(key, angle, StringComparison.OrdinalIgnoreCase) is > 0 and var at && HeadingText.NumberAt(end.AsSpan(at + key.Length), out _) is > 0 and var keyed)
                    return (end[..angle].TrimEnd(), keyed);
        if (end.LastIndexOf('/') is > 0 and var slash && Stated(end.AsSpan(slash + 1), isAlone: true) is > 0 and var behindSlash)
            return (end[..slash].TrimEnd(), behindSlash);
        foreach (var lead in words.MaximumLeads)
            if (end.LastIndexOf(" " + lead, StringComparison.OrdinalIgnoreCase) is > 0 and var before && before + 1 + lead.Length is var after
                && after < end.Length && !char.IsLetterOrDigit(end[after]) && Stated(end.AsSpan(after)) is > 0 and var behindWords)
                return (end[..before].TrimEnd(), behindWords);
        foreach (var tail in words.MaximumTails)
            if (end.EndsWith(" " + tail, StringComparison.OrdinalIgnoreCase) && end[..^tail.Length].TrimEnd() is var rest
                && rest.LastIndexOf(' ') is > 0 and var space && Stated(rest.AsSpan(space)) is > 0 and var beforeWords)
                return (rest[..space].TrimEnd(BehindMaximum), beforeWords);
        return (text, null);
    }

    /// <summary>The number that is all of a heading, above 0: of how many the points of a question are, in <c>15.0</c>; null when anything else stands there.</summary>
    public static decimal? Worth(string heading) =>
        HeadingText.NumberAt(heading.AsSpan().Trim(), out var length) is > 0 and var number && length == heading.AsSpan().Trim().Length ? number : null;

    /// <summary>The one number of a text all of whose words speak of a maximum: <c>out of 24</c>, <c>24 pts</c>, <c>0 - 100</c>; null when it says anything else.</summary>
    /// <param name="text">What stands in brackets, or behind a slash or a word.</param>
    /// <param name="isAlone">Whether a bare number may be a year or some system's own number, and is none then.</param>
    public static decimal? Stated(ReadOnlySpan<char> text, bool isAlone = false)
    {
        const int MostBare = 10_000;
        decimal? first = null, last = null;
        bool hasWords = false, hasDash = false;
        while (!(text = text.TrimStart(" \t\n\u00a0/:.")).IsEmpty)
        {
            if (HeadingText.NumberAt(text, out var length) is { } number)
            {
                if (last is not null && first is not null && first != last)
                    return null;
                (first, last) = (first ?? number, number);
                if (first != last && first != 0)
                    return null;
            }
            else if ((length = HeadingText.WordAt(text)) > 0)
            {
                if (!RecognitionWords.Instance.IsOfMaximum(text[..length]))
                    return null;
                hasWords = true;
            }
            else if (text[0] is '-' or '–' && last == 0 && !hasDash)
                (hasDash, length) = (true, 1);
            else
                return null;
            text = text[length..];
        }
        return isAlone && !hasWords && !hasDash && last is >= MostBare or (> 2000 and <= 2100) ? null : last;
    }
}
