using Mlj.Agent.Planning;
using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Agent.Chat;

/// <summary>The columns of a request, and those after the steps that were proposed last. Plans are tried on them without a single row.</summary>
/// <param name="Now">The table's columns.</param>
/// <param name="Pending">The columns after the steps that are open; null when none are.</param>
internal sealed record KnownColumns(Table Now, Table? Pending)
{
    /// <summary>Asks for the attempts behind the scores, which columns do not tell. It leaves the columns as they are.</summary>
    private const string OfAttempts = "set_attempt_policy";

    /// <summary>Actions that want a seed which nobody guesses get one from whoever does the plan.</summary>
    private const long AnySeed = 4_000_000_000_000_000;

    public static KnownColumns Of(PlanningRequest request, ActionCatalog catalog)
    {
        var now = new Table([.. request.Table.Columns.Select(column => Empty(column.Name, column.Kind, column.Role, column.Test))]);
        var last = request is { IsLastPending: true, Conversation.Turns: [.., { Answer: PlannerAnswer.Steps steps }] } ? steps.Plan : null;
        return new(now, last is not null && Try(last, now, catalog) is { IsDone: true } run ? run.Result : null);
    }

    /// <summary>The same columns under other names.</summary>
    public KnownColumns Renamed(Func<string, string> name) => new(Renamed(Now, name), Pending is null ? null : Renamed(Pending, name));

    /// <summary>Tries a plan on the table's columns, and where that fails on those that are pending, unless it takes their place.</summary>
    public Run Try(Plan plan, ActionCatalog catalog, bool replaces = false)
    {
        var run = Try(plan, Now, catalog);
        return !run.IsDone && Pending is not null && !replaces && Try(plan, Pending, catalog) is { IsDone: true } onward ? onward : run;
    }

    /// <summary>Whether a column of numbers is called so.</summary>
    public bool HasNumbers(string name) => (Now.Find(name) ?? Pending?.Find(name))?.Kind == ColumnKind.Number;

    private static Run Try(Plan plan, Table table, ActionCatalog catalog) =>
        new Plan([.. plan.Steps.Where(step => catalog.Describe(step).Name != OfAttempts)], AnySeed).Run(table, catalog);

    private static Table Renamed(Table table, Func<string, string> name) =>
        new([.. table.Columns.Select(column => Empty(name(column.Name), column.Kind, column.Role, column.Test))]);

    private static Column Empty(string name, ColumnKind kind, ColumnRole role, int? test) => kind == ColumnKind.Number
        ? new Column.Numbers(name, []) { Role = role, Test = test }
        : new Column.Texts(name, []) { Role = role, Test = test };
}
