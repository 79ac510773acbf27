namespace Mlj.Architecture.Tests.Violators.Dependencies;

internal abstract class Collection;
