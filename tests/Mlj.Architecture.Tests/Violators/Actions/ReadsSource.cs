using Mlj.Sources;

namespace Mlj.Architecture.Tests.Violators.Actions;

internal static class ReadsSource
{
    public static int Count(SheetRow row) => row.Count;
}
