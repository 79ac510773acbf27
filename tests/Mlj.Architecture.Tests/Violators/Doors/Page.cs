using Mlj.Architecture.Tests.Violators.Doors.Adapter;

namespace Mlj.Architecture.Tests.Violators.Doors;

internal static class Page
{
    public static object Make() => new Store();
}
