using System.Text;

namespace Mlj.Formulas;

/// <summary>What is known while a formula is written for Excel.</summary>
/// <param name="tableName">The name of the table as in a file; null for the short form that people type beside the table.</param>
/// <param name="present">The columns whose cells are known to be there, because the formula asks first.</param>
internal sealed class ExcelScope(string? tableName, HashSet<string> present)
{
    /// <summary>What has been written so far.</summary>
    public Dictionary<Expression, ExcelText> Written { get; } = [];

    public bool IsPresent(string column) => present.Contains(column);

    /// <summary>The cell of a column in this row: <c>Results[[#This Row],[Test 1 Score]]</c> or <c>[@[Test 1 Score]]</c>.</summary>
    public ExcelText Reference(string column)
    {
        var name = new StringBuilder(column.Length);
        foreach (var letter in column)
            (FormulaLexer.EscapedInColumns.Contains(letter) ? name.Append('\'') : name).Append(letter);
        return ExcelText.Of(tableName is null ? $"[@[{name}]]" : $"{tableName}[[#This Row],[{name}]]", ExcelText.Whole, false);
    }
}
