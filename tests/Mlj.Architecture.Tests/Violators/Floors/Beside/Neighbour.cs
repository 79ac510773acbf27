namespace Mlj.Architecture.Tests.Violators.Floors.Beside;

internal sealed record Neighbour;
