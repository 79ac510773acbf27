using System.Globalization;
using Mlj.Exports;
using Mlj.Merging;
using Mlj.Pipeline;
using Mlj.Recognition;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj;

/// <summary>Lays the results out as sheets: what came out, of what, what became of every row, what needs a look, and how it was made.</summary>
internal static class ResultsBook
{
    public static ExportBook Of(Compilation results)
    {
        var main = new ExportSheet("Results", results.Table) { FrozenColumns = 2 };
        ExportSheet[] sheets = [Summary(results), main, .. results.Roster is { } roster ? [Roster(roster, results)] : Array.Empty<ExportSheet>(), Tests(results), Ledger(results), Review(results), About(results)];
        return new ExportBook(main, sheets) { Title = "Results" };
    }

    private static ExportSheet Summary(Compilation results)
    {
        var facts = new List<(string What, decimal Value, string? Remark)>();
        var total = results.Ledger.Total;
        Add("Participants", results.Participants.Count);
        Add("Tests", results.Consolidation.Tests.Select(test => test.Number).Distinct().Count());
        foreach (var column in results.Table.WithRole(ColumnRole.Status).OfType<Column.Texts>())
            foreach (var verdict in results.Table.Order.Stored.Select(stored => column[stored].Text).OfType<string>().GroupBy(text => text, StringComparer.Ordinal).OrderByDescending(group => group.Count()))
                Add($"{column.Name} {verdict.Key}", verdict.Count());
        foreach (var column in results.Table.WithRole(ColumnRole.Average).OfType<Column.Numbers>())
            if (results.Table.Order.Stored.Select(column.Number).OfType<decimal>().ToList() is { Count: > 0 } values)
                Add($"Mean of {column.Name}", Rounding.HalfAwayFromZero(values.Sum() / values.Count, 2), "of all participants");
        Add("Rows read", total.RowsRead, "in all files");
        Add("Rows placed", total.Placed, "stand behind a cell of the results");
        Add("Attempts superseded", total.Superseded, $"policy: {results.Options.Merge.Attempts.ToString().ToLowerInvariant()}");
        Add("Exact duplicates", total.Duplicates);
        Add("Rows set aside", total.Quarantined, "each with its reason on the sheet Ledger");
        Add("Blank rows", total.Blank);
        Add("Needs a look", results.Notes.Count(note => note.Level != NoteLevel.Information) + results.Consolidation.Suggestions.Count, "see the sheet Review");
        if (results.Roster is { } roster)
        {
            Add("On the class list", roster.Entries.Count, roster.File);
            Add("Absent from every test", roster.Absent.Count(), "see the sheet Class list");
            Add("Not on the class list", roster.Unexpected.Count, roster.Unexpected.Count > 0 ? "see the sheet Class list" : null);
        }
        Add("Files refused", results.Refused.Count, results.Refused.Count > 0 ? "see the sheet Review" : null);
        return new ExportSheet("Summary", new Table(
            Texts("What", facts.Select(fact => fact.What)),
            Numbers("Value", facts.Select(fact => (decimal?)fact.Value)),
            Texts("Remark", facts.Select(fact => fact.Remark))))
        { FrozenColumns = 1 };

        void Add(string what, decimal value, string? remark = null) => facts.Add((what, value, remark));
    }

    private static ExportSheet Roster(Roster roster, Compilation results)
    {
        var tests = results.Consolidation.Tests.Select(test => test.Number).Distinct().ToList();
        var lines = roster.Entries.Select(entry => (entry.Name, entry.Email, Listed: "yes", entry.Participant))
            .Concat(roster.Unexpected.Select(participant => (participant.Name, participant.Email, Listed: "NO", Participant: (Participant?)participant))).ToList();
        return new ExportSheet("Class list", new Table(
            Texts("Full Name", lines.Select(line => line.Name)),
            Texts("Email", lines.Select(line => line.Email)),
            Texts("On the list", lines.Select(line => line.Listed)),
            Numbers("Tests sat", lines.Select(line => (decimal?)Sat(line.Participant).Count())),
            Texts("Missing tests", lines.Select(line => line.Participant is null ? "all" : string.Join(", ", tests.Except(Sat(line.Participant))))),
            Texts("Perhaps", lines.Select(line => Perhaps(line.Email)))))
        { FrozenColumns = 2 };

        static IEnumerable<int> Sat(Participant? participant) => participant is null ? [] : participant.Attempts.Select(attempt => attempt.Test.Number).Distinct();

        string? Perhaps(string? email) => email is null ? null
            : string.Join("; ", roster.Suggestions.Where(each => each.Email == email || each.OtherEmail == email)
                .Select(each => $"{(each.Email == email ? each.OtherEmail : each.Email)}: {string.Join(", ", each.Evidence)}")) is { Length: > 0 } perhaps ? perhaps : null;
    }

    private static ExportSheet Tests(Compilation results)
    {
        var tests = results.Consolidation.Tests;
        return new ExportSheet("Tests", new Table(
            Numbers("Test", tests.Select(test => (decimal?)test.Number)),
            Texts("Title", tests.Select(test => test.Title)),
            Texts("File", tests.Select(test => test.File)),
            Texts("Sheet", tests.Select(test => test.Sheet)),
            Numbers("Maximum", tests.Select(test => (decimal?)test.Maximum)),
            Texts("Maximum from", tests.Select(test => test.MaximumWhy)),
            Numbers("Rows", tests.Select(test => (decimal?)test.Rows)),
            Texts("First submission", tests.Select(test => Time(test.FirstSubmitted))),
            Texts("Last submission", tests.Select(test => Time(test.LastSubmitted))),
            Texts("Name column", tests.Select(test => Headings(test, SourceColumnRole.Name, SourceColumnRole.FirstName, SourceColumnRole.LastName))),
            Texts("Email column", tests.Select(test => Headings(test, SourceColumnRole.Email))),
            Texts("Score column", tests.Select(test => Headings(test, SourceColumnRole.Score, SourceColumnRole.Percentage, SourceColumnRole.Correct))),
            Texts("Number from", tests.Select(test => test.NumberWhy))))
        { FrozenColumns = 1 };
    }

