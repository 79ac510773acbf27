using System.Text.RegularExpressions;
using Mlj.Recognition.Maxima;
using Mlj.Recognition.Words;

namespace Mlj.Recognition.Numbering;

/// <summary>A number in a file's name or a title, read as a test's.</summary>
/// <param name="Number">The test's number.</param>
/// <param name="Strength">How strongly the words around it say so, from 1 to 10.</param>
/// <param name="Day">The day that this reading leaves over, where number and day run together; null otherwise.</param>
/// <param name="Month">The month behind it, likewise.</param>
internal sealed partial record NumberReading(int Number, int Strength, int? Day = null, int? Month = null)
{
    /// <summary>The strength of a number behind a word that also numbers other things: <c>Unit 3</c>.</summary>
    public const int Weak = 4;

    private const int Certain = 10;

    /// <summary>The number that a file's name alone gives; null when it gives none, or more than one reading.</summary>
    public static int? OfFile(string name)
    {
        var best = All(FileStem.Of(name)).GroupBy(reading => reading.Strength).MaxBy(group => group.Key)?.Select(reading => reading.Number).Distinct().ToList();
        return best is [var only] ? only : null;
    }

    /// <summary>Every number in a text that could be a test's, with how strongly the words around it say so.</summary>
    public static IEnumerable<NumberReading> All(string text)
    {
        var words = RecognitionWords.Instance;
        var tokens = new NumberedText(Ranges().Replace(StatedMaximum.Without(text), ""));
        for (var index = 0; index < tokens.Count; index++)
        {
            if (tokens.Number(index) is { } digits)
            {
                var before = tokens.WordBefore(index);
                var isTest = before is not null && words.StrongTestWords.Contains(before);
                if (isTest)
                    foreach (var reading in AfterTestWord(tokens, index, digits))
                        yield return reading;
                else if (digits is >= 1 and <= 99 && !tokens.IsPartOfDate(index))
                {
                    if (before is not null && words.OtherNumberedWords.Contains(before))
                        continue;
                    yield return new NumberReading(digits, StrengthOf(before, tokens.Word(index + 1), tokens.WordAfter(index)));
                }
            }
            else if (words.NumberWords.TryGetValue(tokens.Word(index)!, out var named))
            {
                if (tokens.Word(index - 1) is { } before && words.StrongTestWords.Contains(before))
                    yield return new NumberReading(named, Certain - 1);
                else if (tokens.Word(index + 1) is { } after && words.StrongTestWords.Contains(after))
                    yield return new NumberReading(named, 7);
            }
        }
    }

    /// <summary>How strongly the words around a number that follows no word for a test make it a test's.</summary>
    private static int StrengthOf(string? before, string? next, string? after)
    {
        const int Likely = 7, Compound = 5, Alone = 2;
        var words = RecognitionWords.Instance;
        if ((after is not null && words.StrongTestWords.Contains(after)) || (next is not null && IsCounter(before, next)))
            return Likely;
        return before is null ? Alone
            : Array.Exists(words.CompoundTestWords, end => before.Length > end.Length + 2 && before.EndsWith(end, StringComparison.Ordinal)) ? Compound
            : words.WeakTestWords.Contains(before) ? Weak
            : Alone;
    }

    /// <summary>Whether what stands straight behind a number counts sittings: <c>3차</c>, and <c>第2回小テスト</c>, whose words are not parted.</summary>
    private static bool IsCounter(string? before, string next) =>
        Array.Exists(RecognitionWords.Instance.Counters, counter => next == counter || (before is ['第'] or [.., '第'] && next.StartsWith(counter, StringComparison.Ordinal)));

    /// <summary>Which answers of how many the file has, as <c>(1-48)</c> behind the form's name.</summary>
    [GeneratedRegex(@"\(\d+ ?[-–] ?\d+\)", RegexOptions.CultureInvariant)]
    private static partial Regex Ranges();

    /// <summary>The readings of <c>Test 4</c>, <c>TEST 4FEBRUARY 17</c>, and of <c>TEST 519 February</c>, where number and day run together.</summary>
    private static IEnumerable<NumberReading> AfterTestWord(NumberedText tokens, int index, int digits)
    {
        if (NumberedText.IsYear(digits) || tokens.IsOfNumericDate(index))
            yield break;
        var month = tokens.Word(index + 1) is { } next && RecognitionWords.Instance.Months.TryGetValue(next, out var found) ? found : 0;
        var dayFollows = month > 0 && tokens.Number(index + 2) is >= 1 and <= 31;
        if (month == 0 || dayFollows)
        {
            if (digits is >= 1 and <= 999)
                yield return new NumberReading(digits, Certain);
            yield break;
        }
        if (digits is >= 1 and <= 99)
            yield return new NumberReading(digits, Certain);
        foreach (var (tens, strength) in new[] { (100, Certain - 1), (10, Certain - 2) })
            if (digits >= tens && digits % tens is >= 1 and <= 31 && (tens == 10 || digits % tens >= 10) && digits / tens is >= 1 and <= 99)
                yield return new NumberReading(digits / tens, strength, digits % tens, month);
    }
}
