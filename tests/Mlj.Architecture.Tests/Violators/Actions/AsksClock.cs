#pragma warning disable RS0030 // The violation is what it is for.
namespace Mlj.Architecture.Tests.Violators.Actions;

internal static class AsksClock
{
    public static DateTime Now() => DateTime.UtcNow;
}
