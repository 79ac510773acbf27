using System.Collections;
using Mlj.Tables;

namespace Mlj.Benchmarks.Data;

/// <summary>A table of results of twelve columns, each with a look of its own: two texts, six scores, a count, two averages, a verdict.</summary>
internal static class StyledResults
{
    public const int Tests = 6;
    public const int Columns = 12;

    /// <summary>The table with its cells in memory.</summary>
    public static Table Of(int rows)
    {
        var names = new string?[rows];
        var emails = new string?[rows];
        var scores = new decimal?[Tests][];
        for (var test = 0; test < Tests; test++)
            scores[test] = new decimal?[rows];
        var taken = new decimal?[rows];
        var assignments = new decimal?[rows];
        var averages = new decimal?[rows];
        var verdicts = new string?[rows];
        for (var row = 0; row < rows; row++)
        {
            var person = InventedPerson.Of(row + 1);
            var chance = new Chance((ulong)row);
            (names[row], emails[row]) = (person.Name, person.Email);
            var sum = 0m;
            for (var test = 0; test < Tests; test++)
            {
                var score = chance.Below(10_001) / 100m;
                scores[test][row] = score;
                sum += score;
            }
            taken[row] = Tests;
            assignments[row] = chance.Below(2) == 0 ? 100 : 80;
            averages[row] = decimal.Truncate(sum * 100 / Tests) / 100;
            verdicts[row] = averages[row] >= 50 ? "PASS" : "FAIL";
        }
        return new Table(
            new Column.Texts("Name", names) { Role = ColumnRole.Name },
            new Column.Texts("Email", emails) { Role = ColumnRole.Email },
            Scores(1), Scores(2), Scores(3), Scores(4), Scores(5), Scores(6),
            new Column.Numbers("Tests Taken", taken) { Role = ColumnRole.TestsTaken },
            new Column.Numbers("Assignment Score", assignments) { Role = ColumnRole.Assignment, Format = NumberFormat.Percentage },
            new Column.Numbers("Final Average", averages) { Role = ColumnRole.Average, Format = NumberFormat.Percentage.WithBoundary(50) },
            new Column.Texts("Status", verdicts) { Role = ColumnRole.Status });

        Column.Numbers Scores(int test) =>
            new($"Test {test}", scores[test - 1]) { Role = ColumnRole.Score, Test = test, Format = NumberFormat.Percentage };
    }

    /// <summary>A table that repeats a thousand rows and so holds a thousand cells a column, however long it is.</summary>
    public static Table Repeated(int rows)
    {
        var some = Of(1_000);
        return new Table([.. some.Columns.Select(Repeat)]);

        Column Repeat(Column column) => column is Column.Numbers numbers
            ? new Column.Numbers(column.Name, new Repetition<decimal?>(rows, row => numbers.Number(row))) { Role = column.Role, Test = column.Test, Format = numbers.Format }
            : new Column.Texts(column.Name, new Repetition<string?>(rows, row => column[row].Text)) { Role = column.Role, Test = column.Test };
    }

    private sealed class Repetition<T>(int count, Func<int, T> cell) : IReadOnlyList<T>
    {
        public int Count => count;

        public T this[int index] => cell(index % 1_000);

        public IEnumerator<T> GetEnumerator() => Enumerable.Range(0, count).Select(index => this[index]).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
