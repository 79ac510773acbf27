using System.Globalization;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Pipeline;

/// <summary>The wording of everything that can be wrong with a plan.</summary>
internal static class PlanProblems
{
    private const int MostOffered = 3;

    public static PlanProblem NotAPlan(string what) =>
        new(null, "not_a_plan", $"This is no plan: {what}. A plan looks like {{\"version\":1,\"seed\":42,\"steps\":[{{\"action\":\"...\",\"params\":{{}}}}]}}.");

    public static PlanProblem UnknownVersion(string version) =>
        new(null, "unknown_version", $"The plan has version {version}; this program reads version {Plan.Version}.");

    public static PlanProblem UnknownAction(int step, string action, IEnumerable<string> known) =>
        new(step, "unknown_action", $"There is no action '{action}'.{DidYouMean(action, known)} The actions are: {string.Join(", ", known)}.");

    public static PlanProblem UnknownParameter(int step, string action, string parameter, IEnumerable<string> known) =>
        new(step, "unknown_parameter", $"'{action}' has no parameter '{parameter}'.{DidYouMean(parameter, known)} Its parameters are: {string.Join(", ", known)}.");

    public static PlanProblem MissingParameter(int step, string action, string parameter) =>
        new(step, "missing_parameter", $"'{action}' needs the parameter '{parameter}'.");

    public static PlanProblem WrongType(int step, string action, string parameter, string expected, string found) =>
        new(step, "wrong_type", $"The parameter '{parameter}' of '{action}' must be {expected}; it is {found}.");

    public static PlanProblem OutOfRange(int step, string action, ActionParameter parameter, decimal found) =>
        new(step, "out_of_range", $"The parameter '{parameter.Name}' of '{action}' must be {ParameterValue.Range(parameter)}; it is {found.ToString(CultureInfo.InvariantCulture)}.");

    public static PlanProblem UnknownColumn(int step, string column, Table table) =>
        new(step, "unknown_column", $"There is no column '{column}'.{Candidates(column, table)} The columns are: {string.Join(", ", table.Columns.Select(each => each.Name))}.");

    public static PlanProblem NotNumbers(int step, string column) =>
        new(step, "not_numbers", $"The column '{column}' holds text; this step needs numbers.");

    public static PlanProblem NameTaken(int step, string column) =>
        new(step, "name_taken", $"There is a column '{column}' already. Give the new one another name.");

    public static PlanProblem NoName(int step, string action, string parameter) =>
        new(step, "no_name", $"The parameter '{parameter}' of '{action}' must name the new column; it is blank.");

    public static PlanProblem NamedTwice(int step, string column) =>
        new(step, "name_taken", $"The step would make two columns '{column}'. Give one of them another name.");

    public static PlanProblem EmptySelection(int step, string action, string parameter) =>
        new(step, "empty_selection", $"The parameter '{parameter}' of '{action}' names no column. Name at least one.");

    public static PlanProblem NothingLeft(int step) =>
        new(step, "no_column_left", "The step would remove the last column. Keep at least one.");

    public static PlanProblem TooLarge(int step, string action) =>
        new(step, "too_large", $"'{action}' comes to a number beyond 28 digits. Look for a score or a parameter that is far too large.");

    public static PlanProblem Refused(int step, string message) => new(step, "refused", message);

    public static PlanProblem NeedsSkipped(int step, string column, int skipped) =>
        new(step, "needs_skipped_step", $"The column '{column}' would come from step {skipped}, which cannot be done. Mend that step, or leave this one out too.");

    public static PlanProblem Stale(string expected, string found) =>
        new(null, "stale_table", $"The plan was previewed on another table: it carries {expected}, this table is {found}. Preview it on this table and apply the new plan, or remove 'table' from the plan to run it as a recipe.");

    public static PlanProblem RuleVersion(string action, string version, int known) =>
        new(null, "rule_version", $"The plan was made with version {version} of '{action}'; this program has version {known}, whose results may differ. Preview the plan without its 'rules', and keep it anew when the results are right.");

    public static PlanProblem HasDependents(int step, string action, int undone) =>
        new(step, "depends_on_undone_step", $"'{action}' cannot stay without step {undone}. Undo it too, or keep step {undone}.");

    public static PlanProblem NotAHistory(string what) =>
        new(null, "not_a_history", $"This is no history: {what}. A history looks like {{\"version\":1,\"table\":\"sha256:...\",\"entries\":[{{\"plan\":{{...}}}},{{\"undo\":[1]}}]}}.");

    public static PlanProblem OtherStart(string expected, string found) =>
        new(null, "stale_table", $"The history began with another table: it carries {expected}, this table is {found}. Give it the table that it began with.");

    private static string DidYouMean(string word, IEnumerable<string> known)
    {
        var near = known.Select(each => (Name: each, Distance: Nearness.Distance(word.ToLowerInvariant(), each.ToLowerInvariant())))
            .Where(each => each.Distance <= Math.Max(2, word.Length / 3)).OrderBy(each => each.Distance).ToList();
        // What is much nearer than the others is meant; otherwise the nearest ones are.
        return Offer(near.Where(each => each.Distance <= near[0].Distance + (near[0].Distance > 1 ? 1 : 0)).Select(each => each.Name));
    }

    /// <summary>The columns whose names are near, otherwise those that the name could stand for.</summary>
    private static string Candidates(string column, Table table)
    {
        var near = DidYouMean(column, table.Columns.Select(each => each.Name));
        return near.Length > 0 ? near : Offer(ColumnMapper.Candidates(column, table));
    }

    private static string Offer(IEnumerable<string> names) =>
        names.Take(MostOffered).ToList() is { Count: > 0 } offered ? $" Did you mean {string.Join(" or ", offered.Select(name => $"'{name}'"))}?" : "";
}
