using Mlj.Tables;

namespace Mlj.Architecture.Tests.Violators.Actions;

internal static class ReadsCell
{
    public static string Show(Column column) => column.Show(0);
}
