using System.Globalization;
using Mlj.Actions;
using Mlj.Exports;
using Mlj.Merging;
using Mlj.Pipeline;
using Mlj.Recognition;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj;

/// <summary>
/// Lays results out as a book: what came out, of what, by which rules, what became of every row, what needs a look, and how it was made.
/// Columns that steps have computed keep their formulas. Stateless and safe to share between threads.
/// </summary>
public static partial class ResultsBook
{
    private const string MainTable = "Results";

    /// <summary>The book of a compilation, with all that was changed since.</summary>
    /// <param name="results">The results.</param>
    /// <param name="options">What the book says of itself; <see cref="BookOptions.Default"/> when null.</param>
    /// <exception cref="ArgumentException">The history does not begin with the policy's result.</exception>
    /// <remarks>
    /// Where names or addresses have been removed or redacted since, the sheets that tell of single people are left out, and so are notes.
    /// </remarks>
    public static ExportBook Of(Compilation results, BookOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        options ??= BookOptions.Default;
        if (results.History is { } history && !ReferenceEquals(history.Start, results.Run.Result))
            throw new ArgumentException("The history does not begin with the policy's result; make it by History.Of(results.Run.Result, ...).", nameof(results));
        var facts = Facts.Of([results.Run, .. results.History?.Runs ?? []], results.Options.Actions, options);
        var isOpen = ShowsPeople(results.Consolidation.Table, facts.Table);
        var notes = isOpen && facts.IsLive ? Notes(results, facts.Table) : [];
        var main = Main(facts, notes);
        ExportSheet[] sheets =
        [
            Summary(results, facts, isOpen, notes.Count), main,
            .. isOpen && results.Roster is { } roster ? [Roster(roster, results)] : Array.Empty<ExportSheet>(),
            Tests(results, facts), Ledger(results, isOpen), .. isOpen ? [Review(results)] : Array.Empty<ExportSheet>(), Rules(results, facts), About(results, facts, isOpen),
        ];
        return new ExportBook(main, sheets) { Title = "Results", Created = options.Created };
    }

    /// <summary>The book of plans that were carried out on a table of any origin: the result, its rules and how it was made.</summary>
    /// <param name="history">What became of the table.</param>
    /// <param name="actions">The actions that its plans name.</param>
    /// <param name="options">What the book says of itself; <see cref="BookOptions.Default"/> when null.</param>
    /// <exception cref="ArgumentException">The catalogue does not have one of the actions.</exception>
    public static ExportBook Of(History history, ActionCatalog actions, BookOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(actions);
        return Of(history.Runs is { Count: > 0 } runs ? runs : [Plan.Empty.Run(history.Start, actions)], actions, options);
    }

    /// <summary>The book of a plan that was carried out on a table of any origin.</summary>
    /// <param name="run">The run.</param>
    /// <param name="actions">The actions that its plan names.</param>
    /// <param name="options">What the book says of itself; <see cref="BookOptions.Default"/> when null.</param>
    /// <exception cref="ArgumentException">The catalogue does not have one of the actions.</exception>
    public static ExportBook Of(Run run, ActionCatalog actions, BookOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(actions);
        return Of([run], actions, options);
    }

    private static ExportBook Of(IReadOnlyList<Run> runs, ActionCatalog actions, BookOptions? options)
    {
        options ??= BookOptions.Default;
        var facts = Facts.Of(runs, actions, options);
        var main = Main(facts, []);
        // The plan of a redaction has the seed that its codes come from.
        return new ExportBook(main, main, Rules(null, facts), About(null, facts, isOpen: !facts.Steps.Any(step => step.Action is Redact))) { Title = "Results", Created = options.Created };
    }

    private static ExportSheet Main(Facts facts, IReadOnlyList<ExportNote> notes)
    {
        var section = new ExportSection(facts.Table)
        {
            TableName = MainTable,
            Formulas = facts.Formulas.Columns,
            Notes = notes,
            Marks = facts.Verdict is { } verdict ? new Dictionary<string, string> { [verdict.Score.Name] = verdict.Mark } : [],
        };
        return new ExportSheet("Results", section) { FrozenColumns = facts.Table.Columns.TakeWhile(column => column.Role is ColumnRole.Name or ColumnRole.Email).Count() };
    }

