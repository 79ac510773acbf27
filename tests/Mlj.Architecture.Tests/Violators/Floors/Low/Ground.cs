using Mlj.Architecture.Tests.Violators.Floors.Low.Deep;

namespace Mlj.Architecture.Tests.Violators.Floors.Low;

internal sealed record Ground(DeepGround? Below);
