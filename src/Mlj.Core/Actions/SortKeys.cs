using System.Buffers.Binary;
using System.Globalization;

namespace Mlj.Actions;

/// <summary>
/// Texts to be sorted by the invariant culture ignoring case. Their keys lie one behind the other in one array, for a hundred thousand small ones
/// are what a collector knows best to spend its time on, and the first bytes of each are a number that settles most comparisons.
/// </summary>
internal sealed class SortKeys(int capacity)
{
    // A character of a short text never needs more: the longest, U+FDFA, stands for 18 letters of up to 5 bytes each.
    private const int ShortText = 64;
    private const int BytesOfACharacter = 128;

    private readonly CompareInfo _culture = CultureInfo.InvariantCulture.CompareInfo;
    private readonly List<(ulong First, int Start, int Length, int Place)> _keys = new(capacity);
    private byte[] _bytes = new byte[ShortText * BytesOfACharacter + 32 * capacity];
    private int _used;

    /// <summary>Adds a text; of two that are equal the one of the lower place comes first.</summary>
    public void Add(string text, int place)
    {
        var needed = text.Length <= ShortText ? ShortText * BytesOfACharacter : _culture.GetSortKeyLength(text, CompareOptions.IgnoreCase);
        if (_bytes.Length - _used < needed)
            Array.Resize(ref _bytes, checked((int)Math.Min(Array.MaxLength, Math.Max(2L * _bytes.Length, (long)_used + needed))));
        var length = _culture.GetSortKey(text, _bytes.AsSpan(_used), CompareOptions.IgnoreCase);
        _keys.Add((First(_bytes.AsSpan(_used, length)), _used, length, place));
        _used += length;
    }

    /// <summary>The places in the order of their texts.</summary>
    public List<int> Sorted()
    {
        _keys.Sort((one, other) =>
        {
            var compared = one.First.CompareTo(other.First);
            if (compared == 0)
                compared = _bytes.AsSpan(one.Start, one.Length).SequenceCompareTo(_bytes.AsSpan(other.Start, other.Length));
            return compared != 0 ? compared : one.Place.CompareTo(other.Place);
        });
        return _keys.ConvertAll(key => key.Place);
    }

    private static ulong First(ReadOnlySpan<byte> key)
    {
        if (key.Length >= sizeof(ulong))
            return BinaryPrimitives.ReadUInt64BigEndian(key);
        Span<byte> padded = stackalloc byte[sizeof(ulong)];
        padded.Clear();
        key.CopyTo(padded);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }
}
