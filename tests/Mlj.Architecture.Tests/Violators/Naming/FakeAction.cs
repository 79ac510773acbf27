namespace Mlj.Architecture.Tests.Violators.Naming;

internal abstract record FakeAction;
