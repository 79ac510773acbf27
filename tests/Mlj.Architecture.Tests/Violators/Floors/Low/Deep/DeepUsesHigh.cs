using Mlj.Architecture.Tests.Violators.Floors.High;

namespace Mlj.Architecture.Tests.Violators.Floors.Low.Deep;

internal sealed record DeepUsesHigh(Roof Roof);
