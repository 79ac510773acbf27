using Mlj.Tables;

namespace Mlj.Pipeline;

/// <summary>
/// A change of a table: one record in one file. Its properties are its parameters, its attributes are its help, and <see cref="Apply"/>
/// is the work: a pure function that opens nothing, asks no clock and knows no address.
/// </summary>
public abstract record TableAction
{
    /// <summary>Makes the changed table. Called only after <see cref="Check(Table)"/> found nothing.</summary>
    /// <param name="table">The table before; shared, never changed.</param>
    /// <param name="context">The step's surroundings.</param>
    public abstract Table Apply(Table table, RunContext context);

    /// <summary>
    /// What keeps the action from this table beyond what the parameters' attributes say; that columns exist, are numbers or are free has
    /// been checked before. Each sentence says what is wrong and what to do.
    /// </summary>
    public virtual IEnumerable<string> Check(Table table) => [];

    /// <summary>What keeps the action from this table, for actions that ask something of the plan's seed; the same as for any seed by default.</summary>
    /// <param name="table">The table.</param>
    /// <param name="seed">The plan's seed.</param>
    public virtual IEnumerable<string> Check(Table table, long seed) => Check(table);

    /// <summary>
    /// What speaks against the changed table though it can be made, such as that no row is left; null when nothing does. A plan that is
    /// carried out stops there; a question about the table does not.
    /// </summary>
    /// <param name="before">The table that the action was given.</param>
    /// <param name="after">The table that it made.</param>
    public virtual string? Objection(Table before, Table after) => null;

    /// <summary>How a cell that this action made came about, in words; null when there is nothing to explain.</summary>
    /// <param name="before">The table that the action was given.</param>
    /// <param name="stored">The row's stored index.</param>
    public virtual string? Explain(Table before, int stored) => null;

    /// <summary>How a cell that this action made came about, for actions that change more than one column; the same as for any column by default.</summary>
    /// <param name="before">The table that the action was given.</param>
    /// <param name="column">The column's name right after the action.</param>
    /// <param name="stored">The row's stored index.</param>
    /// <returns>The words; null when the action left this cell as it was or has nothing to tell.</returns>
    public virtual string? Explain(Table before, string column, int stored) => Explain(before, stored);

    /// <summary>
    /// The formula that gives a column's values in a workbook, so that it recalculates when somebody edits a score or a number of the policy;
    /// null, the default, leaves the values alone. What is missing is an empty text there. It must give what <see cref="Apply"/> gave.
    /// </summary>
    /// <param name="before">The table that the action was given.</param>
    /// <param name="column">The column's name right after the action.</param>
    /// <param name="scope">The names of cells and of numbers in the workbook.</param>
    public virtual string? WriteFormula(Table before, string column, FormulaScope scope) => null;

    /// <summary>The columns that these names stand for, or all score columns when no name is given.</summary>
    protected static IReadOnlyList<Column.Numbers> Scores(Table table, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(names);
        return names.Count > 0
            ? [.. names.Select(name => (Column.Numbers)table.Find(name)!)]
            : [.. table.WithRole(ColumnRole.Score).OfType<Column.Numbers>()];
    }
}
