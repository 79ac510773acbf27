using System.Globalization;
using System.Security.Cryptography;
using Mlj.Tables;

namespace Mlj.Pipeline;

/// <summary>
/// Steps to do one after the other. A plan changes nothing by itself: running it gives a <see cref="Pipeline.Run"/>, whose difference is the
/// preview and whose result is the outcome. Immutable.
/// </summary>
/// <param name="Steps">The actions in order, none of them null. The list is copied.</param>
/// <param name="Seed">Where all chance in the steps comes from; equal seeds give equal tables. 0 by default.</param>
public sealed record Plan(IReadOnlyList<TableAction> Steps, long Seed = 0)
{
    /// <summary>The version of the written form that this program reads and writes.</summary>
    public const int Version = 1;

    /// <summary>A plan that does nothing.</summary>
    public static Plan Empty { get; } = new([]);

    /// <summary>The actions in order.</summary>
    /// <exception cref="ArgumentException">The list, or an action in it, is null.</exception>
    public IReadOnlyList<TableAction> Steps { get; init => field = Copied(value); } = Copied(Steps);

    /// <summary>
    /// The <see cref="TableHash"/> of the table that the plan was previewed on; null, the default, lets it run on any table. It is not run
    /// on another one.
    /// </summary>
    public string? PreviewedOn { get; init; }

    /// <summary>A seed by chance that nobody guesses, for plans whose steps need one: 16 digits, few enough for every reader of JSON.</summary>
    public static long NewSeed() => 1_000_000_000_000_000 + (long)(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))) % 8_000_000_000_000_000);

    /// <summary>Does the steps on a table, which stays as it is: columns by their exact names, all steps or none.</summary>
    /// <param name="table">The table to begin with.</param>
    /// <param name="catalog">The catalogue that knows the steps' parameters.</param>
    /// <param name="cancellation">Asked between steps.</param>
    /// <returns>The run, with every table on the way; or with the problems that stopped it, in which case nothing is done.</returns>
    public Run Run(Table table, ActionCatalog catalog, CancellationToken cancellation = default) => Run(table, catalog, RunOptions.Exact, cancellation);

    /// <summary>Does the steps on a table, which stays as it is.</summary>
    /// <param name="table">The table to begin with.</param>
    /// <param name="catalog">The catalogue that knows the steps' parameters.</param>
    /// <param name="options">What to do about names that the table does not have and steps that cannot be done.</param>
    /// <param name="cancellation">Asked between steps.</param>
    /// <returns>The run, with every table on the way; or with the problems that stopped it, in which case nothing is done.</returns>
    public Run Run(Table table, ActionCatalog catalog, RunOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(options);
        if (PreviewedOn is not null && TableHash.Of(table) is var hash && hash != PreviewedOn)
            return new Run(this, table, [], [PlanProblems.Stale(PreviewedOn, hash)]);
        var runner = new PlanRunner(catalog, Seed, options);
        runner.Run(Steps.Select((action, index) => (index + 1, action)), (_, place) => place, table, cancellation);
        if (runner.Misfits.Count > 0 && (!options.SkipMisfits || runner.Done.Count == 0))
            return new Run(this, table, [], [.. runner.Misfits.SelectMany(misfit => misfit.Problems)]) { Mappings = runner.Mappings };
        var plan = runner.Misfits.Count + runner.Mappings.Count > 0 ? this with { Steps = [.. runner.Done.Select(step => step.Action)] } : this;
        return new Run(plan, table, runner.Done, []) { Mappings = runner.Mappings, Skipped = runner.Misfits };
    }

    private static TableAction[] Copied(IReadOnlyList<TableAction> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var copy = steps.ToArray();
        return Array.IndexOf(copy, null) is >= 0 and var missing
            ? throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There is no action at index {missing}: it is null."), nameof(steps))
            : copy;
    }
}
