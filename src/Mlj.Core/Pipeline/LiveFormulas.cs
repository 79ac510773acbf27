using Mlj.Exports;
using Mlj.Formulas;
using Mlj.Tables;

namespace Mlj.Pipeline;

/// <summary>The formulas that computed columns of a table leave in a workbook, with the numbers of the policy that they ask for.</summary>
/// <param name="Columns">The formula of each column that has one, by the column's name.</param>
/// <param name="Numbers">The numbers of the policy.</param>
/// <param name="Scales">The bands of the policy.</param>
internal sealed record LiveFormulas(IReadOnlyDictionary<string, ExportFormula> Columns, IReadOnlyList<PolicyNumber> Numbers, IReadOnlyList<PolicyScale> Scales)
{
    /// <summary>No formulas.</summary>
    public static LiveFormulas None { get; } = new(new Dictionary<string, ExportFormula>(), [], []);

    /// <summary>The numbers that the formula of a column asks for, by the column's name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PolicyNumber>> NumbersOf { get; private init; } = new Dictionary<string, IReadOnlyList<PolicyNumber>>();

    /// <summary>The formulas of the columns that steps have made and that are still as they made them, of columns that are still there.</summary>
    /// <param name="steps">The steps, whose last table is the result.</param>
    /// <param name="result">The table that is written.</param>
    /// <param name="tableName">Its name in the workbook.</param>
    public static LiveFormulas Of(IReadOnlyList<Step> steps, Table result, string tableName)
    {
        var columns = new Dictionary<string, ExportFormula>(StringComparer.Ordinal);
        var numbers = new List<PolicyNumber>();
        var scales = new List<PolicyScale>();
        var numbersOf = new Dictionary<string, IReadOnlyList<PolicyNumber>>(StringComparer.Ordinal);
        foreach (var column in result.Columns)
        {
            if (Maker(steps, column) is not { } step)
                continue;
            var taken = numbers.Select(each => each.Name).Concat(scales.SelectMany(each => new[] { each.FromName, each.GivesName })).Append(tableName);
            var scope = new FormulaScope(result, tableName, HasRowsOf(result.Order, step.Before.Order), taken);
            var text = step.Action.WriteFormula(step.Before, step.After.Columns.First(each => each.SharesCells(column)).Name, scope);
            if (text is null || scope.IsRefused || text.Length > Formula.MaxLength)
                continue;
            columns.Add(column.Name, new ExportFormula(text) { ValueRows = scope.Left });
            numbersOf.Add(column.Name, scope.Numbers);
            numbers.AddRange(scope.Numbers);
            scales.AddRange(scope.Scales);
        }
        return new LiveFormulas(columns, numbers, scales) { NumbersOf = numbersOf };
    }

    private static Step? Maker(IReadOnlyList<Step> steps, Column column)
    {
        for (var index = steps.Count - 1; index >= 0; index--)
            if (!steps[index].Before.Columns.Any(before => before.SharesCells(column)))
                return steps[index].After.Columns.Any(after => after.SharesCells(column)) ? steps[index] : null;
        return null;
    }

    private static bool HasRowsOf(RowOrder one, RowOrder other) => ReferenceEquals(one, other)
        || one.Count == other.Count && new HashSet<int>(one.Stored).SetEquals(other.Stored);
}
