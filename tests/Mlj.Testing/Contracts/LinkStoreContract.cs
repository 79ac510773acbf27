using Mlj.Hosting.Links;

namespace Mlj.Testing.Contracts;

/// <summary>What every <see cref="ILinkStore"/> promises.</summary>
public abstract class LinkStoreContract
{
    private static readonly StoredLink Link = new("hash", "session", new DateTimeOffset(2026, 3, 4, 9, 0, 0, 123, TimeSpan.Zero), "sealed");

    /// <summary>The store under test, empty at the beginning of a test.</summary>
    protected abstract ILinkStore Store { get; }

    [Fact]
    public async Task Take_OfALink_GivesItOnce()
    {
        await Store.AddAsync(Link);

        Assert.Null(await Store.TakeAsync("HASH"));
        Assert.Equal(Link, await Store.TakeAsync("hash"));
        Assert.Null(await Store.TakeAsync("hash"));
    }

    [Fact]
    public async Task Take_ByManyAtOnce_GivesItToOne()
    {
        await Store.AddAsync(Link);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await Store.TakeAsync("hash"))));

        Assert.Single(taken, link => link is not null);
    }

    [Fact]
    public async Task Forget_OfALinkThatEnded_LeavesTheOthers()
    {
        await Store.AddAsync(Link);
        await Store.AddAsync(Link with { Hash = "other", Expires = Link.Expires.AddMinutes(1) });

        await Store.ForgetAsync(Link.Expires.AddSeconds(1));

        Assert.Null(await Store.TakeAsync("hash"));
        Assert.NotNull(await Store.TakeAsync("other"));
    }
}
