namespace Mlj.Architecture.Tests.Violators.Naming;

internal sealed record FirstAction : FakeAction;
