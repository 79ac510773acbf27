namespace Mlj.Hosting.Sessions;

/// <summary>One writer at a time for each session of this process; the store's version guards against other processes.</summary>
internal sealed class SessionLocks
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public async ValueTask<IDisposable> EnterAsync(string id, CancellationToken cancellation)
    {
        Entry entry;
        lock (_entries)
        {
            if (!_entries.TryGetValue(id, out entry!))
                _entries[id] = entry = new Entry();
            entry.Users++;
        }
        try
        {
            await entry.Gate.WaitAsync(cancellation);
        }
        catch
        {
            Leave(id, entry);
            throw;
        }
        return new Held(() =>
        {
            entry.Gate.Release();
            Leave(id, entry);
        });
    }

    private void Leave(string id, Entry entry)
    {
        lock (_entries)
            if (--entry.Users == 0)
            {
                _entries.Remove(id);
                entry.Gate.Dispose();
            }
    }

    private sealed class Entry
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Held(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
