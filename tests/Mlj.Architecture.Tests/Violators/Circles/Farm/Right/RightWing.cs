using Mlj.Architecture.Tests.Violators.Circles.Farm.Left;

namespace Mlj.Architecture.Tests.Violators.Circles.Farm.Right;

internal sealed record RightWing(LeftWing? Other);
