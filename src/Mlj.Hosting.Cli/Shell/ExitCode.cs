namespace Mlj.Hosting.Cli.Shell;

/// <summary>What the program answers to the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int SomeRefused = 1;
    public const int WrongUsage = 2;
    public const int NothingDone = 3;
}
