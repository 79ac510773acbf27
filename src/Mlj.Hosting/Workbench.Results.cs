using Mlj.Hosting.Heads;
using Mlj.Hosting.Refusals;
using Mlj.Hosting.Sessions;
using Mlj.Hosting.Views;
using Mlj.Tables;

namespace Mlj.Hosting;

/// <content>The consolidation and its table.</content>
public sealed partial class Workbench
{
    /// <summary>The most rows that are handed out at once.</summary>
    public const int MostRows = 1_000;

    private const int DefaultBins = 20;

    /// <summary>Makes one table of the session's files, and holds it against the class list. Steps that were accepted before are done again on it.</summary>
    /// <param name="key">Which session.</param>
    /// <param name="policy">What is computed from the scores, one of <see cref="ScoringPolicy.Names"/>; null for what was chosen before.</param>
    /// <param name="dropSteps">Whether accepted steps are forgotten when they do not fit the new table; otherwise the consolidation is refused then.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="cancellation">Stops it; nothing is changed then.</param>
    public async Task<SummaryView> ConsolidateAsync(SessionKey key, string? policy = null, bool dropSteps = false, IProgress<CompilationProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (policy is not null && ScoringPolicy.Find(policy) is null)
            throw Refuse.Bad("unknown_policy", $"There is no policy '{policy}'. The policies are: {string.Join(", ", ScoringPolicy.Names)}.");
        var (session, head) = await ChangeAsync(key, async before =>
        {
            if (before.Uploads.Count == 0)
                throw Refuse.NoUploads();
            var wanted = before with
            {
                Basis = new Basis(Secrets.NewShortId(), Now, before.Uploads, before.Roster),
                Choices = before.Choices with { Policy = policy ?? before.Choices.Policy },
                Pending = null,
            };
            var made = await _heads.RebasedAsync(wanted, dropSteps, progress, cancellation);
            if (made.Compilation.Consolidation.Tests.Count == 0)
                throw Refuse.NoTests(made.Compilation.Refused.Select(file => file.Problem.ToString()));
            return (wanted with { Log = made.Log }, made);
        }, cancellation);
        await _sessions.AddUseAsync(UseCount.Consolidations, 1, CancellationToken.None);
        return Summary(session, head!);
    }

    /// <summary>What the consolidation came to.</summary>
    public async Task<SummaryView> SummaryAsync(SessionKey key, CancellationToken cancellation = default)
    {
        var (session, head) = await LookAtHeadAsync(key, cancellation);
        return Summary(session, head);
    }

    /// <summary>A part of the table's rows.</summary>
    /// <param name="key">Which session.</param>
    /// <param name="from">The first row, from 0; beyond the end there are none.</param>
    /// <param name="count">How many rows at most; up to <see cref="MostRows"/>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<TableView> TableAsync(SessionKey key, int from, int count, CancellationToken cancellation = default)
    {
        CheckPage(from, count);
        var (session, head) = await LookAtHeadAsync(key, cancellation);
        var table = head.Table;
        return new TableView(session.Basis!.ResultId, session.Version, table.RowCount, from, [.. table.Columns.Select(Show.Column)],
            [.. Page(table.RowCount, from, count).Select(row => table.Order[row]).Select(stored => new RowView(stored, [.. table.Columns.Select(column => Show.Cell(column, stored))]))]);
    }

