using Mlj.Agent.Planning;
using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Agent.Chat;

/// <summary>Checks plans against what is known of a table: they run on its columns without a single row.</summary>
internal static class OutlineTable
{
    /// <summary>Actions that want a seed which nobody guesses get one from whoever does the plan.</summary>
    private const long AnySeed = 4_000_000_000_000_000;

    /// <summary>The columns of an outline, without rows.</summary>
    public static Table Of(TableOutline outline) => new([.. outline.Columns.Select(Empty)]);

    /// <summary>Asks for the attempts behind the scores, which columns do not tell. It leaves the columns as they are.</summary>
    private const string OfAttempts = "set_attempt_policy";

    /// <summary>What would keep a plan from a table with these columns, as far as the columns tell.</summary>
    public static Run Try(Plan plan, Table columns, ActionCatalog catalog) =>
        new Plan([.. plan.Steps.Where(step => catalog.Describe(step).Name != OfAttempts)], AnySeed).Run(columns, catalog);

    private static Column Empty(ColumnOutline column) => column.Kind == ColumnKind.Number
        ? new Column.Numbers(column.Name, []) { Role = column.Role, Test = column.Test }
        : new Column.Texts(column.Name, []) { Role = column.Role, Test = column.Test };
}
