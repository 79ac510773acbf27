using System.Globalization;
using Mlj.Recognition.Numbering;
using Mlj.Recognition.Words;
using Mlj.Values;

namespace Mlj.Recognition;

/// <summary>
/// Which test a file holds: by its name, else by its titles, else by the order of the submissions. Days, years, weeks, groups and
/// maxima are not tests; where a number can be read in two ways the submissions and the other files decide, and a note says so.
/// </summary>
public static class TestNumbers
{
    private const string SheetName = "the sheet's name";

    /// <summary>The number that a file's name alone gives; null when it gives none, or more than one reading.</summary>
    /// <param name="name">The file's name, with or without its ending.</param>
    public static int? OfName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return NumberReading.OfFile(name);
    }

    /// <summary>Numbers the tests of one compilation.</summary>
    /// <param name="tests">The tests, in the order they were handed in.</param>
    /// <param name="options">What the caller knows better, a file at the same place.</param>
    /// <returns>The tests with numbers, in the same order, with notes where a number was a choice.</returns>
    public static IReadOnlyList<TestResponses> Assign(IReadOnlyList<TestResponses> tests, IReadOnlyList<RecognitionOptions> options)
    {
        ArgumentNullException.ThrowIfNull(tests);
        ArgumentNullException.ThrowIfNull(options);
        var numbers = new (int Number, string Why)?[tests.Count];
        var notes = tests.Select(_ => new List<Note>()).ToArray();
        for (var index = 0; index < tests.Count; index++)
            numbers[index] = options[index].TestNumber is { } given ? (given, "given by you") : FromText(tests, index, notes[index]);
        Separate(tests, options, numbers, notes);
        ByTime(tests, numbers, notes);
        return
        [
            .. tests.Select((test, index) => test with
            {
                Test = test.Test with { Number = numbers[index]!.Value.Number, NumberWhy = numbers[index]!.Value.Why },
                Notes = [.. test.Notes, .. notes[index]],
            }),
        ];
    }

    private static (int Number, string Why)? FromText(IReadOnlyList<TestResponses> tests, int index, List<Note> notes)
    {
        var test = tests[index].Test;
        foreach (var (text, source) in (ReadOnlySpan<(string, string)>)[(FileStem.Of(test.File), "the file's name"), (test.Title, "the title"), (test.Sheet, SheetName)])
        {
            var readings = NumberReading.All(text)
                .Where(reading => source != SheetName || reading.Strength > NumberReading.Weak)
                .Select(reading => new Rated(reading, reading.Strength + Fit(reading, test) + (reading.Number <= tests.Count + 1 ? 2 : 0)))
                .OrderByDescending(each => each.Score)
                .ToList();
            if (readings.Count == 0)
                continue;
            var best = readings[0];
            if (readings.Exists(other => other.Reading.Number != best.Reading.Number && other.Score == best.Score))
                notes.Add(new Note(NoteLevel.Question, "test_number_unclear",
                    $"{source} can be read as test {string.Join(" or test ", readings.Where(each => each.Score == best.Score).Select(each => each.Reading.Number).Distinct())}; "
                    + $"{best.Reading.Number} was taken. Say which it is.", new Place(test.File))
                { Corrections = [new(test.File, FileSetting.TestNumber)] });
            return (best.Reading.Number, best.Reading.Day is { } day && readings.Count > 1
                ? string.Create(CultureInfo.InvariantCulture, $"from {source}, in which {day} is the day")
                : $"from {source}");
        }
        return null;
    }

    /// <summary>How well the date that a reading leaves over fits the submissions: a test is mostly submitted in the days after its date.</summary>
    private static int Fit(NumberReading reading, RecognisedTest test)
    {
        if (reading.Day is not { } day || test.FirstSubmitted is not { } first)
            return 0;
        const int Never = 1000;
        var best = int.MaxValue;
        for (var offset = -1; offset <= 1; offset++)
        {
            var month = first.AddMonths(offset);
            if (day > DateTime.DaysInMonth(month.Year, month.Month) || (reading.Month is { } given && given != month.Month))
                continue;
            var days = (first.Date - new DateTime(month.Year, month.Month, day)).Days;
            best = Math.Min(best, days < -1 ? Never : Math.Abs(days));
        }
        return best switch
        {
            <= 3 => 3,
            <= 7 => 2,
            <= 14 => 1,
            Never => -2,
            _ => 0,
        };
    }

    /// <summary>Two files of one number are parts of one test when hardly anybody is in both, or when one is called a retake; else two tests.</summary>
    private static void Separate(IReadOnlyList<TestResponses> tests, IReadOnlyList<RecognitionOptions> options, (int Number, string Why)?[] numbers, List<Note>[] notes)
    {
        const double HardlyAnybody = 0.2;
        for (var index = 1; index < tests.Count; index++)
        {
            if (numbers[index] is not { } mine || options[index].TestNumber is not null)
                continue;
            for (var other = 0; other < index; other++)
            {
                if (numbers[other]?.Number != mine.Number)
                    continue;
                var (file, former) = (tests[index].Test.File, tests[other].Test.File);
                var together = Overlap(tests[index], tests[other]) <= HardlyAnybody || IsRetake(file) || IsRetake(former);
                if (!together)
                {
                    var free = Free(numbers);
                    numbers[index] = (free, $"test {mine.Number} is taken by another file");
                }
                notes[index].Add(new Note(NoteLevel.Question, "test_number_twice", together
                    ? $"'{former}' is test {mine.Number} too. The two were taken as parts of one test. If they are two tests, give this one a number of its own."
                    : $"'{former}' is test {mine.Number} too, and many people are in both. This one was taken as test {numbers[index]!.Value.Number}. If it is a second sitting, give it the same number.",
                    new Place(file))
                { Corrections = [new(file, FileSetting.TestNumber, together ? null : mine.Number.ToString(CultureInfo.InvariantCulture))] });
                break;
            }
        }
    }

    private static void ByTime(IReadOnlyList<TestResponses> tests, (int Number, string Why)?[] numbers, List<Note>[] notes)
    {
        foreach (var index in Enumerable.Range(0, tests.Count).Where(index => numbers[index] is null).OrderBy(index => tests[index].Test.FirstSubmitted ?? DateTime.MaxValue).ToList())
        {
            var free = Free(numbers);
            var file = tests[index].Test.File;
            var byTime = tests[index].Test.FirstSubmitted is not null;
            numbers[index] = (free, byTime ? "from the order of the submissions" : "from the order of the files");
            if (tests.Count > 1)
                notes[index].Add(new Note(byTime ? NoteLevel.Review : NoteLevel.Question, "test_number_by_order",
                    $"Neither the name nor the title says which test this is; it was taken as test {free} {numbers[index]!.Value.Why}. If that is wrong, say which it is.", new Place(file))
                { Corrections = [new(file, FileSetting.TestNumber)] });
        }
    }

    private static int Free((int Number, string Why)?[] numbers)
    {
        var free = 1;
        while (Array.Exists(numbers, number => number?.Number == free))
            free++;
        return free;
    }

    private static double Overlap(TestResponses one, TestResponses other)
    {
        var (mine, theirs) = (Keys(one), Keys(other));
        return mine.Count == 0 || theirs.Count == 0 ? 0 : (double)mine.Count(theirs.Contains) / Math.Min(mine.Count, theirs.Count);

        static HashSet<string> Keys(TestResponses test) =>
            [.. test.Responses.Select(response => response.Email?.Key ?? PersonName.Fingerprint(response.Name)).Where(key => key.Length > 0)];
    }

    private static bool IsRetake(string name) =>
        RecognitionWords.Instance.RetakeWords.Any(word => HeadingText.ContainsWords(HeadingText.Normalise(FileStem.Of(name)), word));

    private sealed record Rated(NumberReading Reading, int Score);
}
