using System.Globalization;
using Mlj.Questions;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Hosting.Words;

/// <summary>What a table says to a question.</summary>
internal static class TableAnswer
{
    private const int MostNames = 50;
    private const int Decimals = 2;

    public static string To(TableQuestion question, Table table)
    {
        var run = question.Rows.Run(table, BuiltInActions.Catalog);
        if (!run.IsDone)
            return string.Join(" ", run.Problems.Select(problem => problem.Message));
        var rows = run.Result;
        if (question.Subject == QuestionSubject.Count)
            return Number(rows.RowCount);
        if (question.Subject == QuestionSubject.List)
            return Names(rows);
        if (rows.Find(question.Column ?? "") is not Column.Numbers column)
            return $"There is no column of numbers '{question.Column}'.";
        var values = rows.Order.Stored.Select(column.Number).OfType<decimal>().Order().ToList();
        if (values.Count == 0)
            return "Nobody has a number there.";
        return question.Subject switch
        {
            QuestionSubject.Mean => Number(values.Sum() / values.Count),
            QuestionSubject.Median => Number((values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2),
            QuestionSubject.Sum => Number(values.Sum()),
            QuestionSubject.Lowest => $"{Number(values[0])}: {Names(Holding(rows, column, values[0]))}",
            QuestionSubject.Highest => $"{Number(values[^1])}: {Names(Holding(rows, column, values[^1]))}",
            _ => throw new ArgumentOutOfRangeException(nameof(question), question.Subject, null),
        };
    }

    private static Table Holding(Table table, Column.Numbers column, decimal value) => table.Ordered(RowOrder.Of(table.Order.Stored.Where(stored => column.Number(stored) == value)));

    private static string Names(Table table)
    {
        if (table.RowCount == 0)
            return "nobody";
        var name = table.WithRole(ColumnRole.Name).FirstOrDefault() ?? table.Columns[0];
        var shown = string.Join(", ", table.Order.Stored.Take(MostNames).Select(name.Show));
        return table.RowCount > MostNames ? $"{shown} and {table.RowCount - MostNames} more" : shown;
    }

    private static string Number(decimal value) => Rounding.HalfAwayFromZero(value, Decimals).ToString("0.##", CultureInfo.InvariantCulture);
}
