namespace Mlj.Architecture.Tests.Violators.Floors.Nowhere;

internal sealed record Homeless;
