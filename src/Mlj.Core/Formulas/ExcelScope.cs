using System.Text;

namespace Mlj.Formulas;

/// <summary>What is known while a formula is written for Excel.</summary>
/// <param name="cellOf">The cell of a column in this row, by the column's name.</param>
/// <param name="present">The columns whose cells are known to be there, because the formula asks first.</param>
internal sealed class ExcelScope(Func<string, string> cellOf, HashSet<string> present)
{
    /// <summary>What has been written so far.</summary>
    public Dictionary<Expression, ExcelText> Written { get; } = [];

    public bool IsPresent(string column) => present.Contains(column);

    /// <summary>The cell of a column in this row.</summary>
    public ExcelText Reference(string column) => ExcelText.Of(cellOf(column), ExcelText.Whole, false);

    /// <summary>A column's name in brackets, as it follows the name of a table.</summary>
    public static string Bracketed(string column)
    {
        var name = new StringBuilder(column.Length + 2).Append('[');
        foreach (var letter in column)
            (FormulaLexer.EscapedInColumns.Contains(letter) ? name.Append('\'') : name).Append(letter);
        return name.Append(']').ToString();
    }
}
