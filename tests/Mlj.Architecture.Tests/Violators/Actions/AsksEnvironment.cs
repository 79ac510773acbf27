namespace Mlj.Architecture.Tests.Violators.Actions;

internal static class AsksEnvironment
{
    public static int Ticks() => Environment.TickCount;
}
