using Mlj.Hosting.Chats;

namespace Mlj.Testing.Contracts;

/// <summary>What every <see cref="IChatStore"/> promises.</summary>
public abstract class ChatStoreContract
{
    private static readonly DateTimeOffset Start = new(2026, 3, 4, 9, 0, 0, 123, TimeSpan.Zero);

    /// <summary>The store under test, empty at the beginning of a test.</summary>
    protected abstract IChatStore Store { get; }

    [Fact]
    public async Task Receive_OfAnUpdateThatIsKnown_ChangesNothing()
    {
        Assert.True(await Store.ReceiveAsync(Update(5)));
        Assert.False(await Store.ReceiveAsync(Update(5) with { Content = "other" }));

        Assert.Equal(Update(5) with { Tries = 1 }, await Store.BeginAsync(7));
        Assert.Equal(5, await Store.LastUpdateAsync());
    }

    [Fact]
    public async Task Begin_UntilFinished_GivesTheOldestAndCountsTheTries()
    {
        await Store.ReceiveAsync(Update(6));
        await Store.ReceiveAsync(Update(5));
        await Store.ReceiveAsync(Update(4) with { Chat = 8 });

        Assert.Equal((5, 1), (await BeginAsync(7)));
        Assert.Equal((5, 2), (await BeginAsync(7)));
        Assert.True(await Store.FinishAsync(Update(5), "memory", [], Start));
        Assert.Equal((6, 1), (await BeginAsync(7)));
        Assert.True(await Store.FinishAsync(Update(6), "memory", [], Start));
        Assert.Null(await Store.BeginAsync(7));
        Assert.Equal([8], await Store.BusyAsync());
    }

    [Fact]
    public async Task Finish_OfAFinishedUpdate_ChangesNothing()
    {
        await Store.ReceiveAsync(Update(5));
        Assert.True(await Store.FinishAsync(Update(5), "first", [Message("a")], Start));

        Assert.False(await Store.FinishAsync(Update(5), "second", [Message("b")], Start));

        Assert.Equal("first", await Store.FindAsync(7));
        Assert.Equal("a", (await Store.OutgoingAsync(7))!.Content);
        Assert.False(await Store.ReceiveAsync(Update(5)));
    }

    [Fact]
    public async Task Outgoing_OfSeveralMessages_KeepsTheirOrderUntilTheyAreSent()
    {
        await Store.ReceiveAsync(Update(5));
        await Store.FinishAsync(Update(5), "memory", [Message("a"), Message("b")], Start);

        var first = (await Store.OutgoingAsync(7))!;
        Assert.Equal(("a", null, Start), (first.Content, first.AttemptedAfter, first.NotBefore));
        await Store.AttemptAsync(first.Id, 40);
        Assert.Equal(40, (await Store.OutgoingAsync(7))!.AttemptedAfter);
        await Store.SentAsync(first.Id, 7, "later", Start);

        Assert.Equal("b", (await Store.OutgoingAsync(7))!.Content);
        Assert.Equal("later", await Store.FindAsync(7));
        Assert.Equal([7], await Store.BusyAsync());
        Assert.Null(await Store.OutgoingAsync(8));
    }

    [Fact]
    public async Task Outgoing_OfOneSlot_IsReplacedAtTheEndOfTheLineOnly()
    {
        for (var id = 1; id <= 4; id++)
            await Store.ReceiveAsync(Update(id));
        await Store.FinishAsync(Update(1), "", [Message("one") with { Slot = "files" }], Start);
        await Store.FinishAsync(Update(2), "", [Message("two") with { Slot = "files", NotBefore = Start.AddSeconds(9) }], Start);
        await Store.FinishAsync(Update(3), "", [Message("other")], Start);
        await Store.FinishAsync(Update(4), "", [Message("three") with { Slot = "files" }], Start);

        List<string> sent = [];
        while (await Store.OutgoingAsync(7) is { } next)
        {
            sent.Add(next.Content);
            if (next.Content == "two")
                Assert.Equal(Start.AddSeconds(9), next.NotBefore);
            await Store.SentAsync(next.Id, 7, "", Start);
        }
        Assert.Equal(["two", "other", "three"], sent);
        Assert.Empty(await Store.BusyAsync());
    }

    [Fact]
    public async Task Keep_OfAMemory_TakesTheFormersPlace()
    {
        Assert.Null(await Store.FindAsync(7));
        await Store.KeepAsync(7, "a", Start);
        await Store.KeepAsync(7, """{"b":"'; DROP TABLE chats"}""", Start);

        Assert.Equal("""{"b":"'; DROP TABLE chats"}""", await Store.FindAsync(7));
    }

    [Fact]
    public async Task Lease_OfSeveralOwners_IsOnesUntilItEnds()
    {
        Assert.True(await Store.LeaseAsync("bot", "a", Start, Start.AddSeconds(10)));
        Assert.False(await Store.LeaseAsync("bot", "b", Start.AddSeconds(9), Start.AddSeconds(19)));
        Assert.True(await Store.LeaseAsync("bot", "a", Start.AddSeconds(9), Start.AddSeconds(20)));
        Assert.True(await Store.LeaseAsync("other", "b", Start, Start.AddSeconds(10)));
        Assert.False(await Store.LeaseAsync("bot", "b", Start.AddSeconds(19), Start.AddSeconds(29)));
        Assert.True(await Store.LeaseAsync("bot", "b", Start.AddSeconds(20), Start.AddSeconds(30)));
        await Store.ReleaseAsync("bot", "a");
        Assert.False(await Store.LeaseAsync("bot", "a", Start.AddSeconds(21), Start.AddSeconds(31)));
        await Store.ReleaseAsync("bot", "b");
        Assert.True(await Store.LeaseAsync("bot", "a", Start.AddSeconds(21), Start.AddSeconds(31)));
    }

    [Fact]
    public async Task Lease_WantedByManyAtOnce_IsOnes()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(owner => Task.Run(async () => await Store.LeaseAsync("bot", $"{owner}", Start, Start.AddSeconds(10)))));

        Assert.Single(taken, true);
    }

    [Fact]
    public async Task Forget_OfWhatIsOld_KeepsWhatIsNotFinished()
    {
        await Store.ReceiveAsync(Update(1));
        await Store.ReceiveAsync(Update(2));
        await Store.ReceiveAsync(Update(3) with { Received = Start.AddDays(1) });
        await Store.FinishAsync(Update(1), "memory", [], Start);
        await Store.FinishAsync(Update(3), "memory", [], Start);
        await Store.KeepAsync(8, "memory", Start);

        await Store.ForgetAsync(Start.AddHours(1));

        Assert.True(await Store.ReceiveAsync(Update(1)));
        Assert.False(await Store.ReceiveAsync(Update(2)));
        Assert.False(await Store.ReceiveAsync(Update(3)));
        Assert.Equal("memory", await Store.FindAsync(7));
        Assert.Null(await Store.FindAsync(8));
    }

    private static ReceivedUpdate Update(long id) => new(id, 7, Start, $"update {id}");

    private static NewMessage Message(string content) => new(null, Start, content);

    private async Task<(long Id, int Tries)> BeginAsync(long chat) => (await Store.BeginAsync(chat)) is { } begun ? (begun.Id, begun.Tries) : default;
}
