namespace Mlj.Recognition.Responses;

/// <summary>
/// A table from texts to what they mean, by their bytes: a text that many rows repeat is understood once, and a text that is known costs
/// no string. Open addressing; what was added stays.
/// </summary>
internal sealed class Utf8Pool<T>
{
    private const int ChunkSize = 1 << 18;

    private readonly List<byte[]> _chunks = [];
    private Entry[] _entries = new Entry[64];
    private long[] _slots = new long[256];
    private int _used = ChunkSize;
    private int _last;

    /// <summary>How many texts are known.</summary>
    public int Count { get; private set; }

    /// <summary>What a text means, by its number.</summary>
    public ref T this[int number] => ref _entries[number].Value;

    /// <summary>The number of a text, from 0; the next one when it was not known.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="isNew">Whether it was not known: its meaning is yet to be set.</param>
    public int Find(ReadOnlySpan<byte> utf8, out bool isNew)
    {
        isNew = false;
        // Files of one class are often in one order: what followed a text there follows it here, or the one after that where somebody is absent.
        for (var next = _last + 1; next <= _last + 2 && next < Count; next++)
            if (Is(next, utf8))
                return _last = next;
        var hash = Hash(utf8);
        var mask = _slots.Length - 1;
        var slot = (int)hash & mask;
        for (; _slots[slot] is not 0 and var found; slot = (slot + 1) & mask)
            if ((uint)(found >> 32) == hash && Is((int)found - 1, utf8))
                return _last = (int)found - 1;
        isNew = true;
        if (Count * 2 >= _slots.Length)
        {
            Grow();
            mask = _slots.Length - 1;
            for (slot = (int)hash & mask; _slots[slot] != 0;)
                slot = (slot + 1) & mask;
        }
        if (Count == _entries.Length)
            Array.Resize(ref _entries, Count * 2);
        Keep(utf8, ref _entries[Count]);
        _slots[slot] = ((long)hash << 32) | (uint)++Count;
        return _last = Count - 1;
    }

    private bool Is(int number, ReadOnlySpan<byte> utf8)
    {
        ref readonly var entry = ref _entries[number];
        return entry.Length == utf8.Length && _chunks[entry.Chunk].AsSpan(entry.Start, entry.Length).SequenceEqual(utf8);
    }

    /// <summary>A hash that differs from process to process, so that nobody can prepare texts that all fall into one slot.</summary>
    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = new HashCode();
        hash.AddBytes(utf8);
        return (uint)hash.ToHashCode();
    }

    private void Keep(ReadOnlySpan<byte> utf8, ref Entry entry)
    {
        if (utf8.Length > ChunkSize - _used)
        {
            _chunks.Add(new byte[Math.Max(ChunkSize, utf8.Length)]);
            _used = 0;
        }
        utf8.CopyTo(_chunks[^1].AsSpan(_used));
        (entry.Chunk, entry.Start, entry.Length) = (_chunks.Count - 1, _used, utf8.Length);
        _used += utf8.Length;
    }

    private void Grow()
    {
        var slots = new long[_slots.Length * 2];
        var mask = slots.Length - 1;
        foreach (var taken in _slots)
        {
            if (taken == 0)
                continue;
            var slot = (int)(taken >> 32) & mask;
            while (slots[slot] != 0)
                slot = (slot + 1) & mask;
            slots[slot] = taken;
        }
        _slots = slots;
    }

    private struct Entry
    {
        public int Chunk;
        public int Start;
        public int Length;
        public T Value;
    }
}
