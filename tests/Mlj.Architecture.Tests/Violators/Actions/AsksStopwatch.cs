using System.Diagnostics;

namespace Mlj.Architecture.Tests.Violators.Actions;

internal static class AsksStopwatch
{
    public static bool Runs() => Stopwatch.StartNew().IsRunning;
}
