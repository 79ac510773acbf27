namespace Mlj.Architecture.Tests.Violators.Naming.Others;

internal static class StrangerNamesAction
{
    public static bool IsFirst(FakeAction action) => action is FirstAction;
}
