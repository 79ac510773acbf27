using Mlj.Hosting.Heads;
using Mlj.Pipeline;
using Mlj.Sources;

namespace Mlj.Hosting.Tests.Heads;

public sealed class HeadCacheTests
{
    [Fact]
    public void Keep_BeyondTheWeight_LetsGoOfWhatWasUsedLongestAgo()
    {
        var head = Head();
        var cache = new HeadCache(2 * head.Weight);
        cache.Keep("a", head);
        cache.Keep("b", head);
        Assert.NotNull(cache.Find("a"));

        cache.Keep("c", head);

        Assert.Null(cache.Find("b"));
        Assert.NotNull(cache.Find("a"));
        Assert.NotNull(cache.Find("c"));
    }

    [Fact]
    public void Keep_OfOneThatIsTooHeavyAlone_KeepsItUntilTheNext()
    {
        var cache = new HeadCache(1);

        cache.Keep("a", Head());
        Assert.NotNull(cache.Find("a"));
        cache.Keep("b", Head());

        Assert.Null(cache.Find("a"));
        Assert.Equal(1, cache.Count);
    }

    [Fact]
    public void Keep_OfOneSessionAgain_CountsItOnce()
    {
        var head = Head();
        var cache = new HeadCache(2 * head.Weight);
        for (var times = 0; times < 5; times++)
            cache.Keep("a", head);
        cache.Keep("b", head);

        Assert.Equal(2, cache.Count);
        cache.Forget("a");
        Assert.Null(cache.Find("a"));
        Assert.Equal(1, cache.Count);
    }

    private static Head Head()
    {
        var results = new ResultsCompiler().Compile([SourceFile.FromBytes("Test 1.csv", "Name,Email,Score (100)\nAda Quill,ada@example.org,40\n"u8.ToArray())]);
        return new Head("read", "chosen", null, results with { History = History.Of(results.Table, BuiltInActions.Catalog) });
    }
}
