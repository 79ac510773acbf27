using System.Globalization;
using Mlj.Hosting.Refusals;
using Mlj.Hosting.Views;
using Mlj.Tables;

namespace Mlj.Hosting.Telegram.Replies;

/// <content>Changes: asked for in words, looked at, applied or discarded.</content>
internal static partial class Wording
{
    private const int MostChoices = 8;
    private const int MostChoiceLetters = 60;
    private const int MostColumns = 10;

    public const string Applied = "Applied.";

    public const string Discarded = "Discarded. The table is as it was.";

    public const string TakenBack = "Taken back.";

    public const string DoneAgain = "Done again.";

    /// <summary>What the plan that waits would change.</summary>
    public static Reply Preview(string session, PreviewView change, DiffTableView rows, string? first = null)
    {
        var at = new At(session, change.Version);
        var lines = new Lines().AddIf(first is not null, first ?? "")
            .Add($"<b>Preview</b>{(change.Message is { Length: > 0 } message ? ": " + Html.Of(message) : "")}")
            .AddEach(change.Steps, MostColumns, step => $"• {Html.Of(step.Summary)}")
            .AddEach(change.AddedColumns, MostColumns, name => $"+ column <i>{Html.Of(name, MostNameLetters)}</i>")
            .AddEach(change.RemovedColumns, MostColumns, name => $"− column <i>{Html.Of(name, MostNameLetters)}</i>")
            .AddEach(change.RenamedColumns, MostColumns, each => $"<i>{Html.Of(each.From, MostNameLetters)}</i> is called <i>{Html.Of(each.To, MostNameLetters)}</i>")
            .AddIf(change.RemovedRowsCount > 0, $"− {Count(change.RemovedRowsCount, "row", "rows")}")
            .AddIf(change.AddedRowsCount > 0, $"+ {Count(change.AddedRowsCount, "row", "rows")}")
            .AddIf(change.ChangedCellsCount > 0, $"{Count(change.ChangedCellsCount, "cell changes", "cells change")}")
            .AddIf(change.Reordered, "The rows are in another order.")
            .AddIf(change.AddedColumns.Count + change.RemovedColumns.Count + change.RenamedColumns.Count + change.RemovedRowsCount + change.AddedRowsCount + change.ChangedCellsCount == 0 && !change.Reordered, "The table stays as it is.")
            .AddEach([.. change.Steps.SelectMany(step => step.Notes)], MostReasons, note => "⚠ " + Html.Of(note.Message))
            .Add(SmallTable.Of(Changed(rows), [.. rows.Rows.Where(row => row.Status != "removed").Select(row => row.Cells)]));
        return new Reply(lines.ToString(), [[new Button("Apply", at.Data(Verbs.Apply, change.PlanId)), new Button("Discard", at.Data(Verbs.Discard))]]);
    }

    public static Reply Answer(At at, string message) => new(Html.Of(message, 3_000), [[Back(at), new Button("Get the file", at.Data(Verbs.Get))]]);

    public static Reply Clarify(At at, string message, IReadOnlyList<string> choices) => new(Html.Of(message, 1_000),
        [.. choices.Take(MostChoices).Select((choice, index) => (IReadOnlyList<Button>)[new Button(Cut(choice), at.Data(Verbs.Choice, index.ToString(CultureInfo.InvariantCulture)))]), [Back(at)]]);

    public static Reply NotUnderstood(At at, string message) => new(Html.Of(message, 1_000), [[Back(at), new Button("What can I say?", at.Data(Verbs.Words))]]);

    public static Reply HowToChange(At at, bool understandsWords, bool hasPage) => new(understandsWords
        ? new Lines().Add("Write what you want, in your own words. Nothing changes before you press Apply.")
            .Add("• <i>add pass fail at 50</i>").Add("• <i>add letter grades by final average</i>").Add("• <i>sort by final average descending</i>")
            .Add("• <i>keep only participants with status PASS</i>").Add("• <i>remove the column Test 2 Score</i>").ToString()
        : NoPlannerText(hasPage),
        [[Back(at), new Button("Undo", at.Data(Verbs.Undo)), new Button("Redo", at.Data(Verbs.Redo))], .. Page(at, hasPage)]);

    public static Reply NoPlanner(At at, bool hasPage) => new(NoPlannerText(hasPage), [[Back(at), new Button("Get the file", at.Data(Verbs.Get))], .. Page(at, hasPage)]);

    private static string NoPlannerText(bool hasPage) => "Changes by words are not available here yet. "
        + (hasPage ? "The page has every action with its buttons: /web opens your table there." : "The buttons under the table settle people and retakes, and the file can be changed in a spreadsheet.");

    private static IEnumerable<IReadOnlyList<Button>> Page(At at, bool hasPage) => hasPage ? [[new Button("Open the page", at.Data(Verbs.Web))]] : [];

    public static Reply NotYetATable(SessionView session) => new($"{Count(session.FilesCount, "file is", "files are")} here, but no table yet. Make it first, then say what you want.",
        [[new Button("Make the table", At.Of(session).Data(Verbs.Consolidate))], [HowToSend]]);

    /// <summary>Something that cannot be done, with the reason that the workbench gives.</summary>
    public static Reply Refused(At? at, Refusal refusal) => new(Html.Of(refusal.Message, 1_500), [at is { } now ? [Back(now), ForHelp] : [HowToSend, ForHelp]]);

    /// <summary>Changes that were accepted do not fit what is asked for now.</summary>
    /// <param name="at">The session's state.</param>
    /// <param name="refusal">Which ones, and why.</param>
    /// <param name="verb">What was asked for.</param>
    /// <param name="argument">To what.</param>
    public static Reply StepsDoNotFit(At at, Refusal refusal, string verb, string argument) => new(new Lines()
        .Add("Changes that you applied cannot be done on the new table:")
        .AddEach(refusal.Problems, MostReasons, problem => "• " + Html.Of(problem.Message)).ToString(),
        [[new Button("Go on without my changes", at.Data(verb, argument + Verbs.DropSteps))], [new Button("Leave it", at.Data(Verbs.Table))]]);

    private static string Cut(string choice) => Html.Clean(choice) is var text && text.Length <= MostChoiceLetters ? text : text[..(MostChoiceLetters - 1)] + "…";

    /// <summary>The name, then the columns that are another, then the rest.</summary>
    private static IReadOnlyList<ShownColumn> Changed(DiffTableView rows) =>
    [
        .. rows.Columns.Select((column, index) => (Column: new ShownColumn(index, column.Name, column.Kind, column.Role, column.Test), column.Status))
            .Where(each => each.Status != "removed")
            .OrderBy(each => each switch { { Column.Role: ColumnRole.Name } => 0, { Status: not "kept" } => 1, { Column.Role: ColumnRole.Average } => 2, _ => 3 }).ThenBy(each => each.Column.Index)
            .Select(each => each.Column),
    ];
}
