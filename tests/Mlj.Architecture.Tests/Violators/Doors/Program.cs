using Mlj.Architecture.Tests.Violators.Doors.Adapter;

namespace Mlj.Architecture.Tests.Violators.Doors;

internal static class Program
{
    public static Func<object> Hang() => () => new Store();
}
