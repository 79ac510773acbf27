namespace Mlj.Hosting.Heads;

/// <summary>The heads that were used last, up to a weight. What is left out is made again from the session. Safe to share between threads.</summary>
/// <param name="maxWeight">Cells to keep in all.</param>
internal sealed class HeadCache(long maxWeight)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Session, Head Head)>> _places = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Session, Head Head)> _used = new();
    private long _weight;

    public int Count
    {
        get
        {
            lock (_lock)
                return _used.Count;
        }
    }

    public Head? Find(string session)
    {
        lock (_lock)
        {
            if (!_places.TryGetValue(session, out var place))
                return null;
            _used.Remove(place);
            _used.AddFirst(place);
            return place.Value.Head;
        }
    }

    public void Keep(string session, Head head)
    {
        lock (_lock)
        {
            Drop(session);
            _places[session] = _used.AddFirst((session, head));
            _weight += head.Weight;
            // The newest stays even when it is too heavy alone: it is in use.
            while (_weight > maxWeight && _used.Last is { } last && _used.Count > 1)
                Drop(last.Value.Session);
        }
    }

    public void Forget(string session)
    {
        lock (_lock)
            Drop(session);
    }

    private void Drop(string session)
    {
        if (!_places.Remove(session, out var place))
            return;
        _used.Remove(place);
        _weight -= place.Value.Head.Weight;
    }
}
