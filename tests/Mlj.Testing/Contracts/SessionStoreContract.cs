using Mlj.Hosting;
using Mlj.Hosting.Blobs;
using Mlj.Hosting.Sessions;
using Mlj.Testing.Time;

namespace Mlj.Testing.Contracts;

/// <summary>What every <see cref="ISessionStore"/> promises.</summary>
public abstract class SessionStoreContract
{
    private static readonly DateTimeOffset Start = new(2026, 3, 4, 9, 0, 0, 123, TimeSpan.Zero);

    /// <summary>The store under test, empty at the beginning of a test.</summary>
    protected abstract ISessionStore Store { get; }

    [Fact]
    public async Task Find_OfAnAddedSession_GivesAllOfIt()
    {
        var session = Session("a") with { State = """{"name":"Ńguyễn \"Ada\" 😀 '; DROP TABLE sessions"}""" };
        Assert.True(await Store.AddAsync(session));

        Assert.Equal(session, await Store.FindAsync("a"));
        Assert.Null(await Store.FindAsync("A"));
        Assert.Null(await Store.FindAsync("b"));
    }

    [Fact]
    public async Task Add_OfAnIdThatIsTaken_ChangesNothing()
    {
        await Store.AddAsync(Session("a"));

        Assert.False(await Store.AddAsync(Session("a") with { State = "other" }));
        Assert.Equal(Session("a"), await Store.FindAsync("a"));
    }

    [Fact]
    public async Task Replace_OfTheFormerVersion_PutsTheNewOneThere()
    {
        await Store.AddAsync(Session("a"));
        var next = Session("a") with { Version = 2, State = "next", Expires = Start.AddHours(5) };

        Assert.True(await Store.ReplaceAsync(next));
        Assert.Equal(next, await Store.FindAsync("a"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Replace_OfAnotherVersion_ChangesNothing(long version)
    {
        await Store.AddAsync(Session("a"));

        Assert.False(await Store.ReplaceAsync(Session("a") with { Version = version, State = "next" }));
        Assert.Equal(Session("a"), await Store.FindAsync("a"));
    }

    [Fact]
    public async Task Replace_OfNoSession_AddsNone()
    {
        Assert.False(await Store.ReplaceAsync(Session("a") with { Version = 2 }));
        Assert.Null(await Store.FindAsync("a"));
    }

    [Fact]
    public async Task Replace_OfOneVersionByMany_LetsOneThrough()
    {
        await Store.AddAsync(Session("a"));

        var replaced = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(async () =>
            (Number: number, Done: await Store.ReplaceAsync(Session("a") with { Version = 2, State = $"by {number}" })))));

        var winner = Assert.Single(replaced, each => each.Done);
        Assert.Equal($"by {winner.Number}", (await Store.FindAsync("a"))!.State);
    }

    [Fact]
    public async Task Extend_MovesTheEndOnly_AndNeverBack()
    {
        await Store.AddAsync(Session("a"));

        await Store.ExtendAsync("a", Start.AddHours(3));
        Assert.Equal(Session("a") with { Expires = Start.AddHours(3) }, await Store.FindAsync("a"));
        await Store.ExtendAsync("a", Start);
        Assert.Equal(Start.AddHours(3), (await Store.FindAsync("a"))!.Expires);
        await Store.ExtendAsync("none", Start.AddHours(3));
        Assert.Null(await Store.FindAsync("none"));
    }

    [Fact]
    public async Task Remove_OfASession_LeavesTheOthers()
    {
        await Store.AddAsync(Session("a"));
        await Store.AddAsync(Session("b"));

        Assert.True(await Store.RemoveAsync("a"));
        Assert.False(await Store.RemoveAsync("a"));
        Assert.Null(await Store.FindAsync("a"));
        Assert.NotNull(await Store.FindAsync("b"));
    }

    [Fact]
    public async Task Expired_AtATime_AreThoseUpToItTheEarliestFirst()
    {
        foreach (var (id, minutes) in new[] { ("late", 90), ("b", 30), ("a", 10), ("now", 60) })
            await Store.AddAsync(Session(id) with { Expires = Start.AddMinutes(minutes) });

        Assert.Equal(["a", "b", "now"], (await Store.ExpiredAsync(Start.AddMinutes(60), 10)).Select(session => session.Id));
        Assert.Equal(["a", "b"], (await Store.ExpiredAsync(Start.AddMinutes(60), 2)).Select(session => session.Id));
        Assert.Empty(await Store.ExpiredAsync(Start, 10));
    }

    [Fact]
    public async Task Count_AfterATime_LeavesExpiredSessionsOut()
    {
        await Store.AddAsync(Session("a") with { Expires = Start.AddMinutes(10) });
        await Store.AddAsync(Session("b") with { Expires = Start.AddMinutes(20) });

        Assert.Equal(2, await Store.CountAsync(Start));
        Assert.Equal(1, await Store.CountAsync(Start.AddMinutes(10)));
    }

    [Fact]
    public async Task Session_WithAClassList_IsTheSameForAnotherWorkbench()
    {
        var clock = new HandClock();
        var blobs = new MemoryBlobStore(clock);
        using var one = new Workbench(Store, blobs, new WorkbenchOptions(), clock);
        using var other = new Workbench(Store, blobs, new WorkbenchOptions(), clock);
        var opened = await one.BeginAsync("web");
        var key = new SessionKey(opened.Session.SessionId, opened.Token);
        await one.UploadAsync(key, "Test 1.csv", new MemoryStream("Name,Email,Score (100)\nAda Quill,ada@example.org,40\n"u8.ToArray()));

        var taken = await one.SetRosterAsync(key, "class.csv", new MemoryStream("Name,Email\nAda Quill,ada@example.org\nDee Fox,dee@example.org\n"u8.ToArray()));
        await one.ConsolidateAsync(key);

        Assert.Equal(taken.Roster, (await other.SessionAsync(key)).Roster);
        Assert.Equal(["Dee Fox"], (await other.RosterAsync(key)).Result!.Absent.Select(each => each.Name));
    }

    [Fact]
    public async Task Use_ThatIsAddedByMany_IsAllCounted()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Store.AddUseAsync(UseCount.Uploads, 2).AsTask())));

        var use = await Store.UseAsync();
        Assert.Equal(40, use[UseCount.Uploads]);
        Assert.Equal(0, use[UseCount.Exports]);
        Assert.Equal(Enum.GetValues<UseCount>().Length, use.Count);
    }

    private static StoredSession Session(string id) => new(id, 1, Start, Start.AddHours(1), "{}");
}
