namespace Mlj.Architecture.Tests.Violators.Dependencies;

internal static class Alone
{
    public static int Sum(int one, int two) => one + two;
}
