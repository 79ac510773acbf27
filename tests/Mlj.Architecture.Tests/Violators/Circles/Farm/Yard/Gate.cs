namespace Mlj.Architecture.Tests.Violators.Circles.Farm.Yard;

internal sealed record Gate(Barn? Barn);
