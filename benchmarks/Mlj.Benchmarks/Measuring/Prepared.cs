namespace Mlj.Benchmarks.Measuring;

/// <summary>
/// Files made once a process, and code run on small files until the compiler has made its last version of it: the first measured run of a
/// rival that takes seconds is then as good as its tenth.
/// </summary>
internal static class Prepared
{
    private const int Times = 60;

    private static readonly Dictionary<string, object> Things = [];

    /// <summary>What was made before under this name, or is made now.</summary>
    public static T Once<T>(string name, Func<T> make) where T : notnull
    {
        if (!Things.TryGetValue(name, out var thing))
            Things.Add(name, thing = make());
        return (T)thing;
    }

    /// <summary>Runs each work until it is compiled for good, unless that was done before under this name.</summary>
    public static void WarmUp(string name, params Action[] works) => Once($"{name} is warm", () =>
    {
        foreach (var work in works)
        {
            // More than once, for what a round compiled is compiled again with what was learned.
            for (var round = 0; round < 3; round++)
            {
                for (var time = 0; time < Times; time++)
                    work();
                Thread.Sleep(400);
            }
        }
        return true;
    });
}
