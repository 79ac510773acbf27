using Mlj.Tables;

namespace Mlj.Hosting.Cli.Output;

/// <summary>Whose row it is.</summary>
internal static class RowWords
{
    /// <summary>The name in a stored row, otherwise the address; null when the table has neither.</summary>
    public static string? Who(Table table, int stored)
    {
        foreach (var role in (ReadOnlySpan<ColumnRole>)[ColumnRole.Name, ColumnRole.Email])
            if (table.WithRole(role).FirstOrDefault()?[stored].Text is { Length: > 0 } who)
                return who;
        return null;
    }
}
