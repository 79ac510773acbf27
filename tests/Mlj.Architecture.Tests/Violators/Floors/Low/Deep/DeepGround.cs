namespace Mlj.Architecture.Tests.Violators.Floors.Low.Deep;

internal sealed record DeepGround(Ground? Above);
