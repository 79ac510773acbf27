using Mlj.Architecture.Tests.Violators.Circles.Egg;

namespace Mlj.Architecture.Tests.Violators.Circles.Chicken;

internal sealed record Hen(Shell Origin);
