using System.Globalization;
using Mlj.Hosting.Cli.Shell;
using Mlj.Merging;
using Mlj.Recognition;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Hosting.Cli.Output;

/// <summary>The consolidation as a short summary for people.</summary>
internal static class ConsolidationText
{
    private const int MostLines = 12;

    public static void Write(Compilation results, WhatIf? whatIf, string? output, Terminal terminal)
    {
        var screen = new Screen(terminal);
        var isBook = output is not null && string.Equals(Path.GetExtension(output), ".xlsx", StringComparison.OrdinalIgnoreCase);
        var (tests, total) = (results.Consolidation.Tests, results.Ledger.Total);
        screen.Heading(Invariant($"{Count(tests.Select(test => test.Number).Distinct().Count(), "test")}, {Count(results.Participants.Count, "participant")}{Verdicts(results)}"));
        screen.Table(["Test", "File", "Score from", "Out of", "Rows"],
            tests.Select(test => (IReadOnlyList<string>)[Text(test.Number), test.File, ScoreColumn(test), Maximum(test), Text(test.Rows)]), 0, 3, 4);
        screen.Line(Invariant($"Rows: {total.RowsRead} read = {total.Placed} placed + {total.Superseded} superseded + {total.Duplicates} duplicate + {total.Quarantined} set aside + {total.Blank} blank. Nothing is lost."));
        if (ReferenceEquals(results.Options.Policy, ScoringPolicy.Mlj))
            screen.Line("Policy mlj: in the final average a missing score counts as 0, and a score for taking part as one more test. --recipe plain leaves both out.");

        if (results.Ledger.NotPlaced.Where(entry => entry.Disposition == Disposition.Quarantined).ToList() is { Count: > 0 } setAside)
        {
            screen.Line();
            screen.Heading(Invariant($"Set aside: {setAside.Count}"));
            screen.List([.. setAside.Select(entry => $"{entry.Place}: {entry.Reason}")], MostLines, Rest("Ledger"));
        }
        if (results.Consolidation.Retakes is { Count: > 0 } retakes)
        {
            screen.Line();
            screen.Heading(Invariant($"Sat a test more than once: {retakes.Count} (what counts: {Policy(results.Options.Merge.Attempts)})"));
            screen.List([.. retakes.Select(Tell)], MostLines, Rest("Review"));
        }
        var questions = results.Notes.Where(note => note.Level != NoteLevel.Information).OrderByDescending(note => note.Level).ToList();
        if (results.Consolidation.Suggestions is { Count: > 0 } suggestions)
        {
            var sure = suggestions.Count(suggestion => suggestion.Band == SuggestionBand.Sure);
            screen.Line();
            screen.Heading(Invariant($"Addresses that look like one person: {suggestions.Count} ({sure} sure, {suggestions.Count - sure} to review)"));
            screen.List([.. suggestions.Select(Tell)], MostLines, Rest("Review"));
            screen.Line(sure > 0 ? "They were kept apart. --accept-suggestions sure joins the sure ones, all joins all of them." : "They were kept apart. --accept-suggestions all joins them.");
        }
        if (questions.Count > 0)
        {
            screen.Line();
            screen.Heading(Invariant($"Needs a look: {questions.Count}"));
            screen.List([.. questions.Select(Told.Of)], MostLines, Rest("Review"));
        }
        if (results.Roster is { } roster)
            Tell(roster, screen, Rest("Class list"));
        if (whatIf is not null)
            Tell(whatIf, screen);
        if (results.Refused.Count > 0)
        {
            screen.Line();
            screen.Heading(Invariant($"Refused: {results.Refused.Count}"));
            screen.List([.. results.Refused.Select(file => Told.Of(file.Problem))], int.MaxValue, "");
        }
        screen.Line();
        screen.Line(output is null ? "Nothing was written; add -o results.xlsx to get the workbook." : $"Written: {output}");

        string Rest(string sheet) => isBook ? $", all in the sheet {sheet}" : ", all with --json";
    }

    private static void Tell(Roster roster, Screen screen, string rest)
    {
        var absent = roster.Absent.ToList();
        screen.Line();
        screen.Heading(Invariant($"Class list '{roster.File}': {roster.Entries.Count} on it, {absent.Count} absent from every test, {roster.Unexpected.Count} not on it"));
        screen.List([.. absent.Select(entry => $"absent: {entry}"), .. roster.Unexpected.Select(participant => $"not on the list: {participant}"),
            .. roster.Suggestions.Select(each => $"one person? {each.Email} and {each.OtherEmail}: {string.Join("; ", each.Evidence)}")], MostLines, rest);
    }

    private static void Tell(WhatIf whatIf, Screen screen)
    {
        screen.Line();
        screen.Heading(Invariant($"If {Policy(whatIf.Attempts)} counted: {Count(whatIf.Changes.Count, "participant")} would have another result"));
        screen.List([.. whatIf.Changes.Select(change => $"{change.Before}: {string.Join(", ", change.Cells.Select(cell => $"{cell.Column} {Shown(cell.Before)} -> {Shown(cell.After)}"))}")], int.MaxValue, "");

        static string Shown(string cell) => cell.Length > 0 ? cell : "nothing";
    }

    private static string Verdicts(Compilation results)
    {
        if (results.Table.WithRole(ColumnRole.Status).FirstOrDefault() is not { } status)
            return "";
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < results.Table.RowCount; row++)
        {
            var verdict = status.Show(results.Table.Order[row]);
            counts[verdict] = counts.GetValueOrDefault(verdict) + 1;
        }
        return ": " + string.Join(", ", counts.Keys.OrderByDescending(verdict => counts[verdict]).Select(verdict => Invariant($"{counts[verdict]} {verdict}")));
    }

    private static string ScoreColumn(RecognisedTest test) =>
        test.ScoreColumn is not { } column ? "" : column.Heading.Length > 0 ? column.Heading : "column " + Place.ColumnLetters(column.Column);

    private static string Maximum(RecognisedTest test) =>
        Invariant($"{test.Maximum:0.####}{(test.IsMaximumAssumed ? " ?" : "")}");

    private static string Tell(Retake retake) => retake.Superseded.Count == 0
        ? Invariant($"{retake.Participant}, test {retake.Test}: the mean of {string.Join(" and ", retake.Kept.Select(Score))}")
        : Invariant($"{retake.Participant}, test {retake.Test}: {string.Join(" and ", retake.Kept.Select(Score))} counts, not {string.Join(" and ", retake.Superseded.Select(Score))}");

    private static string Tell(IdentitySuggestion suggestion) =>
        $"{suggestion.Band.ToString().ToLowerInvariant()}: {suggestion.Email} and {suggestion.OtherEmail}: {string.Join("; ", suggestion.Evidence)}"
        + (suggestion.Against.Count > 0 ? $". Against: {string.Join("; ", suggestion.Against)}" : "");

    private static string Score(Attempt attempt) => attempt.Response.Score is { } score
        ? Rounding.HonestText(score.Percentage, 1, NumberFormat.Percentage.Boundaries) + " %"
        : "an attempt without a score";

    private static string Policy(AttemptPolicy policy) => policy == AttemptPolicy.Average ? "the mean" : $"the {policy.ToString().ToLowerInvariant()} attempt";

    private static string Count(int count, string noun) => Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
