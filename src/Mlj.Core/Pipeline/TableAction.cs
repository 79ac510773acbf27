using Mlj.Tables;

namespace Mlj.Pipeline;

/// <summary>
/// A change of a table: one record in one file. Its properties are its parameters, its attributes are its help, and <see cref="Apply"/>
/// is the work: a pure function that opens nothing, asks no clock and knows no address. Immutable, and safe to share between threads.
/// </summary>
/// <remarks>
/// A record becomes an action by an <see cref="ActionAttribute"/>, its properties become parameters by a <see cref="ParameterAttribute"/> each, and a
/// catalogue has it by <see cref="ActionCatalog.With"/> or <see cref="ActionCatalog.Of"/>. A <c>required</c> property is a parameter that every step must give; another has the
/// default that it begins with.
/// </remarks>
/// <example>
/// <code>
/// [Action("add_points", "Adds a column with the same points for everybody on top.")]
/// public sealed record AddPoints : TableAction
/// {
///     [Parameter("The scores.", Names = ParameterSubject.NumberColumn)]
///     public required string ScoreColumn { get; init; }
///
///     [Parameter("The points to add, from 0 to 10.", Minimum = 0, Maximum = 10)]
///     public decimal Points { get; init; } = 1;
///
///     [Parameter("The name of the new column.", Names = ParameterSubject.NewColumn)]
///     public string ResultColumn { get; init; } = "With Points";
///
///     public override Table Apply(Table table, RunContext context)
///     {
///         var scores = (Column.Numbers)table.Find(ScoreColumn)!;
///         var cells = new decimal?[table.StoredCount];
///         for (var stored = 0; stored &lt; cells.Length; stored++)
///             cells[stored] = scores.Number(stored) + Points;
///         return table.With(new Column.Numbers(ResultColumn, cells));
///     }
///
///     public override string? Explain(Table before, int stored) =>
///         $"{((Column.Numbers)before.Find(ScoreColumn)!).Show(stored)} and {Points} points.";
/// }
///
/// var actions = BuiltInActions.Catalog.With&lt;AddPoints&gt;();
/// var run = new Plan([new AddPoints { ScoreColumn = "Final Average" }]).Run(results.Table, actions);
/// </code>
/// </example>
public abstract record TableAction
{
    /// <summary>Makes the changed table. Called only after <see cref="Check(Table)"/> found nothing.</summary>
    /// <remarks>
    /// <para>Equal tables, parameters and contexts give equal tables: chance comes from <see cref="RunContext.ChanceFor"/> alone, and no state is kept.</para>
    /// <para>
    /// A column has a cell for every stored row (<see cref="Table.StoredCount"/>), also for those that a filter has left out, and the table that is
    /// returned stores as many: rows are sorted and left out only by <see cref="Table.Ordered"/>. It keeps at least one column. Columns that stay are
    /// handed on as they are, so that a difference can pass over them.
    /// </para>
    /// <para>
    /// Columns that parameters name are there, hold numbers where that was asked, and new names are free: <see cref="ParameterAttribute"/> sees to it.
    /// A missing score is null and stays missing. What is odd becomes a note (<see cref="RunContext.Add"/>). An <see cref="OverflowException"/> becomes
    /// a problem of the plan; any other exception is a fault of the action and is passed on.
    /// </para>
    /// </remarks>
    /// <param name="table">The table before; shared, never changed.</param>
    /// <param name="context">The step's surroundings.</param>
    /// <returns>The table after; never null. It may be the table before, when there is nothing to change.</returns>
    public abstract Table Apply(Table table, RunContext context);

    /// <summary>
    /// What keeps the action from this table beyond what the parameters' attributes say; that columns exist, are numbers or are free has
    /// been checked before. Each sentence says what is wrong and what to do.
    /// </summary>
    /// <param name="table">The table that the action would be given; shared, never changed.</param>
    /// <returns>A sentence for each thing that is wrong, for the person who wrote the plan; none, the default, when the action can be done.</returns>
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
    /// <remarks>
    /// The text is written as it is, without an equals sign, and nobody reads it before the spreadsheet program does: one that is no formula makes the
    /// program offer a repair of the whole workbook. Names, numbers and texts come from the scope, which writes them safely.
    /// </remarks>
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
