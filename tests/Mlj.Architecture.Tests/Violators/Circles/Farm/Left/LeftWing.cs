using Mlj.Architecture.Tests.Violators.Circles.Farm.Right;

namespace Mlj.Architecture.Tests.Violators.Circles.Farm.Left;

internal sealed record LeftWing(RightWing? Other);
