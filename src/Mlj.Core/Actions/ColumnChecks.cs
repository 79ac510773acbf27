using Mlj.Tables;

namespace Mlj.Actions;

/// <summary>The wording of what can be wrong with the columns that a step names.</summary>
internal static class ColumnChecks
{
    public static IEnumerable<string> Scores(IReadOnlyList<Column> columns)
    {
        if (columns.Count == 0)
            yield return "There is no column of scores. Name the columns in 'score_columns'.";
        foreach (var problem in Twice(columns.Select(column => column.Name), "score_columns"))
            yield return problem;
    }

    public static IEnumerable<string> Twice(IEnumerable<string> names, string parameter) =>
        names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select(group => $"'{group.Key}' stands twice in '{parameter}'. Name it once.");

    /// <summary>That there is one number for each column.</summary>
    public static IEnumerable<string> OneEach(IReadOnlyList<decimal> numbers, IReadOnlyList<Column> columns, string parameter) => numbers.Count == columns.Count
        ? []
        : [$"'{parameter}' has {numbers.Count} numbers for {columns.Count} columns ({string.Join(", ", columns.Select(column => column.Name))}). Give one for each column, in their order."];
}
