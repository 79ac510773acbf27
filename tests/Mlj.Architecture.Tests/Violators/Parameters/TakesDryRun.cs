namespace Mlj.Architecture.Tests.Violators.Parameters;

internal static class TakesDryRun
{
    public static bool Delete(bool dryRun) => !dryRun;
}
