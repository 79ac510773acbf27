using Mlj.Architecture.Tests.Violators.Circles.Chicken;

namespace Mlj.Architecture.Tests.Violators.Circles.Egg;

internal sealed record Shell
{
    // Hidden in a lambda: only the compiled code tells.
    public static Func<object> Hatch(Shell shell) => () => new Hen(shell);
}
