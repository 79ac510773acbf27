using Mlj.Architecture.Tests.Violators.Circles.Farm;

namespace Mlj.Architecture.Tests.Violators.Circles;

internal sealed record Farmer(Barn Barn);
