using System.Globalization;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Questions;

/// <summary>The figures that answers need, and their wording.</summary>
internal static class AnswerText
{
    private const int MostNamed = 20;
    private const int Decimals = 2;

    public static string Word(QuestionSubject subject) => subject switch
    {
        QuestionSubject.Mean => "average",
        QuestionSubject.Sum => "total",
        _ => subject.ToString().ToLowerInvariant(),
    };

    public static TableAnswer Count(Table chosen, Table all) => new(
        chosen.RowCount == 0 ? "Nobody." : chosen.RowCount == all.RowCount ? $"{Rows(chosen.RowCount)}." : string.Create(CultureInfo.InvariantCulture, $"{chosen.RowCount} of {all.RowCount}."),
        chosen.RowCount, [.. chosen.Order.Stored]);

    /// <summary>How many of all rows are chosen, in percent; none is asked of a table without rows.</summary>
    public static TableAnswer Share(Table chosen, Table all)
    {
        if (all.RowCount == 0)
            return new("The table has no rows, so there is no percentage of them.", null, []);
        var share = 100m * chosen.RowCount / all.RowCount;
        // Neither nobody nor everybody is shown where it is only nearly so.
        var shown = chosen.RowCount == 0 || chosen.RowCount == all.RowCount ? share : Math.Clamp(Rounding.HalfAwayFromZero(share, Decimals), 0.01m, 99.99m);
        return new(string.Create(CultureInfo.InvariantCulture, $"{Shown(shown)} % ({chosen.RowCount} of {Rows(all.RowCount)})."), share, [.. chosen.Order.Stored]);
    }

    public static TableAnswer List(Table chosen) => chosen.RowCount == 0
        ? new("Nobody.", 0, [])
        : new(string.Create(CultureInfo.InvariantCulture, $"{Rows(chosen.RowCount)}: {Named(chosen, [.. chosen.Order.Stored])}."), chosen.RowCount, [.. chosen.Order.Stored]);

    /// <summary>The columns that tell of somebody's results: all but those that say who it is.</summary>
    public static IReadOnlyList<Column> Told(Table table) => [.. table.Columns.Where(column => column.Role is not (ColumnRole.Name or ColumnRole.Email))];

    /// <summary>What stands in some columns, row by row.</summary>
    public static TableAnswer Values(Table chosen, IReadOnlyList<Column> columns)
    {
        int[] rows = [.. chosen.Order.Stored];
        if (rows.Length == 0)
            return new("Nobody.", null, []);
        var told = rows.Take(MostNamed).Select(stored =>
            $"{Named(chosen, [stored])}: {string.Join(", ", columns.Take(MostNamed).Select(column => $"{column.Name} {Held(column, stored)}"))}");
        var more = rows.Length > MostNamed ? string.Create(CultureInfo.InvariantCulture, $"; and {rows.Length - MostNamed} more") : "";
        return new(string.Join("; ", told) + more + ".", rows.Length == 1 && columns is [Column.Numbers only] ? only.Number(rows[0]) : null, rows);
    }

    private static string Held(Column column, int stored) =>
        column.Show(stored) is not { Length: > 0 } shown ? "(nothing)"
        : column is Column.Numbers { Format.Decimals: null } numbers ? Shown(numbers.Number(stored)!.Value)
        : ShortText.Of(shown, 80);

    public static TableAnswer Of(QuestionSubject subject, Column.Numbers column, Table chosen)
    {
        var numbers = new List<(int Stored, decimal Number)>();
        foreach (var stored in chosen.Order.Stored)
            if (column.Number(stored) is { } number)
                numbers.Add((stored, number));
        var missing = chosen.RowCount - numbers.Count;
        if (numbers.Count == 0)
            return new($"Nobody has a number in '{column.Name}', so there is no {Word(subject)}.", null, []);
        decimal figure;
        try
        {
            figure = subject switch
            {
                QuestionSubject.Mean => numbers.Sum(each => each.Number) / numbers.Count,
                QuestionSubject.Median => Median([.. numbers.Select(each => each.Number).Order()]),
                QuestionSubject.Sum => numbers.Sum(each => each.Number),
                QuestionSubject.Lowest => numbers.Min(each => each.Number),
                _ => numbers.Max(each => each.Number),
            };
        }
        catch (OverflowException)
        {
            return new($"The numbers in '{column.Name}' come to more than 28 digits. Look for one that is far too large.", null, []);
        }
        var left = missing > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({numbers.Count} numbers; {missing} missing, left out)") : "";
        if (subject is not (QuestionSubject.Lowest or QuestionSubject.Highest))
            return new($"The {Word(subject)} of '{column.Name}' is {Shown(figure)}{left}.", figure, []);
        int[] whose = [.. numbers.Where(each => each.Number == figure).Select(each => each.Stored)];
        return new($"The {Word(subject)} '{column.Name}' is {Shown(figure)}{left}: {Named(chosen, whose)}.", figure, whose);
    }

    private static decimal Median(decimal[] numbers) => numbers.Length % 2 == 1
        ? numbers[numbers.Length / 2]
        : numbers[numbers.Length / 2 - 1] + (numbers[numbers.Length / 2] - numbers[numbers.Length / 2 - 1]) / 2;

    // A person by name, or by address, or by what stands first in the row.
    private static string Named(Table table, int[] rows)
    {
        var column = table.WithRole(ColumnRole.Name).FirstOrDefault() ?? table.WithRole(ColumnRole.Email).FirstOrDefault() ?? (table.Columns.Count > 0 ? table.Columns[0] : null);
        if (column is null)
            return Rows(rows.Length);
        var names = rows.Take(MostNamed).Select(stored => column.Show(stored) is { Length: > 0 } name ? ShortText.Of(name, 80) : string.Create(CultureInfo.InvariantCulture, $"row {stored + 1}"));
        return string.Join(", ", names) + (rows.Length > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {rows.Length - MostNamed} more") : "");
    }

    private static string Shown(decimal number) => Rounding.HalfAwayFromZero(number, Decimals).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Rows(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "row" : "rows")}");
}
