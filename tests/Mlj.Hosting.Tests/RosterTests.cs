using System.Text;
using Mlj.Hosting.Blobs;
using Mlj.Hosting.Refusals;
using Mlj.Hosting.Sessions;
using Mlj.Hosting.Views;
using Mlj.Testing.Time;
using Mlj.Testing.Workbooks;

namespace Mlj.Hosting.Tests;

/// <summary>The class list of a session: taken, replaced, removed, held against the table.</summary>
public sealed class RosterTests : IDisposable
{
    private const string First = "Name,Email,Score (100)\nAda Quill,ada@example.org,40\nBo Reed,bo@example.org,80\n";
    private const string Class = "Name,Email\nAda Quill,ada@example.org\nDee Fox,dee@example.org\n";

    private readonly HandClock _clock = new();
    private readonly MemorySessionStore _sessions = new();
    private readonly MemoryBlobStore _blobs;
    private readonly Workbench _workbench;

    public RosterTests()
    {
        _blobs = new MemoryBlobStore(_clock);
        _workbench = Bench();
    }

    [Fact]
    public async Task Roster_AfterAConsolidation_TellsWhoIsAbsentAndWhoIsUnexpected()
    {
        var key = await BegunAsync(First);
        var taken = await SetAsync(key, "folder/class.csv", Class);

        var summary = await _workbench.ConsolidateAsync(key);
        var roster = await _workbench.RosterAsync(key);

        Assert.Equal(new RosterFileView("class.csv", Class.Length, _clock.GetUtcNow(), 2), taken.Roster);
        Assert.Equal((2, false), (summary.Participants, summary.IsStale));
        Assert.True(roster.IsUsed);
        var result = roster.Result!;
        Assert.Equal(("class.csv", 2, 1, 1, 1), (result.File, result.Entries, result.PresentCount, result.AbsentCount, result.UnexpectedCount));
        Assert.Equal([new RosterPersonView("Dee Fox", "dee@example.org", 3)], result.Absent);
        Assert.Equal([new RosterPersonView("Bo Reed", "bo@example.org", null)], result.Unexpected);
        Assert.Empty(result.Suggestions);
    }

    [Fact]
    public async Task Roster_OfAWorkbookWithNamesAlone_IsRead()
    {
        var key = await BegunAsync(First);

        await _workbench.SetRosterAsync(key, "class.xlsx", new MemoryStream(Workbook.Sheet("4B").Row("Surname", "First name").Row("Reed", "Bo").Row("Fox", "Dee").ToBytes()));
        await _workbench.ConsolidateAsync(key);

        var result = (await _workbench.RosterAsync(key)).Result!;
        Assert.Equal([new RosterPersonView("Dee Fox", null, 3)], result.Absent);
        Assert.Equal(["Ada Quill"], result.Unexpected.Select(each => each.Name));
    }

    [Fact]
    public async Task Roster_BeforeAConsolidation_IsThereWithoutAResult()
    {
        var key = await BegunAsync(First);
        Assert.Equal(new RosterView(2, null, false, null), await _workbench.RosterAsync(key));

        var taken = await SetAsync(key, "class.csv", Class);

        Assert.Equal(new RosterView(3, taken.Roster, false, null), await _workbench.RosterAsync(key));
    }

    [Fact]
    public async Task Change_OfTheRoster_MakesTheTableStaleUntilTheNextConsolidation()
    {
        var key = await BegunAsync(First);
        await _workbench.ConsolidateAsync(key);

        Assert.True((await SetAsync(key, "class.csv", Class)).IsStale);
        Assert.Null((await _workbench.RosterAsync(key)).Result);
        await _workbench.ConsolidateAsync(key);
        Assert.False((await _workbench.SessionAsync(key)).IsStale);

        Assert.True((await SetAsync(key, "other.csv", "Email\nbo@example.org\n")).IsStale);
        var replaced = await _workbench.RosterAsync(key);
        Assert.Equal(("other.csv", false, "class.csv"), (replaced.File?.Name, replaced.IsUsed, replaced.Result?.File));
        Assert.Equal(3, await BlobsAsync());
        await _workbench.ConsolidateAsync(key);
        Assert.Equal((true, 0), ((await _workbench.RosterAsync(key)).IsUsed, (await _workbench.RosterAsync(key)).Result?.AbsentCount));
        Assert.Equal(2, await BlobsAsync());

        Assert.True((await _workbench.RemoveRosterAsync(key)).IsStale);
        var removed = await _workbench.RosterAsync(key);
        Assert.Equal((null, false, "other.csv"), (removed.File, removed.IsUsed, removed.Result?.File));
        await _workbench.ConsolidateAsync(key);
        Assert.Null((await _workbench.RosterAsync(key)).Result);
        Assert.Equal(1, await BlobsAsync());
        Assert.Equal("no_roster", (await Assert.ThrowsAsync<RefusedException>(() => _workbench.RemoveRosterAsync(key))).Refusal.Code);
    }

