using Mlj.Architecture.Tests.Violators.Floors.Low;

namespace Mlj.Architecture.Tests.Violators.Floors.High;

internal sealed record Roof
{
    public Ground? Ground { get; init; }
}
