using Mlj.Formulas;
using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Actions;

/// <summary>Adds a column that a formula gives row by row: numbers or text, as the formula says.</summary>
[Action("add_formula_column", "Adds a column that a formula gives, such as [Test 1 Score] * 40% + [Test 2 Score] * 60%.")]
public sealed record AddFormulaColumn : TableAction
{
    private const int MostShownDecimals = 4;

    /// <summary>The formula, as spreadsheet programs write it, with the names of columns in brackets.</summary>
    [Parameter("The formula: numbers, \"text\", [Column], + - * / ^ & %, comparisons, AND OR NOT IF SUM AVERAGE MIN MAX MEDIAN COUNT ROUND ABS ISBLANK CONCAT LEFT RIGHT LEN UPPER LOWER TRIM.",
        Examples = ["[Test 1 Score] * 40% + [Test 2 Score] * 60%", "IF([Final Average] >= 50, \"PASS\", \"FAIL\")"])]
    public required string Formula { get; init; }

    /// <summary>The name of the new column.</summary>
    [Parameter("The name of the new column.", Names = ParameterSubject.NewColumn)]
    public string ColumnName { get; init; } = "Calculated";

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context)
    {
        var (column, notes) = Parsed().Evaluate(table, ColumnName);
        foreach (var note in notes)
            context.Add(note);
        return table.With(column is Column.Numbers numbers ? numbers.Formatted(FormatOf(numbers)) : column);
    }

    /// <inheritdoc />
    public override IEnumerable<string> Check(Table table)
    {
        if (Formulas.Formula.TryParse(Formula, out var formula, out var problem))
            problem = formula.Check(table);
        return problem is null ? [] : [problem.ToString()];
    }

    /// <inheritdoc />
    public override string Explain(Table before, int stored)
    {
        var formula = Parsed();
        var result = formula.Evaluate(before, stored);
        return $"{formula.With(before, stored)} = {(result.IsMissing ? "missing" : result.ToString())}.";
    }

    /// <inheritdoc />
    public override string? WriteFormula(Table before, string column, FormulaScope scope)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(scope);
        return Parsed().ToExcel(before, name => scope.Cell(before.Find(name)!));
    }

    private Formula Parsed() => Formulas.Formula.TryParse(Formula, out var formula, out var problem) ? formula : throw new InvalidOperationException(problem.Message);

    // Thirds have 28 digits; nobody reads them.
    private static NumberFormat FormatOf(Column.Numbers numbers)
    {
        for (var stored = 0; stored < numbers.Count; stored++)
            if (numbers.Number(stored) is { } number && number.Scale > MostShownDecimals)
                return NumberFormat.Percentage;
        return NumberFormat.AsIs;
    }
}
