using Mlj.Tables;

namespace Mlj;

/// <summary>Compares the outcomes of two compilations of the same tests.</summary>
internal static class OutcomeChanges
{
    private static readonly ColumnRole[] Outcome = [ColumnRole.Average, ColumnRole.Grade, ColumnRole.Status];

    public static IReadOnlyList<OutcomeChange> Between(Compilation before, Compilation after)
    {
        // People are the same when a row is: a merge can join them or part them, their rows keep their numbers.
        var later = new Dictionary<int, int>();
        for (var stored = 0; stored < after.Participants.Count; stored++)
            foreach (var row in after.Participants[stored].Rows)
                later[row] = stored;
        var columns = Columns(before).Select(column => column.Name).Union(Columns(after).Select(column => column.Name)).ToList();
        var changes = new List<OutcomeChange>();
        for (var stored = 0; stored < before.Participants.Count; stored++)
        {
            var people = new HashSet<int>();
            foreach (var row in before.Participants[stored].Rows)
                people.Add(later[row]);
            foreach (var now in people)
                if (columns.Select(name => Difference(name, before.Table.Find(name), stored, after.Table.Find(name), now)).OfType<OutcomeCell>().ToList() is { Count: > 0 } cells)
                    changes.Add(new OutcomeChange(before.Participants[stored], after.Participants[now], cells));
        }
        return changes;
    }

    private static IEnumerable<Column> Columns(Compilation results) => results.Table.Columns.Where(column => Outcome.Contains(column.Role));

    private static OutcomeCell? Difference(string name, Column? before, int stored, Column? after, int now) =>
        (before?[stored] ?? Cell.Missing) == (after?[now] ?? Cell.Missing) ? null : new OutcomeCell(name, before?.Show(stored) ?? "", after?.Show(now) ?? "");
}
