using Mlj.Architecture.Tests.Violators.Circles.Farm.Yard;

namespace Mlj.Architecture.Tests.Violators.Circles.Farm;

internal sealed record Barn(Farmer? Owner, Gate? Gate);
