using Mlj.Recognition.Words;

namespace Mlj.Recognition.Rows;

/// <summary>Tells rows of people from those that say something about the sheet: statistics, titles of sections, signatures.</summary>
internal static class RowLabels
{
    /// <summary>Whether a text in the name's place is the label of a statistic or of a maximum: <c>Points possible</c>, <c>Highest score</c>, <c>Absent: 2</c>.</summary>
    /// <param name="text">The text as it is written.</param>
    /// <param name="label">The text as headings are compared.</param>
    public static bool IsStatistic(string text, string label)
    {
        var words = RecognitionWords.Instance;
        if (words.NotPeople.Contains(label) || words.MaximumRows.Contains(label) || Begins(label, words.StatisticStarts) is not null)
            return true;
        int spoken = 0, numbers = 0;
        foreach (var range in label.AsSpan().Split(' '))
        {
            var word = label.AsSpan()[range];
            if (!word.ContainsAnyExceptInRange('0', '9'))
                numbers++;
            else if (words.IsOfStatistics(word) || (word is "n" && text.Contains('=')))
                spoken++;
            else
                return words.IsMaximum(label) && label.Contains(' ');
        }
        // One word alone may be a name: Max, Mark, Grace. `Max:` and `Absent: 2` are none.
        return spoken > 1 || (spoken == 1 && text.AsSpan().ContainsAny(":=") && (numbers > 0 || text.AsSpan().TrimEnd()[^1] == ':'));
    }

    /// <summary>Whether a text in the name's place of a row without a score is about the sheet: <c>Class 8B</c>, <c>Generated on 2 March</c>, <c>Note: late work is not counted</c>.</summary>
    /// <inheritdoc cref="IsStatistic" path="/param" />
    public static bool IsAboutSheet(string text, string label) => IsGroup(label) || HasKey(text) || StartOf(label) is not null || IsBySomebody(label);

    /// <summary>Whether a text without a score is by whoever made the sheet, whose address may stand beside it: <c>Prepared by: Ms. L. Ford</c>.</summary>
    public static bool IsSigned(string text) =>
        HeadingText.Normalise(text) is var label && (IsBySomebody(label) || (StartOf(label) is { } start && (text.Contains(':') || start.EndsWith(" by", StringComparison.Ordinal))));

    /// <summary>Whether a word for the best or the lowest score stands in the name's place, which may be a name as well: <c>Max</c>, <c>Low</c>.</summary>
    public static bool MayBeStatistic(string label) =>
        RecognitionWords.Instance.PerhapsStatistics.Contains(label) || RecognitionWords.Instance.IsMaximum(label) || RecognitionWords.Instance.SaysLowest(label);

    private static string? StartOf(string label) => Begins(label, RecognitionWords.Instance.NotPeopleStarts);

    private static string? Begins(string label, string[] starts) =>
        Array.Find(starts, start => label.StartsWith(start, StringComparison.Ordinal) && (label.Length == start.Length || label[start.Length] == ' '));

    private static bool HasKey(string text) =>
        text.IndexOf(':') is > 0 and var colon && RecognitionWords.Instance.NotPeopleKeys.Contains(HeadingText.Normalise(text[..colon]));

    /// <summary>Whether a text says who did something: <c>Moderated by P. Quist</c>. Somebody whose family name is By has nothing behind it.</summary>
    private static bool IsBySomebody(string label) =>
        label.IndexOf(' ') is > 2 and var first && label.AsSpan(first).StartsWith(" by ", StringComparison.Ordinal) && label.AsSpan(0, first).EndsWith("ed", StringComparison.Ordinal);

    /// <summary>Whether the text names a group and nothing else: <c>Class 8B</c>, <c>Year 9 Set 2</c>, <c>Section B</c>.</summary>
    private static bool IsGroup(string label)
    {
        bool hasGroup = false, hasMark = false;
        foreach (var range in label.AsSpan().Split(' '))
        {
            var word = label.AsSpan()[range];
            if (RecognitionWords.Instance.IsGroup(word))
                hasGroup = true;
            else if (hasGroup && word.Length <= 3 && (word.Length == 1 || word.ContainsAnyInRange('0', '9')))
                hasMark = true;
            else
                return false;
        }
        return hasMark;
    }
}
