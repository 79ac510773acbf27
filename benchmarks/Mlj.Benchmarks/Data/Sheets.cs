using System.Globalization;

namespace Mlj.Benchmarks.Data;

/// <summary>Rows of invented files, made while they are asked for. A cell is a text or a double.</summary>
internal static class Sheets
{
    private const int Questions = 24;

    /// <summary>An export of a form tool, as the workbooks in <c>samples</c> but for the questions: a heading and eight columns.</summary>
    /// <param name="people">Who answered, by number.</param>
    /// <param name="test">The test's number, which changes time and marks.</param>
    public static IEnumerable<object[]> Survey(IEnumerable<int> people, int test = 1)
    {
        yield return ["S.NO", "Submitted Time", "Full Names", "Email", "Phone number", "Total Marks (24)", "Result", "Answer Sheet Link"];
        var row = 0;
        foreach (var number in people)
        {
            var (person, chance) = Answer(number, test);
            var marks = chance.Below(Questions + 1);
            yield return [(double)++row, Time(ref chance, test), person.Name, person.Email, person.Telephone, (double)marks, Percentage(marks), Link(ref chance, test)];
        }
    }

    /// <summary>The export of one class as the workbooks in <c>samples</c> are: a heading and 80 rows, 32 columns.</summary>
    public static IEnumerable<object[]> Class()
    {
        yield return
        [
            "S.NO", "Submitted Time", "Full Names", "Email", "Phone number", "Total Marks (24)", "Result",
            .. Enumerable.Range(1, Questions).Select(question => string.Create(CultureInfo.InvariantCulture, $"{question}. Light & sound: is statement {question} true? ")),
            "Answer Sheet Link",
        ];
        for (var number = 1; number <= 80; number++)
        {
            var (person, chance) = Answer(number, test: 1);
            var marks = chance.Below(Questions + 1);
            var time = Time(ref chance, 1);
            var answers = new object[Questions];
            for (var question = 0; question < Questions; question++)
                answers[question] = chance.Below(2) == 0 ? "True" : "False";
            yield return [(double)number, time, person.Name, person.Email, person.Telephone, (double)marks, Percentage(marks), .. answers, Link(ref chance, 1)];
        }
    }

    /// <summary>Numbers only: five columns of whole numbers, four with two or three decimals, one with all digits that a double has.</summary>
    public static IEnumerable<object[]> Numbers(int rows)
    {
        var chance = new Chance(10);
        for (var row = 0; row < rows; row++)
            yield return
            [
                (double)(row + 1), (double)chance.Below(100), (double)chance.Below(10_000), (double)chance.Below(1_000_000), (double)-chance.Below(1_000),
                chance.Below(10_000) / 100.0, chance.Below(1_000_000) / 100.0, chance.Below(100_000) / 1000.0, -chance.Below(100_000) / 100.0, (chance.Next() >> 11) * (1.0 / (1UL << 53)),
            ];
    }

    /// <summary>The least that a test has: name, address, score.</summary>
    public static IEnumerable<object[]> Scores(int rows)
    {
        yield return ["Name", "Email", "Score (24)"];
        for (var number = 1; number <= rows; number++)
        {
            var (person, chance) = Answer(number, test: 1);
            yield return [person.Name, person.Email, (double)chance.Below(Questions + 1)];
        }
    }

    private static (InventedPerson Person, Chance Chance) Answer(int number, int test) => (InventedPerson.Of(number), new Chance(((ulong)test << 32) + (ulong)number));

    private static string Time(ref Chance chance, int test) =>
        new DateTime(2026, 3, 1 + test).AddSeconds(chance.Below(86_400)).ToString("dd-MM-yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Percentage(int marks) => (marks * 100m / Questions).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    private static string Link(ref Chance chance, int test) => string.Create(CultureInfo.InvariantCulture, $"https://forms.example/sheet/{test}/{(uint)chance.Next():x8}");
}
