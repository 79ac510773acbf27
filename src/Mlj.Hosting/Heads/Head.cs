using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Hosting.Heads;

/// <summary>The present table of a session and what stands behind it. Immutable.</summary>
/// <param name="Read">Says which files it was read from, and how.</param>
/// <param name="Chosen">Says which choices it was merged by.</param>
/// <param name="Log">The log that it was run by; null for none.</param>
/// <param name="Compilation">The results, with the history.</param>
internal sealed record Head(string Read, string Chosen, string? Log, Compilation Compilation)
{
    private const long LeastWeight = 100_000;

    // The name and the address of somebody on a class list, as they were read and as they were compared.
    private const int CellsOfAnEntry = 4;

    private volatile Previewed? _preview;

    public History History => Compilation.History!;

    public Table Table => History.Result;

    /// <summary>Whether the table still shows who is who: no name and no address was removed or redacted since the merge.</summary>
    public bool ShowsPeople => Compilation.Consolidation.Table.Columns.Where(column => column.Role is ColumnRole.Name or ColumnRole.Email).All(column => Table.WithRole(column.Role).Any());

    /// <summary>What it costs to keep: its cells, roughly, and what every compilation costs however small it is: 0.9 MB were measured for 36 people and 5 files.</summary>
    public long Weight => LeastWeight + (long)Compilation.Participants.Count * (Table.Columns.Count + History.Start.Columns.Count)
        + (long)(Compilation.Roster?.Entries.Count ?? 0) * CellsOfAnEntry;

    /// <summary>A run on the present table; the last one is remembered, as a preview is looked at in pieces.</summary>
    public Run RunOf(string plan, Func<Table, Run> run)
    {
        if (_preview is { } kept && kept.Plan == plan)
            return kept.Run;
        var made = run(Table);
        _preview = new Previewed(plan, made);
        return made;
    }

    private sealed record Previewed(string Plan, Run Run);
}
