using System.Globalization;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Pipeline;

/// <summary>Carries out steps one after the other, and finds what keeps each of them from being done.</summary>
internal sealed class PlanRunner(ActionCatalog catalog, long seed, RunOptions options)
{
    private readonly List<Step> _done = [];
    private readonly List<SkippedStep> _misfits = [];
    private readonly List<ColumnMapping> _mappings = [];
    private readonly Dictionary<string, int> _lost = new(StringComparer.Ordinal);
    private readonly HashSet<Column> _ofSynthetic = [];

    /// <summary>The steps that were done.</summary>
    public IReadOnlyList<Step> Done => _done;

    /// <summary>The steps that could not be done.</summary>
    public IReadOnlyList<SkippedStep> Misfits => _misfits;

    /// <summary>The columns that were found under another name.</summary>
    public IReadOnlyList<ColumnMapping> Mappings => _mappings;

    /// <summary>
    /// Tries all steps. After one that cannot be done the others go on without it, so that all problems become known at once; those that
    /// name a column which it would have made cannot be done either.
    /// </summary>
    /// <param name="steps">The steps.</param>
    /// <param name="numberOf">The number under which a step draws its chance, by its number in the plan and the count of steps done.</param>
    /// <param name="start">The table to begin with.</param>
    /// <param name="cancellation">Asked between steps.</param>
    public Table Run(IEnumerable<(int Number, TableAction Action)> steps, Func<int, int, int> numberOf, Table start, CancellationToken cancellation)
    {
        var current = start;
        foreach (var (number, planned) in steps)
        {
            cancellation.ThrowIfCancellationRequested();
            var description = catalog.Describe(planned);
            var dependence = StepColumns.Needed(planned, description).Where(each => _lost.ContainsKey(each.Column)).Select(each => each.Column).Distinct(StringComparer.Ordinal)
                .Select(column => PlanProblems.NeedsSkipped(number, column, _lost[column])).ToList();
            var action = dependence.Count == 0 && options.MapColumns ? Mapped(planned, description, number, current) : planned;
            var problems = dependence.Count > 0 ? dependence : StepCheck.Find(action, number, current, catalog, seed);
            if (problems.Count == 0)
            {
                var placed = numberOf(number, _done.Count + 1);
                var context = new RunContext(seed, placed);
                var after = Apply(action, description, current, context);
                // Without columns there would be no rows either, and nothing that a later step could build on.
                var objection = after is null ? null : action.Objection(current, after);
                if (after is not null && objection is null && (after.Columns.Count > 0 || current.Columns.Count == 0))
                {
                    Follow(action, description, current, after, context);
                    _done.Add(new Step(placed, action, current, after, context.Notes) { Kept = context.Kept });
                    current = after;
                    continue;
                }
                problems = [after is null ? PlanProblems.TooLarge(number, description.Name) : objection is not null ? PlanProblems.Refused(number, objection) : PlanProblems.NothingLeft(number)];
            }
            _misfits.Add(new SkippedStep(number, planned, problems));
            foreach (var column in StepColumns.Made(planned, description))
                _lost.TryAdd(column, number);
        }
        return current;
    }

    /// <summary>Says of columns that are made of invented scores that they are, however many steps lie between.</summary>
    private void Follow(TableAction action, ActionDescription description, Table before, Table after, RunContext context)
    {
        var sources = StepColumns.Needed(action, description).Select(each => before.Find(each.Column))
            .OfType<Column>().Where(column => column.Role == ColumnRole.Synthetic || _ofSynthetic.Contains(column)).Distinct().ToList();
        if (sources.Count == 0)
            return;
        var made = after.Columns.Except(before.Columns).ToList();
        _ofSynthetic.UnionWith(made);
        foreach (var column in made.Where(column => !sources.Any(source => source.SharesCells(column))))
            context.Add(new Note(NoteLevel.Review, "made_of_synthetic", $"'{column.Name}' is made of the invented scores in {string.Join(", ", sources.Select(source => $"'{source.Name}'"))}. Nobody has earned it; remove it before you hand the table out."));
    }

    /// <summary>The table after the action; null when it came to a number that no decimal holds.</summary>
    /// <exception cref="InvalidOperationException">The action breaks the rules of <see cref="TableAction.Apply"/>.</exception>
    private static Table? Apply(TableAction action, ActionDescription description, Table table, RunContext context)
    {
        Table after;
        try
        {
            after = action.Apply(table, context);
        }
        catch (OverflowException)
        {
            return null;
        }
        if (after is null)
            throw new InvalidOperationException($"The action '{description.Name}' gave no table. It must return one; what keeps it from a table it says in Check.");
        // A table without columns stores no rows.
        if (after.StoredCount != table.StoredCount && after.Columns.Count > 0 && table.Columns.Count > 0)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                $"The action '{description.Name}' gave a table that stores {after.StoredCount} rows, and was given one of {table.StoredCount}. It may order and leave out rows only by RowOrder."));
        return after;
    }

    private TableAction Mapped(TableAction action, ActionDescription description, int number, Table table)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (parameter, column) in StepColumns.Needed(action, description))
            if (table.Find(column) is null && !names.ContainsKey(column) && ColumnMapper.Find(column, table) is { } found)
            {
                names.Add(column, found.Column);
                _mappings.Add(new ColumnMapping(number, parameter.Name, column, found.Column, found.By));
            }
        return names.Count == 0 ? action : StepColumns.Renamed(action, description, names);
    }
}
