using Mlj.Tables;

namespace Mlj.Pipeline;

/// <summary>
/// Steps to do one after the other. A plan changes nothing by itself: running it gives a <see cref="Run"/>, whose difference is the
/// preview and whose result is the outcome. Immutable.
/// </summary>
/// <param name="Steps">The actions in order.</param>
/// <param name="Seed">Where all chance in the steps comes from; equal seeds give equal tables. 0 by default.</param>
public sealed record Plan(IReadOnlyList<TableAction> Steps, long Seed = 0)
{
    /// <summary>The version of the written form that this program reads and writes.</summary>
    public const int Version = 1;

    /// <summary>A plan that does nothing.</summary>
    public static Plan Empty { get; } = new([]);

    /// <summary>Does the steps on a table, which stays as it is.</summary>
    /// <param name="table">The table to begin with.</param>
    /// <param name="catalog">The catalogue that knows the steps' parameters.</param>
    /// <param name="cancellation">Asked between steps.</param>
    /// <returns>The run, with every table on the way; or with the problem that stopped it, in which case nothing is done.</returns>
    public Run Run(Table table, ActionCatalog catalog, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(catalog);
        var done = new List<Step>(Steps.Count);
        var current = table;
        foreach (var action in Steps)
        {
            cancellation.ThrowIfCancellationRequested();
            var number = done.Count + 1;
            var problems = StepCheck.Find(action, number, current, catalog);
            if (problems.Count > 0)
                return new Run(this, table, [], problems);
            var context = new RunContext(Seed, number);
            var after = action.Apply(current, context);
            done.Add(new Step(number, action, current, after, context.Notes));
            current = after;
        }
        return new Run(this, table, done, []);
    }
}
