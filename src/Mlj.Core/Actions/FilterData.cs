using System.Globalization;
using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Actions;

/// <summary>Keeps the rows whose cell in a column meets a condition, in the order they stand in. No cell is moved or copied.</summary>
[Action("filter_data", "Keeps the rows whose cell in a column meets a condition.", Risk = ActionRisk.Destructive)]
public sealed record FilterData : TableAction
{
    /// <summary>The column to look at.</summary>
    [Parameter("The column to look at.", Names = ParameterSubject.Column)]
    public required string Column { get; init; }

    /// <summary>The condition.</summary>
    [Parameter("The condition. Numbers: 'greater', 'less', 'greater_equal', 'less_equal', 'between' (both ends included). All columns, ignoring case: 'equals', 'not_equals', 'contains', 'not_contains', 'starts_with', 'ends_with', 'one_of', 'is_empty', 'not_empty'.")]
    public required FilterOperator Operator { get; init; }

    /// <summary>What to compare with: one text or number; two numbers for between, one or more for one of, none for empty and not empty.</summary>
    [Parameter("What to compare with: a text or a number. A list of two numbers for 'between', a list for 'one_of', nothing for 'is_empty' and 'not_empty'.")]
    public IReadOnlyList<Cell> Value { get; init; } = [];

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context)
    {
        var kept = Kept(table);
        return kept.Length == table.RowCount ? table : table.Ordered(RowOrder.Trusted(kept));
    }

    /// <inheritdoc />
    public override IEnumerable<string> Check(Table table) => Fault(table.Find(Column)!) is { } fault ? [fault] : [];

    /// <inheritdoc />
    public override string? Objection(Table before, Table after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return before.RowCount > 0 && after.RowCount == 0
            ? $"No row of '{Column}' meets '{Word(Operator)}'{(Value.Count > 0 ? $" {string.Join(", ", Value.Select(value => $"'{value}'"))}" : "")}, so nothing would be left. Change the condition."
            : null;
    }

    private string? Fault(Column column)
    {
        var word = Word(Operator);
        if (Operator is FilterOperator.IsEmpty or FilterOperator.NotEmpty)
            return Value.All(IsBlank) ? null : $"'{word}' takes no 'value'. Leave it out, or choose another operator.";
        if (Operator == FilterOperator.Between ? Value.Count != 2 : Operator == FilterOperator.OneOf ? Value.Count == 0 : Value.Count != 1)
            return $"'{word}' needs {(Operator == FilterOperator.Between ? "two numbers" : Operator == FilterOperator.OneOf ? "a list of values" : "one value")}; there {(Value.Count == 1 ? "is 1" : $"are {Value.Count.ToString(CultureInfo.InvariantCulture)}")}. Give {(Operator == FilterOperator.Between ? "them" : "it")} in 'value'.";
        if (Value.Any(IsBlank))
            return $"A 'value' of '{word}' is blank. Give a value, or use 'is_empty' or 'not_empty' to look for blank cells.";
        var comparesSizes = Operator is FilterOperator.Greater or FilterOperator.Less or FilterOperator.GreaterEqual or FilterOperator.LessEqual or FilterOperator.Between;
        if (comparesSizes && column.Kind != ColumnKind.Number)
            return $"The column '{Column}' holds text; '{word}' needs numbers. Choose a column of numbers or another operator.";
        if (!comparesSizes && Operator is not (FilterOperator.Equals or FilterOperator.NotEquals or FilterOperator.OneOf) || column.Kind != ColumnKind.Number)
            return null;
        foreach (var value in Value)
            if (Number(value) is null)
                return $"The column '{Column}' holds numbers; '{value}' is none. Write it with digits and a point, such as 62.5.";
        return Operator == FilterOperator.Between && Number(Value[0]) > Number(Value[1])
            ? $"'between' goes from {Value[0]} to {Value[1]}, and no number lies there. Give the lower one first."
            : null;
    }

    private int[] Kept(Table table)
    {
        var holds = Condition(table.Find(Column)!);
        var kept = new int[table.RowCount];
        var count = 0;
        for (var row = 0; row < kept.Length; row++)
            if (table.Order[row] is var stored && holds(stored))
                kept[count++] = stored;
        return kept[..count];
    }

    private Predicate<int> Condition(Column column) => (Operator, column) switch
    {
        (FilterOperator.IsEmpty, _) => stored => IsBlank(column[stored]),
        (FilterOperator.NotEmpty, _) => stored => !IsBlank(column[stored]),
        (FilterOperator.Equals or FilterOperator.OneOf, Column.Numbers numbers) => AnyOf(numbers),
        (FilterOperator.NotEquals, Column.Numbers numbers) => Not(AnyOf(numbers)),
        (FilterOperator.Equals or FilterOperator.OneOf, Column.Texts texts) => AnyOf(texts),
        (FilterOperator.NotEquals, Column.Texts texts) => Not(AnyOf(texts)),
        (FilterOperator.Contains or FilterOperator.NotContains or FilterOperator.StartsWith or FilterOperator.EndsWith, _) => InText(column, Value[0].ToString()),
        (_, Column.Numbers numbers) => BySize(numbers, Number(Value[0])!.Value, Number(Value[^1])!.Value),
        _ => throw new InvalidOperationException($"'{Operator}' was not checked against '{column.Name}'."),
    };

    private Predicate<int> BySize(Column.Numbers numbers, decimal first, decimal last) => Operator switch
    {
        FilterOperator.Greater => stored => numbers.Number(stored) > first,
        FilterOperator.Less => stored => numbers.Number(stored) < first,
        FilterOperator.GreaterEqual => stored => numbers.Number(stored) >= first,
        FilterOperator.LessEqual => stored => numbers.Number(stored) <= first,
        _ => stored => numbers.Number(stored) is { } number && number >= first && number <= last,
    };

    private Predicate<int> InText(Column column, string part) => Operator switch
    {
        FilterOperator.Contains => stored => Text(column, stored).Contains(part, StringComparison.OrdinalIgnoreCase),
        FilterOperator.NotContains => stored => !Text(column, stored).Contains(part, StringComparison.OrdinalIgnoreCase),
        FilterOperator.StartsWith => stored => Text(column, stored).StartsWith(part, StringComparison.OrdinalIgnoreCase),
        _ => stored => Text(column, stored).EndsWith(part, StringComparison.OrdinalIgnoreCase),
    };

    private Predicate<int> AnyOf(Column.Numbers numbers)
    {
        var wanted = Value.Select(value => Number(value)!.Value).ToHashSet();
        return stored => numbers.Number(stored) is { } number && wanted.Contains(number);
    }

    private Predicate<int> AnyOf(Column.Texts texts)
    {
        var wanted = Value.Select(value => value.ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return stored => texts.Text(stored) is { } text && wanted.Contains(text);
    }

    private static Predicate<int> Not(Predicate<int> holds) => stored => !holds(stored);

    private static string Text(Column column, int stored) => column[stored].ToString();

    private static bool IsBlank(Cell cell) => cell.Number is null && string.IsNullOrWhiteSpace(cell.Text);

    private static decimal? Number(Cell value) =>
        value.Number ?? (decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null);

    private static string Word(FilterOperator chosen) => SnakeCase.Of(chosen.ToString());
}
