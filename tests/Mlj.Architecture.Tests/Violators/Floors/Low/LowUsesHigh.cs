using Mlj.Architecture.Tests.Violators.Floors.High;

namespace Mlj.Architecture.Tests.Violators.Floors.Low;

internal sealed class LowUsesHigh
{
    public static string Name() => new Roof().ToString();
}
