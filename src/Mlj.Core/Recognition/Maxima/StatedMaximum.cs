using Mlj.Recognition.Words;

namespace Mlj.Recognition.Maxima;

/// <summary>A maximum that a title or a file's name states in words: <c>Maximum marks: 40</c>, <c>Physics (40 marks)</c>, <c>Quiz 2 out of 25</c>. A bare number states none.</summary>
/// <param name="Value">The maximum in points, above 0.</param>
/// <param name="Words">The words that say so, as they are written.</param>
/// <param name="Start">Where in the text the words begin, from 0.</param>
/// <param name="IsOfAll">Whether the words say that it is all that can be had, as <c>total</c> and <c>out of</c> do; the marks alone may be a section's.</param>
internal readonly record struct StatedMaximum(decimal Value, string Words, int Start, bool IsOfAll)
{
    private const string Brackets = "([{（【";
    private const string Edges = Brackets + ")]}）】;|\t\n\r，；";
    private const string Joins = " \u00a0:：=.-–—/*";

    private static readonly string[] SoftEdges = [" - ", " – ", " — ", ": ", "："];

    /// <summary>The one maximum that texts state; null when they state none, or several that differ.</summary>
    public static StatedMaximum? Of(IEnumerable<string> texts)
    {
        var all = texts.SelectMany(All).ToList();
        if (all.Exists(each => each.IsOfAll))
            all.RemoveAll(each => !each.IsOfAll);
        return all.Count > 0 && all.TrueForAll(each => each.Value == all[0].Value) ? all[0] : null;
    }

    /// <summary>All maxima that a text states, from left to right.</summary>
    public static IEnumerable<StatedMaximum> All(string text)
    {
        var plain = text.Replace('_', ' ');
        var former = (Start: 0, End: 0);
        for (var start = 0; start < plain.Length;)
        {
            var end = EndOf(plain, start);
            var isBehind = start > 0 && Brackets.Contains(plain[start - 1]) && IsDenied(plain[former.Start..former.End]);
            foreach (var found in OfPart(plain, start, end, isBehind || IsDenied(plain[start..end])))
                yield return found;
            former = (start, end);
            start = end + 1;
        }
    }

    /// <summary>The text with blanks where a maximum is stated.</summary>
    public static string Without(string text)
    {
        foreach (var (_, words, start, _) in All(text))
            text = string.Concat(text.AsSpan(0, start), new string(' ', words.Length), text.AsSpan(start + words.Length));
        return text;
    }

    private static IEnumerable<StatedMaximum> OfPart(string text, int start, int end, bool isDenied)
    {
        var part = text[start..end];
        if (isDenied)
            yield break;
        if (Whole(part, start) is { } whole)
        {
            yield return whole;
            yield break;
        }
        var found = false;
        for (var at = 0; at < part.Length;)
        {
            var (edge, next) = SoftEdgeOf(part, at);
            if ((at > 0 || edge < part.Length) && Whole(part[at..edge], start + at) is { } piece)
            {
                found = true;
                yield return piece;
            }
            at = next;
        }
        if (!found && Led(part, start) is { } led)
            yield return led;
    }

    /// <summary>A text that says nothing but a maximum.</summary>
    private static StatedMaximum? Whole(string text, int start)
    {
        var words = RecognitionWords.Instance;
        decimal? number = null;
        bool isKnown = true, hasUnit = false, hasColon = text.AsSpan().ContainsAny(":：=/");
        var others = 0;
        for (var rest = text.AsSpan().TrimStart(Joins); !rest.IsEmpty; rest = rest.TrimStart(Joins))
        {
            if (HeadingText.NumberAt(rest, out var length) is { } found)
            {
                if (number is not null)
                    return null;
                number = found;
            }
            else if ((length = HeadingText.WordAt(rest)) > 0)
            {
                var word = rest[..length];
                isKnown &= words.IsOfMaximum(word);
                // A unit behind its number is one; before it, it must be more than `pt 2` is.
                if (words.IsUnit(word) && (number is not null || (length > 2 && (hasColon || others > 0))))
                    hasUnit = true;
                else
                    others++;
            }
            else
                return null;
            rest = rest[length..];
        }
        if (number is not > 0 || !(hasUnit && isKnown) && !words.IsMaximum(LabelOf(text)))
            return null;
        var lead = text.Length - text.AsSpan().TrimStart().Length;
        return new StatedMaximum(number.Value, text.Trim(), start + lead, others > 0);
    }

    /// <summary>A text that ends with a maximum behind words that lead to it: <c>Physics Test 2 out of 40</c>, <c>Contrôle sur 20</c>.</summary>
    private static StatedMaximum? Led(string text, int start)
    {
        var words = RecognitionWords.Instance;
        foreach (var lead in words.MaximumLeads)
        {
            var at = text.LastIndexOf(" " + lead + " ", StringComparison.OrdinalIgnoreCase) + 1;
            if (at <= 0 || HeadingMaximum.Stated(text.AsSpan(at + lead.Length)) is not (> 0 and var value))
                continue;
            var before = new NumberedText(text[..at]);
            var hasUnit = char.IsLetter(text.AsSpan().TrimEnd(Joins)[^1]);
            var isSure = hasUnit || words.IsMaximum(HeadingText.Normalise(lead));
            var last = before.Count - 1;
            // `Test 7 out of 25` is a test of 25 points, `12 out of 40` is a count.
            if (before.Number(last) is null ? isSure || IsOfTest(before.Word(last)) : isSure && IsOfTest(before.WordBefore(last)))
                return new StatedMaximum(value, text[at..].Trim(), start + at, IsOfAll: true);
        }
        return null;
    }

    private static bool IsOfTest(string? word) =>
        word is not null && (RecognitionWords.Instance.StrongTestWords.Contains(word) || RecognitionWords.Instance.Exact(HeadingText.Normalise(word)).Any(each => each.Role == SourceColumnRole.Score));

    /// <summary>What a text says beside its number, as headings are compared.</summary>
    private static string LabelOf(string text) =>
        string.Join(' ', HeadingText.Normalise(string.Concat(text.Select(character => char.IsDigit(character) ? ' ' : character))).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static bool IsDenied(string text) => RecognitionWords.Instance.DeniesMaximum(HeadingText.Normalise(text));

    /// <summary>Where the part ends that begins at a place: at a bracket, a comma, a line's end.</summary>
    private static int EndOf(string text, int start)
    {
        for (var at = start; at < text.Length; at++)
            if (IsEdge(text, at))
                return at;
        return text.Length;

        static bool IsEdge(string text, int at) => text[at] switch
        {
            ',' => !char.IsDigit(text[Math.Max(at - 1, 0)]) || !char.IsDigit(text[Math.Min(at + 1, text.Length - 1)]),
            // Several blanks part columns that somebody made in one cell.
            ' ' => at > 0 && at + 1 < text.Length && text[at + 1] == ' ' && !Joins.Contains(text[at - 1]),
            var character => Edges.Contains(character),
        };
    }

    private static (int Edge, int Next) SoftEdgeOf(string text, int start)
    {
        var (edge, next) = (text.Length, text.Length);
        foreach (var soft in SoftEdges)
            if (text.IndexOf(soft, start, StringComparison.Ordinal) is >= 0 and var at && at < edge)
                (edge, next) = (at, at + soft.Length);
        return (edge, next);
    }
}
