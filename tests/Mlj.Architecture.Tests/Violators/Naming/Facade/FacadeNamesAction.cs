namespace Mlj.Architecture.Tests.Violators.Naming.Facade;

internal static class FacadeNamesAction
{
    public static IReadOnlyList<FakeAction> All() => [new FirstAction(), new SecondAction()];
}
