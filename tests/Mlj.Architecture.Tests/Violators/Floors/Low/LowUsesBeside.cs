using Mlj.Architecture.Tests.Violators.Floors.Beside;

namespace Mlj.Architecture.Tests.Violators.Floors.Low;

internal abstract class LowUsesBeside
{
    public abstract IReadOnlyList<Neighbour> Neighbours { get; }
}
