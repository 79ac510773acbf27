using System.Globalization;
using Mlj.Pipeline;

namespace Mlj.Hosting.Refusals;

/// <summary>The wording of every refusal of the workbench.</summary>
internal static class Refuse
{
    public static RefusedException NoSession() =>
        Of(RefusalKind.NotFound, "no_session", "Session not found. It was deleted, or the link is wrong. Begin a new one.");

    public static RefusedException NotOwner() =>
        Of(RefusalKind.NotOwner, "not_owner", "This session belongs to whoever began it. Send the token that its creation answered.");

    public static RefusedException Expired() =>
        Of(RefusalKind.Gone, "session_expired", "The session has expired, and its files are deleted. Begin a new one and add the files again.");

    public static RefusedException OtherVersion(long expected, long now) =>
        Of(RefusalKind.Conflict, "other_version", string.Create(CultureInfo.InvariantCulture, $"The session has changed: it is at version {now}, not {expected}. Look at it again, then decide again."));

    public static RefusedException ChangedMeanwhile() =>
        Of(RefusalKind.Conflict, "changed_meanwhile", "Somebody else has changed the session at the same moment. Look at it again, then try again.");

    public static RefusedException LinkUsed() =>
        Of(RefusalKind.Gone, "link_used", "This link was opened before, or is older than ten minutes. Ask for a new one where you got it.");

    public static RefusedException TooManySessions() =>
        Of(RefusalKind.Unavailable, "too_many_sessions", "There are more sessions than this place keeps. Try again later.");

    public static RefusedException NoUploads() =>
        Of(RefusalKind.BadRequest, "no_files", "No files uploaded. Add the exports of your tests first.");

    public static RefusedException NoUpload() =>
        Of(RefusalKind.NotFound, "no_file", "There is no such file in the session. It may have been removed.");

    public static RefusedException NoRoster() =>
        Of(RefusalKind.NotFound, "no_roster", "The session has no class list. It may have been removed.");

    public static RefusedException TooManyUploads(int most) =>
        Of(RefusalKind.TooLarge, "too_many_files", string.Create(CultureInfo.InvariantCulture, $"A session takes {most} files. Remove one, or begin another session."));

    public static RefusedException TooLarge(long most) =>
        Of(RefusalKind.TooLarge, "file_too_large", string.Create(CultureInfo.InvariantCulture, $"The file is larger than {most >> 20} MB, which is the most that is taken. Remove sheets that are no answers, or export it again."));

    public static RefusedException SessionTooLarge(long most) =>
        Of(RefusalKind.TooLarge, "session_too_large", string.Create(CultureInfo.InvariantCulture, $"The session's files come to more than {most >> 20} MB, which is the most that is taken. Remove one first."));

    public static RefusedException Unnamed() =>
        Of(RefusalKind.BadRequest, "no_file_name", "The file has no name. Give it the name that it has on your disk; the test's number is read from it.");

    public static RefusedException Unreadable(Values.Problem problem, Exception? cause = null) =>
        new(new Refusal(RefusalKind.UnsupportedFile, problem.Code, problem.ToString()), cause);

    public static RefusedException NotConsolidated() =>
        Of(RefusalKind.Conflict, "not_consolidated", "No consolidated data available. Please consolidate files first.");

    public static RefusedException NoTests(IEnumerable<string> reasons) =>
        Of(RefusalKind.CannotBeDone, "no_tests", "None of the files could be used. " + string.Join(" ", reasons));

    public static RefusedException NoResult() =>
        Of(RefusalKind.NotFound, "no_result", "Result not found. The files were consolidated again since; ask the session for its result.");

    public static RefusedException NoColumn(string column, IEnumerable<string> known) =>
        Of(RefusalKind.NotFound, "no_column", $"There is no column '{column}'. The columns are: {string.Join(", ", known)}.");

    public static RefusedException NotNumbers(string column) =>
        Of(RefusalKind.CannotBeDone, "not_numbers", $"The column '{column}' holds text; this needs numbers.");

    public static RefusedException NoRow() => Of(RefusalKind.NotFound, "no_row", "There is no such row in the table.");

    public static RefusedException NoSuggestion() =>
        Of(RefusalKind.NotFound, "no_suggestion", "Give the two addresses of a suggestion, both as they stand in the table.");

    public static RefusedException Bad(string code, string message) => Of(RefusalKind.BadRequest, code, message);

    public static RefusedException StepsDoNotFit(IEnumerable<PlanProblem> problems) =>
        Of(RefusalKind.Conflict, "steps_do_not_fit", "Steps that you accepted cannot be done on the new table. Undo them first, or ask again with drop_steps=true to leave all of them out.", problems);

    public static RefusedException BadPlan(IEnumerable<PlanProblem> problems) => WithReasons("bad_plan", problems);

    public static RefusedException NothingToDo() => Of(RefusalKind.BadRequest, "no_steps", "No actions specified. Give at least one step.");

    public static RefusedException NoPending() => Of(RefusalKind.NotFound, "no_pending_plan", "No plan is waiting to be accepted. Make one first and look at its preview.");

    public static RefusedException OtherPlan() =>
        Of(RefusalKind.Conflict, "other_plan", "Another plan is waiting than the one that you saw. Look at its preview first.");

    public static RefusedException Stale(IEnumerable<PlanProblem> problems) =>
        Of(RefusalKind.Conflict, "stale_plan", "The table has changed since the preview. Make the plan again and look at it again.", problems);

    public static RefusedException NoStep(int step) =>
        Of(RefusalKind.NotFound, "no_step", string.Create(CultureInfo.InvariantCulture, $"There is no step {step} that could be undone."));

    public static RefusedException HasDependents(IEnumerable<PlanProblem> problems) =>
        Of(RefusalKind.Conflict, "has_dependents", "Later steps need this one. Undo them too with with_dependents=true, or leave it.", problems);

    public static RefusedException NothingToRedo() => Of(RefusalKind.Conflict, "nothing_to_redo", "The last change was no undo, so there is nothing to redo.");

    public static RefusedException NoPlanner() =>
        Of(RefusalKind.Unavailable, "no_planner", "Words are not understood here: no planner is installed. Choose an action from the list instead.");

    public static RefusedException NoModel() =>
        Of(RefusalKind.Unavailable, "no_model", "This needs a language model, and none is set up. Set GROQ_API_KEY and start again.");

    public static RefusedException NoMessage() => Of(RefusalKind.BadRequest, "no_message", "No message provided.");

    public static RefusedException NoFormat(string name, IEnumerable<string> known) =>
        Of(RefusalKind.BadRequest, "no_format", $"There is no format '{name}'. The formats are: {string.Join(", ", known)}.");

    public static RefusedException NotLogged(IEnumerable<PlanProblem> problems) =>
        Of(RefusalKind.CannotBeDone, "log_unreadable", "The session's log cannot be run again with this version of the program. Consolidate again with drop_steps=true.", problems);

    public static RefusedException FilesLost() =>
        Of(RefusalKind.Gone, "files_lost", "The session's files are no longer there. Add them again and consolidate.");

    private static RefusedException WithReasons(string code, IEnumerable<PlanProblem> problems)
    {
        var all = problems.ToList();
        return Of(RefusalKind.CannotBeDone, code, string.Join(" ", all.Select(each => each.Message)), all);
    }

    private static RefusedException Of(RefusalKind kind, string code, string message, IEnumerable<PlanProblem>? problems = null) =>
        new(new Refusal(kind, code, message) { Problems = ProblemView.Of(problems ?? []) });
}