    [Theory]
    [InlineData("City,Colour\nLagos,green\n", "no_person_column")]
    [InlineData("Name,Email\n,\n", "no_rows")]
    [InlineData("", "empty_file")]
    [InlineData("PK\u0003\u0004 and no more", null)]
    public async Task Roster_ThatNamesNobody_IsRefusedByNameAndLeavesTheFormer(string text, string? code)
    {
        var key = await BegunAsync(First);
        var before = await SetAsync(key, "class.csv", Class);

        var refusal = (await Assert.ThrowsAsync<RefusedException>(() => SetAsync(key, "wrong.csv", text))).Refusal;

        Assert.Equal(RefusalKind.UnsupportedFile, refusal.Kind);
        Assert.Equal(code ?? refusal.Code, refusal.Code);
        Assert.Contains("wrong.csv", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("--", refusal.Message, StringComparison.Ordinal);
        Assert.Equal((before.Version, before.Roster), ((await _workbench.SessionAsync(key)).Version, (await _workbench.SessionAsync(key)).Roster));
        Assert.Equal(2, await BlobsAsync());
    }

    [Fact]
    public async Task Roster_OfAnotherVersion_IsRefusedAndKeepsNoBytes()
    {
        var key = await BegunAsync(First);

        var error = await Assert.ThrowsAsync<RefusedException>(() => SetAsync(key with { Version = 1 }, "class.csv", Class));

        Assert.Equal("other_version", error.Refusal.Code);
        Assert.Equal(1, await BlobsAsync());
    }

    [Fact]
    public async Task Roster_CountsAmongTheBytesOfTheSession_AndReplacedItCountsOnce()
    {
        using var small = Bench(new WorkbenchOptions { MaxSessionBytes = First.Length + Class.Length + 5, MaxFileBytes = First.Length + Class.Length + 5 });
        var key = await BegunAsync(First);

        await small.SetRosterAsync(key, "class.csv", Text(Class));
        await small.SetRosterAsync(key, "class.csv", Text(Class));
        var more = await Assert.ThrowsAsync<RefusedException>(() => small.SetRosterAsync(key, "class.csv", Text(Class + "Cy Marsh,\n")));
        var file = await Assert.ThrowsAsync<RefusedException>(() => small.UploadAsync(key, "Test 2.csv", Text(First)));
        var single = await Assert.ThrowsAsync<RefusedException>(() => small.SetRosterAsync(key, "class.csv", Text(First + Class + "Cy Marsh,\n")));

        Assert.Equal(["session_too_large", "session_too_large", "file_too_large"], new[] { more, file, single }.Select(error => error.Refusal.Code));
        Assert.Equal(2, await BlobsAsync());
    }

    [Fact]
    public async Task Delete_OfASession_DeletesTheRosterToo()
    {
        var key = await BegunAsync(First);
        await SetAsync(key, "class.csv", Class);
        await _workbench.ConsolidateAsync(key);
        await SetAsync(key, "class.csv", Class + "Cy Marsh,\n");

        var receipt = await _workbench.DeleteAsync(key);

        Assert.Equal((1, 3, First.Length + (2L * Class.Length) + "Cy Marsh,\n".Length), (receipt.Sessions, receipt.Files, receipt.Bytes));
        Assert.Equal(0, await BlobsAsync());
    }

    [Fact]
    public async Task Purge_OfOrphans_LeavesTheRosterOfALivingSession()
    {
        var key = await BegunAsync(First);
        await SetAsync(key, "class.csv", Class);
        for (var times = 0; times < 3; times++)
        {
            _clock.Pass(TimeSpan.FromMinutes(50));
            await _workbench.SessionAsync(key);
        }

        await _workbench.PurgeAsync();

        Assert.Equal(2, await BlobsAsync());
    }

    [Fact]
    public async Task Consolidation_WithANewRoster_KeepsStepsAndDecisions()
    {
        var key = await BegunAsync(First);
        await _workbench.ConsolidateAsync(key);
        await _workbench.PlanAsync(key, """{"steps":[{"action":"sort_data","params":{"column":"Full Name"}}]}""");
        await _workbench.AcceptAsync(key);
        await _workbench.DecideAsync(key, "ada@example.org", "bo@example.org", isSame: true);

        await SetAsync(key, "class.csv", "Email\nbo@example.org\ndee@example.org\n");
        await _workbench.ConsolidateAsync(key);

        Assert.Single((await _workbench.HistoryAsync(key)).Steps);
        var result = (await _workbench.RosterAsync(key)).Result!;
        Assert.Equal((1, 1, 0), (result.PresentCount, result.AbsentCount, result.UnexpectedCount));
    }

    [Fact]
    public async Task Decision_AboutAnAddressOfTheList_BringsTheAbsentAndTheUnexpectedTogether()
    {
        var key = await BegunAsync("Name,Email,Score (100)\nMarianne Okafor,marianne.okafor@exmaple.org,40\nBo Reed,bo@example.org,80\n");
        await SetAsync(key, "class.csv", "Name,Email\nMarianne Okafor,marianne.okafor@example.org\nBo Reed,bo@example.org\n");
        await _workbench.ConsolidateAsync(key);
        var suggestion = Assert.Single((await _workbench.RosterAsync(key)).Result!.Suggestions);
        Assert.Equal(["Marianne Okafor", "Marianne Okafor"], suggestion.Names);

        await _workbench.DecideAsync(key, suggestion.Emails[0], suggestion.Emails[1], isSame: true);

        var joined = (await _workbench.RosterAsync(key)).Result!;
        Assert.Equal((2, 0, 0, 0), (joined.PresentCount, joined.AbsentCount, joined.UnexpectedCount, joined.Suggestions.Count));
        Assert.Equal("no_suggestion", (await Assert.ThrowsAsync<RefusedException>(() => _workbench.DecideAsync(key, suggestion.Emails[0], "nobody@example.org", isSame: true))).Refusal.Code);
        await _workbench.DecideAsync(key, suggestion.Emails[1], suggestion.Emails[0], isSame: null);
        Assert.Equal(1, (await _workbench.RosterAsync(key)).Result!.AbsentCount);
    }

    [Fact]
    public async Task Decision_AboutTwoNamesAtOneAddress_PartsThemUntilItIsTakenBack()
    {
        const string Luke = "Luke Quill <mum@example.org>";
        const string Rose = "Rose Quill <mum@example.org>";
        var key = await BegunAsync("Name,Email,Score (100)\nLuke Quill,mum@example.org,40\nRose Quill,mum@example.org,80\n");
        await SetAsync(key, "class.csv", "Name,Email\nLuke Quill,mum@example.org\nRose Quill,mum@example.org\n");
        await _workbench.ConsolidateAsync(key);
        Assert.Equal(1, (await _workbench.SummaryAsync(key)).Participants);

        var decided = Assert.Single((await _workbench.DecideAsync(key, Luke, Rose, isSame: false)).Decided);

        Assert.Equal([Luke, Rose], decided.Emails);
        Assert.Equal("different", decided.Decision);
        Assert.Equal(2, (await _workbench.SummaryAsync(key)).Participants);
        var roster = (await _workbench.RosterAsync(key)).Result!;
        Assert.Equal((2, 0, 0), (roster.PresentCount, roster.AbsentCount, roster.UnexpectedCount));
        Assert.Equal("no_suggestion", (await Assert.ThrowsAsync<RefusedException>(() => _workbench.DecideAsync(key, Luke, "mum@example.org", isSame: false))).Refusal.Code);
        await _workbench.DecideAsync(key, Rose, Luke, isSame: null);
        Assert.Equal(1, (await _workbench.SummaryAsync(key)).Participants);
    }

    [Fact]
    public async Task Session_ThatWasStoredBeforeThereWereRosters_IsRead()
    {
        var opened = await _workbench.BeginAsync("web");
        var key = new SessionKey(opened.Session.SessionId, opened.Token);
        await _workbench.UploadAsync(key, "Test 1.csv", Text(First));
        await _workbench.ConsolidateAsync(key);

        // What has no list is written as before, so that this is the form of an older program.
        var stored = (await _sessions.FindAsync(key.Id))!;
        Assert.DoesNotContain("roster", stored.State, StringComparison.Ordinal);

        using var later = Bench();
        Assert.Equal((null, false), ((await later.SessionAsync(key)).Roster, (await later.SessionAsync(key)).IsStale));
        Assert.Equal(2, (await later.SummaryAsync(key)).Participants);
        Assert.Null((await later.RosterAsync(key)).Result);
    }

    public void Dispose() => _workbench.Dispose();

    private Workbench Bench(WorkbenchOptions? options = null) => new(_sessions, _blobs, options ?? new WorkbenchOptions(), _clock);

    private async Task<SessionKey> BegunAsync(string test)
    {
        var opened = await _workbench.BeginAsync("web");
        var key = new SessionKey(opened.Session.SessionId, opened.Token);
        await _workbench.UploadAsync(key, "Test 1.csv", Text(test));
        return key;
    }

    private Task<SessionView> SetAsync(SessionKey key, string name, string text) => _workbench.SetRosterAsync(key, name, Text(text));

    private async Task<int> BlobsAsync()
    {
        var count = 0;
        await foreach (var _ in _blobs.ListAsync())
            count++;
        return count;
    }

    private static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));
}
