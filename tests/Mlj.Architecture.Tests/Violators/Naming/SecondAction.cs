namespace Mlj.Architecture.Tests.Violators.Naming;

internal sealed record SecondAction : FakeAction
{
    public static FakeAction Inner() => new FirstAction();
}
