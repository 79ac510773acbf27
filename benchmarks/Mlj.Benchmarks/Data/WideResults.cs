using Mlj.Tables;

namespace Mlj.Benchmarks.Data;

/// <summary>A table of results of twenty columns, one in ten scores missing: four texts, twelve scores, a count, two averages, a verdict.</summary>
internal static class WideResults
{
    public const int Tests = 12;

    private static readonly string[] Groups = ["Blue", "Green", "Red", "Yellow", "White"];

    public static Table Of(int rows)
    {
        var people = Enumerable.Range(1, rows).Select(InventedPerson.Of).ToList();
        var scores = Enumerable.Range(0, Tests).Select(test => Scores(rows, test)).ToList();
        List<Column> columns =
        [
            new Column.Texts("Full Name", [.. people.Select(person => person.Name)]) { Role = ColumnRole.Name },
            new Column.Texts("Email", [.. people.Select(person => person.Email)]) { Role = ColumnRole.Email },
            new Column.Texts("Telephone", [.. people.Select(person => person.Telephone)]),
            new Column.Texts("Group", [.. Enumerable.Range(0, rows).Select(row => Groups[new Chance((ulong)row).Below(Groups.Length)])]),
            .. scores.Select((cells, test) => new Column.Numbers($"Test {test + 1} Score", cells) { Role = ColumnRole.Score, Test = test + 1, Format = NumberFormat.Percentage }),
            new Column.Numbers("Tests Taken", [.. Enumerable.Range(0, rows).Select(row => (decimal?)scores.Count(cells => cells[row] is not null))]) { Role = ColumnRole.TestsTaken },
            new Column.Numbers("Assignment", [.. Enumerable.Range(0, rows).Select(row => (decimal?)(row % 2 == 0 ? 80 : 92.2m))]) { Role = ColumnRole.Assignment },
            new Column.Numbers("Average", [.. Enumerable.Range(0, rows).Select(row => scores.Average(cells => cells[row]))]) { Role = ColumnRole.Average, Format = NumberFormat.Percentage },
            new Column.Texts("Verdict", [.. Enumerable.Range(0, rows).Select(row => row % 3 == 0 ? "FAIL" : "PASS")]) { Role = ColumnRole.Status },
        ];
        return new Table(columns);
    }

    private static decimal?[] Scores(int rows, int test)
    {
        var scores = new decimal?[rows];
        for (var row = 0; row < rows; row++)
        {
            var chance = new Chance((ulong)(row * Tests + test));
            scores[row] = chance.Below(10) == 0 ? null : chance.Below(10_001) / 100m;
        }
        return scores;
    }
}
