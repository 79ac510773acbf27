namespace Mlj.Architecture.Tests.Violators.Actions;

internal static class DrawsChance
{
    public static int Draw(int seed) => new Random(seed).Next();
}
