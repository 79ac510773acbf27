namespace Mlj.Architecture.Tests.Violators.Actions;

internal static class AsksTimeProvider
{
    public static long Stamp() => TimeProvider.System.GetTimestamp();
}