    private static bool ShowsPeople(Table merged, Table result) =>
        merged.Columns.Where(column => column.Role is ColumnRole.Name or ColumnRole.Email).All(column => result.Columns.Any(column.SharesCells));

    /// <summary>What is exceptional about cells of the results that are still as they were merged.</summary>
    private static List<ExportNote> Notes(Compilation results, Table result)
    {
        var notes = new List<ExportNote>();
        var table = results.Consolidation.Table;
        var name = table.WithRole(ColumnRole.Name).FirstOrDefault()?.Name;
        var tests = table.WithRole(ColumnRole.Score).ToDictionary(column => column.Test!.Value, column => column.Name);
        var retakes = results.Consolidation.Retakes.ToLookup(retake => retake.Participant);
        for (var stored = 0; stored < results.Participants.Count; stored++)
        {
            var participant = results.Participants[stored];
            if (participant.Emails.Count > 1 && name is not null)
                notes.Add(new ExportNote(stored, name, $"One person under {participant.Emails.Count} addresses: {string.Join(", ", participant.Emails)}."));
            foreach (var retake in retakes[participant])
                notes.Add(new ExportNote(stored, tests[retake.Test], "Sat more than once. " + Tell(retake)));
            foreach (var attempt in participant.Attempts.Where(attempt => attempt.Disposition == Disposition.Quarantined && tests.ContainsKey(attempt.Test.Number)))
                notes.Add(new ExportNote(stored, tests[attempt.Test.Number], $"A score was set aside: {attempt.Reason} ({attempt.Place})"));
        }
        // A plan may have renamed columns, or made other scores of them.
        var names = table.Columns.ToDictionary(column => column.Name, column => result.Columns.FirstOrDefault(column.SharesCells)?.Name, StringComparer.Ordinal);
        return [.. notes.Where(note => names[note.Column] is not null).Select(note => note with { Column = names[note.Column]! })];
    }

    private static string Tell(Retake retake) =>
        $"Test {retake.Test}: " + (retake.Superseded.Count == 0
            ? $"the mean of {string.Join(" and ", retake.Kept.Select(Score))} counts."
            : $"{string.Join(" and ", retake.Kept.Select(Score))} counts, {string.Join(" and ", retake.Superseded.Select(Score))} does not.");

    private static string Score(Attempt attempt) => attempt.Response.Score is { } score
        ? string.Create(CultureInfo.InvariantCulture, $"{score} ({Rounding.Honest(score.Percentage, 2, NumberFormat.Percentage.Boundaries)} %)")
        : "an attempt without a score";

    private static string? Headings(RecognisedTest test, params ReadOnlySpan<SourceColumnRole> roles)
    {
        var found = new List<string>();
        foreach (var role in roles)
            if (test.Column(role) is { } column)
                found.Add(column.Heading.Length > 0 ? column.Heading : Place.ColumnLetters(column.Column));
        return found.Count == 0 ? null : string.Join(", ", found);
    }

    private static string? Time(DateTime? time) => time?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    // Lines are objects and columns are filled in loops: queries of tuples and numbers would be compiled anew whenever the program starts.
    private static Column.Texts Texts<T>(string name, IReadOnlyList<T> lines, Func<T, string?> cell)
    {
        var cells = new string?[lines.Count];
        for (var row = 0; row < cells.Length; row++)
            cells[row] = cell(lines[row]);
        return new(name, cells);
    }

    private static Column.Numbers Numbers<T>(string name, IReadOnlyList<T> lines, Func<T, decimal?> cell)
    {
        var cells = new decimal?[lines.Count];
        for (var row = 0; row < cells.Length; row++)
            cells[row] = cell(lines[row]);
        return new(name, cells);
    }

    /// <summary>A long text as a cell holds it: in several, with their number.</summary>
    private static IEnumerable<(string Name, string Text)> Pieces(string name, string text)
    {
        const int most = 32_000;
        var count = (text.Length + most - 1) / most;
        return count <= 1 ? [(name, text)] : text.Chunk(most).Select((piece, index) => ($"{name}, part {index + 1} of {count}", new string(piece)));
    }
}