    /// <summary>All that stands behind one participant's row.</summary>
    /// <param name="key">Which session.</param>
    /// <param name="row">The row's stored index, as <see cref="RowView.Row"/> tells it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<ParticipantView> ParticipantAsync(SessionKey key, int row, CancellationToken cancellation = default)
    {
        var (_, head) = await LookAtHeadAsync(key, cancellation);
        if (row < 0 || row >= head.Compilation.Participants.Count)
            throw Refuse.NoRow();
        var participant = head.Compilation.Participants[row];
        // The table as it is now decides which columns there are: what was removed or redacted is not told.
        var isShown = head.Table.WithRole(ColumnRole.Email).Any() || head.Table.WithRole(ColumnRole.Name).Any();
        return new ParticipantView(row, isShown ? participant.Name : "", isShown ? participant.Emails : [],
            [.. head.Table.Columns.Select(column => new CellStoryView(row, column.Name, Show.Cell(column, row), isShown ? head.Compilation.Explain(participant, column.Name) : null))],
            isShown ? [.. participant.Attempts.Select(Show.Attempt)] : []);
    }

    /// <summary>What charts need: the statistics of every test and the verdicts, over the rows that the table shows.</summary>
    public async Task<ChartsView> ChartsAsync(SessionKey key, CancellationToken cancellation = default)
    {
        var (session, head) = await LookAtHeadAsync(key, cancellation);
        var (table, verdict) = (head.Table, head.Table.WithRole(ColumnRole.Status).LastOrDefault());
        return new ChartsView(session.Version,
            [.. table.WithRole(ColumnRole.Score).OfType<Column.Numbers>().Where(column => column.Test is not null).Select(column =>
                new TestChartView(column.Test!.Value, column.Name, Show.Colour(column.Test)?.Fill ?? "", Show.Statistics(ColumnStatistics.Of(column, table.Order))))],
            verdict?.Name, Show.Verdicts(table, verdict), [.. table.Columns.OfType<Column.Numbers>().Select(column => column.Name)]);
    }

    /// <summary>How the numbers of a column are spread over ranges of one width.</summary>
    /// <param name="key">Which session.</param>
    /// <param name="column">The column; null for the last one with the average role, otherwise the last one of numbers.</param>
    /// <param name="bins">How many ranges, from 1 to 100; null for 20.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<DistributionView> DistributionAsync(SessionKey key, string? column, int? bins, CancellationToken cancellation = default)
    {
        if (bins is < 1 or > 100)
            throw Refuse.Bad("out_of_range", "bins must be a number from 1 to 100.");
        var (_, head) = await LookAtHeadAsync(key, cancellation);
        var table = head.Table;
        var found = column is null
            ? table.WithRole(ColumnRole.Average).LastOrDefault() ?? table.Columns.LastOrDefault(each => each.Kind == ColumnKind.Number) ?? throw Refuse.NoColumn("", [])
            : table.Find(column) ?? throw Refuse.NoColumn(column, table.Columns.Select(each => each.Name));
        return found is Column.Numbers numbers ? Distribution.Of(numbers, table.Order, bins ?? DefaultBins) : throw Refuse.NotNumbers(found.Name);
    }

    private static SummaryView Summary(Session session, Head head)
    {
        var results = head.Compilation;
        var notes = results.Notes.OrderByDescending(note => note.Level).ToList();
        return new SummaryView(session.Basis!.ResultId, session.Version, session.Basis.At, session.IsStale, head.Table.RowCount,
            Show.Verdicts(head.Table, head.Table.WithRole(ColumnRole.Status).LastOrDefault()),
            [.. results.Consolidation.Tests.Select(Show.Test)],
            [.. results.Refused.Select(file => new RefusedView(file.File, file.Problem.Code, file.Problem.ToString()))],
            [.. notes.Take(Show.MostNotes).Select(Show.Note)], notes.Count, Show.Ledger(results.Ledger),
            results.Consolidation.Suggestions.Count, results.Consolidation.Retakes.Count, session.Choices.Attempts, session.Choices.Policy);
    }

    private static void CheckPage(int from, int count)
    {
        if (from < 0 || count < 0 || count > MostRows)
            throw Refuse.Bad("out_of_range", $"from counts from 0, and count is at most {MostRows}.");
    }

    private static IEnumerable<int> Page(int total, int from, int count) => from >= total ? [] : Enumerable.Range(from, Math.Min(count, total - from));
}
