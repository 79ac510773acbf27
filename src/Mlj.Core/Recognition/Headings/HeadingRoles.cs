using System.Text;
using Mlj.Recognition.Maxima;
using Mlj.Recognition.Words;
using Mlj.Values;

namespace Mlj.Recognition.Headings;

/// <summary>What a heading alone says about its column.</summary>
internal static class HeadingRoles
{
    private const int LongestPlainHeading = 6;
    private const int LongestTestHeading = 8;

    /// <summary>The weight of a question that asks for a name or an address, however long it is.</summary>
    private const int AskedFor = 58;

    /// <summary>The weight of a heading that names a test and says no more about its column: <c>Test 2: Waves</c>.</summary>
    private const int NamesTest = 66;

    /// <summary>The weight of a heading all of whose words speak of a maximum.</summary>
    private const int SaysMaximum = 88;

    /// <summary>The roles that the heading speaks for, with weights of 1 to 100; empty for most questions.</summary>
    public static IReadOnlyList<RoleWeight> Of(string heading)
    {
        var words = RecognitionWords.Instance;
        // Wide brackets, signs and digits are those of other scripts.
        var lower = heading.Trim().InForm(NormalizationForm.FormKC).ToLowerInvariant();
        if (IsMarked(lower, words.FeedbackStarts, words.FeedbackMarks))
            return [new RoleWeight(SourceColumnRole.Feedback, 100)];
        if (lower.EndsWith("[score]", StringComparison.Ordinal) || IsQuestionPoints(lower))
            return [new RoleWeight(SourceColumnRole.QuestionPoints, 100)];

        var text = HeadingText.Normalise(HeadingMaximum.Split(heading).Text);
        if (text.Length == 0)
            return lower is "%" ? [new RoleWeight(SourceColumnRole.Percentage, 90)] : lower is "#" ? [new RoleWeight(SourceColumnRole.RowNumber, 90)] : [];
        var found = new List<RoleWeight>();
        foreach (var (role, weight) in words.Exact(text))
            Add(role, weight);
        var parts = text.Split(' ');
        var core = string.Join(' ', parts.Where(word => !words.Fillers.Contains(word) && !int.TryParse(word, out _)));
        if (core.Length > 0 && core != text)
            foreach (var (role, weight) in words.Exact(core))
                if (!words.Denies(text, role))
                    Add(role, weight - 6);
        if (IsTestNumber(parts))
            Add(SourceColumnRole.Score, 84);
        if (IsMaximum(parts))
            Add(SourceColumnRole.Maximum, SaysMaximum);
        var isQuestion = IsQuestion(text);
        foreach (var (role, phrase, weight) in words.PartsOf(text))
            if (!words.Denies(text, role) && !(isQuestion && IsAnswer(text, role)))
                Add(role, weight - 6 * Math.Max(0, parts.Length - phrase.Split(' ').Length - 1) - (lower.EndsWith('?') || parts.Length > LongestPlainHeading ? 20 : 0));
        foreach (var asked in words.Asks)
            if (HeadingText.ContainsWords(text, asked))
                foreach (var (role, _) in words.Exact(asked[(asked.IndexOf(' ', StringComparison.Ordinal) + 1)..]))
                    if (!words.Denies(text, role))
                        Add(role, AskedFor);
        if (parts.Length <= LongestTestHeading && !lower.EndsWith('?') && found.TrueForAll(each => each.Role == SourceColumnRole.Score) && TestNumber(heading) is not null)
            Add(SourceColumnRole.Score, NamesTest);
        if (IsInPercent(lower))
            InPercent();
        return found.FindAll(each => each.Weight > 0);

        void InPercent()
        {
            var weight = 0;
            for (var index = found.Count - 1; index >= 0; index--)
                if (found[index].Role is SourceColumnRole.Score or SourceColumnRole.Correct)
                {
                    weight = Math.Max(weight, found[index].Weight);
                    found.RemoveAt(index);
                }
            if (weight > 0 && !words.Denies(text, SourceColumnRole.Percentage))
                Add(SourceColumnRole.Percentage, weight);
        }

        void Add(SourceColumnRole role, int weight)
        {
            var known = found.FindIndex(each => each.Role == role);
            if (known < 0)
                found.Add(new RoleWeight(role, Math.Max(0, weight)));
            else if (weight > found[known].Weight)
                found[known] = new RoleWeight(role, weight);
        }
    }

    /// <summary>The number in a heading such as <c>Test 3 Score</c>; null when it names no test.</summary>
    public static int? TestNumber(string heading)
    {
        var parts = HeadingText.Normalise(heading).Split(' ');
        for (var index = 0; index + 1 < parts.Length; index++)
            if (RecognitionWords.Instance.StrongTestWords.Contains(parts[index]) && int.TryParse(parts[index + 1], out var number))
                return number;
        return null;
    }

    private static bool IsQuestion(string text) =>
        RecognitionWords.Instance.QuestionWords.Any(word => text.StartsWith(word, StringComparison.Ordinal) && text.Length > word.Length && text[word.Length] == ' ');

    /// <summary>Whether what a question asks for is its answer: a share always, somebody's name or address unless it speaks to the participant, as in <c>what is your name</c>.</summary>
    private static bool IsAnswer(string text, SourceColumnRole role) => role switch
    {
        SourceColumnRole.Percentage => true,
        SourceColumnRole.Name or SourceColumnRole.FirstName or SourceColumnRole.MiddleName or SourceColumnRole.LastName or SourceColumnRole.Email or SourceColumnRole.Phone =>
            !RecognitionWords.Instance.ReaderWords.Any(word => HeadingText.ContainsWords(text, word)),
        _ => false,
    };

    private static bool IsTestNumber(string[] parts) =>
        parts.Length == 2 && RecognitionWords.Instance.StrongTestWords.Contains(parts[0]) && int.TryParse(parts[1], out _);

    /// <summary>Whether all words speak of a maximum, one of them of nothing else and one of points: <c>Total points possible</c>, <c>Max. marks</c>.</summary>
    private static bool IsMaximum(string[] parts)
    {
        var words = RecognitionWords.Instance;
        return parts.Length > 1 && Array.Exists(parts, word => word is not "out" && words.PairedMaxima.Contains(word)) && Array.Exists(parts, word => words.IsUnit(word))
            && Array.TrueForAll(parts, word => words.IsOfMaximum(word) || words.PairedMaxima.Contains(word));
    }

    /// <summary>Whether a percent sign stands for the column's unit, and not behind a number as in <c>Test 1 (20%)</c>, which is its weight.</summary>
    private static bool IsInPercent(string heading)
    {
        var before = heading.AsSpan(0, Math.Max(heading.IndexOf('%'), 0)).TrimEnd();
        return heading.Contains('%') && (before.IsEmpty || !char.IsAsciiDigit(before[^1]));
    }

    private static bool IsMarked(string heading, string[] starts, string[] marks) =>
        marks.Any(mark => heading.EndsWith(mark, StringComparison.Ordinal))
        || starts.Any(start => heading.StartsWith(start, StringComparison.Ordinal) && (!start.EndsWith(' ') || AfterStart(heading, start) is '-' or '–' or ':'));

    private static bool IsQuestionPoints(string heading) =>
        RecognitionWords.Instance.QuestionPointStarts.Any(start => heading.StartsWith(start, StringComparison.Ordinal) && AfterStart(heading, start) is '-' or '–' or ':')
        || heading.StartsWith("q.", StringComparison.Ordinal);

    private static char AfterStart(string heading, string start) =>
        heading.AsSpan(start.Length).TrimStart() is { IsEmpty: false } rest ? rest[0] : '\0';
}
