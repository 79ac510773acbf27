namespace Mlj.Architecture.Tests.Violators.Parameters;

internal static class LocalFunctionTakesDryRun
{
    public static bool Delete(bool really)
    {
        return Inner(!really);

        static bool Inner(bool dry_run) => !dry_run;
    }
}