    private static ExportSheet Ledger(Compilation results)
    {
        var files = results.Ledger.Files.Append(results.Ledger.Total with { File = "All files" }).ToList();
        var rows = results.Ledger.NotPlaced;
        // One table: first what became of each file's rows, then every row that was not placed.
        return new ExportSheet("Ledger", new Table(
            Texts("File", [.. files.Select(file => file.File), .. rows.Select(row => row.Place.File)]),
            Texts("Entry", [.. files.Select(file => file.Balances ? "adds up" : "DOES NOT ADD UP"), .. rows.Select(row => row.Disposition.ToString().ToLowerInvariant())]),
            Numbers("Rows read", Counts(file => file.RowsRead)),
            Numbers("Placed", Counts(file => file.Placed)),
            Numbers("Superseded", Counts(file => file.Superseded)),
            Numbers("Duplicates", Counts(file => file.Duplicates)),
            Numbers("Set aside", Counts(file => file.Quarantined)),
            Numbers("Blank", Counts(file => file.Blank)),
            Numbers("Points read", Counts(file => file.PointsRead)),
            Numbers("Points placed", Counts(file => file.PointsPlaced)),
            Numbers("Points not placed", Counts(file => file.PointsNotPlaced)),
            Numbers("Row", [.. files.Select(_ => (decimal?)null), .. rows.Select(row => (decimal?)row.Place.Row)]),
            Texts("Who", [.. files.Select(_ => (string?)null), .. rows.Select(row => row.Who)]),
            Texts("Score as written", [.. files.Select(_ => (string?)null), .. rows.Select(row => row.RawScore)]),
            Texts("Reason", [.. files.Select(_ => (string?)null), .. rows.Select(row => row.Reason)])))
        { FrozenColumns = 1 };

        IEnumerable<decimal?> Counts(Func<FileLedger, decimal> count) => [.. files.Select(file => (decimal?)count(file)), .. rows.Select(_ => (decimal?)null)];
    }

    private static ExportSheet Review(Compilation results)
    {
        var sheet = new List<(string Kind, string Where, string Text)>();
        sheet.AddRange(results.Refused.Select(file => ("file refused", file.File, $"{file.Problem.What} {file.Problem.Remedy}")));
        sheet.AddRange(results.Consolidation.Suggestions.Select(each => ($"one person? ({each.Band.ToString().ToLowerInvariant()})", $"{each.Email} and {each.OtherEmail}",
            string.Join("; ", each.Evidence) + (each.Against.Count > 0 ? ". Against: " + string.Join("; ", each.Against) : ""))));
        sheet.AddRange(results.Consolidation.Retakes.Select(retake => ("retake", retake.Participant.ToString(), Tell(retake))));
        sheet.AddRange(results.Notes.OrderByDescending(note => note.Level).Select(note => (note.Level.ToString().ToLowerInvariant(), note.Place?.ToString() ?? "", note.Message)));
        if (sheet.Count == 0)
            sheet.Add(("nothing", "", "Nothing needs a look."));
        return new ExportSheet("Review", new Table(
            Texts("Kind", sheet.Select(line => line.Kind)),
            Texts("Where", sheet.Select(line => line.Where)),
            Texts("What", sheet.Select(line => line.Text))))
        { FrozenColumns = 1 };
    }

    private static ExportSheet About(Compilation results)
    {
        var facts = new List<(string What, string Value, string? Remark)>();
        Add("Made with", $"MLJ results compiler {typeof(ResultsBook).Assembly.GetName().Version?.ToString(3)}");
        foreach (var file in results.Inputs)
            Add("Input", file.File, $"SHA-256 {file.Sha256}");
        Add("Attempts", results.Options.Merge.Attempts.ToString().ToLowerInvariant());
        foreach (var decision in results.Options.Merge.SamePeople)
            Add("One person by decision", decision.Email, decision.OtherEmail);
        foreach (var decision in results.Options.Merge.DifferentPeople)
            Add("Two people by decision", decision.Email, decision.OtherEmail);
        foreach (var step in results.Run.Steps)
            Add($"Step {step.Number}", results.Options.Actions.Describe(step.Action).Name, results.Options.Actions.Describe(step.Action).Summary);
        Add("Recipe", PlanJson.Write(results.Run.Plan, results.Options.Actions));
        return new ExportSheet("About", new Table(
            Texts("What", facts.Select(fact => fact.What)),
            Texts("Value", facts.Select(fact => fact.Value)),
            Texts("Remark", facts.Select(fact => fact.Remark))))
        { FrozenColumns = 1 };

        void Add(string what, string value, string? remark = null) => facts.Add((what, value, remark));
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

    private static Column.Texts Texts(string name, IEnumerable<string?> cells) => new(name, [.. cells]);

    private static Column.Numbers Numbers(string name, IEnumerable<decimal?> cells) => new(name, [.. cells]);
}
