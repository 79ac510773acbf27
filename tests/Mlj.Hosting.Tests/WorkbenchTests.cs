using System.Text;
using Mlj.Hosting.Blobs;
using Mlj.Hosting.Refusals;
using Mlj.Hosting.Sessions;
using Mlj.Testing.Time;

namespace Mlj.Hosting.Tests;

/// <summary>What the doors cannot show: two processes on one store, and a store that fails.</summary>
public sealed class WorkbenchTests : IDisposable
{
    private readonly HandClock _clock = new();
    private readonly MemorySessionStore _sessions = new();
    private readonly MemoryBlobStore _blobs;
    private readonly Workbench _workbench;

    public WorkbenchTests()
    {
        _blobs = new MemoryBlobStore(_clock);
        _workbench = Bench(_sessions);
    }

    [Fact]
    public async Task Change_WhileAnotherProcessChanges_IsRefusedAndLeavesTheOthers()
    {
        var opened = await _workbench.BeginAsync("web");
        var key = new SessionKey(opened.Session.SessionId, opened.Token);
        using var overtaken = Bench(new OvertakenStore(_sessions));

        var error = await Assert.ThrowsAsync<RefusedException>(() => overtaken.SetModeAsync(key, "cold_email"));

        Assert.Equal((RefusalKind.Conflict, "changed_meanwhile"), (error.Refusal.Kind, error.Refusal.Code));
        Assert.Equal((2L, "consolidation"), ((await _workbench.SessionAsync(key)).Version, (await _workbench.SessionAsync(key)).Mode));
    }

    [Fact]
    public async Task Upload_ThatTheStoreDoesNotTake_KeepsNoBytes()
    {
        var opened = await _workbench.BeginAsync("web");
        var key = new SessionKey(opened.Session.SessionId, opened.Token);
        using var overtaken = Bench(new OvertakenStore(_sessions));

        await Assert.ThrowsAsync<RefusedException>(() => overtaken.UploadAsync(key, "Test 1.csv", new MemoryStream(Encoding.UTF8.GetBytes("Name,Email,Score (100)\nAda Quill,ada@example.org,40\n"))));

        await foreach (var entry in _blobs.ListAsync())
            Assert.Fail(entry.Key);
    }

    [Fact]
    public async Task Uploads_ThatComeAtOnce_AreAllTaken()
    {
        var opened = await _workbench.BeginAsync("web");
        var key = new SessionKey(opened.Session.SessionId, opened.Token);

        await Task.WhenAll(Enumerable.Range(1, 8).Select(number => _workbench.UploadAsync(key, $"Test {number}.csv", new MemoryStream(Encoding.UTF8.GetBytes($"Name,Email,Score (100)\nAda Quill,ada@example.org,{number}\n")))));

        Assert.Equal(8, (await _workbench.ConsolidateAsync(key)).Tests.Count);
        Assert.Equal(8, (await _workbench.UseAsync())[UseCount.Uploads]);
    }

    [Theory]
    [InlineData(0, 50)]
    [InlineData(60, 0)]
    public void Options_ThatMakeNoSense_AreRefusedByName(double minutes, int files)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new Workbench(_sessions, _blobs, new WorkbenchOptions { Lifetime = TimeSpan.FromMinutes(minutes), MaxFiles = files }, _clock));

        Assert.Equal(minutes == 0 ? nameof(WorkbenchOptions.Lifetime) : nameof(WorkbenchOptions.MaxFiles), error.ParamName);
    }

    public void Dispose() => _workbench.Dispose();

    private Workbench Bench(ISessionStore sessions) => new(sessions, _blobs, new WorkbenchOptions(), _clock);

    /// <summary>A store in which somebody else changes a session just before each change.</summary>
    private sealed class OvertakenStore(ISessionStore store) : ISessionStore
    {
        public ValueTask<bool> AddAsync(StoredSession session, CancellationToken cancellation = default) => store.AddAsync(session, cancellation);

        public ValueTask<StoredSession?> FindAsync(string id, CancellationToken cancellation = default) => store.FindAsync(id, cancellation);

        public async ValueTask<bool> ReplaceAsync(StoredSession session, CancellationToken cancellation = default)
        {
            var former = (await store.FindAsync(session.Id, cancellation))!;
            await store.ReplaceAsync(former with { Version = former.Version + 1 }, cancellation);
            return await store.ReplaceAsync(session, cancellation);
        }

        public ValueTask ExtendAsync(string id, DateTimeOffset expires, CancellationToken cancellation = default) => store.ExtendAsync(id, expires, cancellation);

        public ValueTask<bool> RemoveAsync(string id, CancellationToken cancellation = default) => store.RemoveAsync(id, cancellation);

        public ValueTask<IReadOnlyList<StoredSession>> ExpiredAsync(DateTimeOffset at, int most, CancellationToken cancellation = default) => store.ExpiredAsync(at, most, cancellation);

        public ValueTask<int> CountAsync(DateTimeOffset after, CancellationToken cancellation = default) => store.CountAsync(after, cancellation);

        public ValueTask AddUseAsync(UseCount count, long more, CancellationToken cancellation = default) => store.AddUseAsync(count, more, cancellation);

        public ValueTask<IReadOnlyDictionary<UseCount, long>> UseAsync(CancellationToken cancellation = default) => store.UseAsync(cancellation);
    }
}
