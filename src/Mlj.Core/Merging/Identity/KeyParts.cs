using System.Numerics;

namespace Mlj.Merging.Identity;

/// <summary>
/// Numbers that begin with a key and end with whose it is, of which only those count whose key somebody else has. Nearly all keys are one
/// person's, so no table is made of all: the numbers lie in parts that each fit into the fast memory of a processor, and a few bits a key
/// tell which of a part's are there again. Not safe to share between threads.
/// </summary>
internal sealed class KeyParts
{
    private const int PeopleOfAPart = 1024;
    private const int MostParts = 2048;
    private const int ChunkSize = 512;
    private const int ChunksOfASlab = 32;
    private const int PlaceBits = 18;
    private const int PlacesOfAWord = 32;
    private const int None = -1;

    private readonly int _personBits, _partBits;

    // A part is a chain of chunks, of which the last is being filled: up to there in a slab.
    private readonly int[] _ends, _lastChunks;
    private readonly ulong[][] _openSlabs;
    private readonly List<int> _formerChunks = [];
    private readonly List<ulong[]> _slabs = [];

    // For every few keys of a part two bits: whether one of them was met, and whether again.
    private readonly ulong[] _met = new ulong[(1 << PlaceBits) / PlacesOfAWord];
    private ulong[] _again = [];

    /// <summary>Makes room for the numbers of so many people.</summary>
    /// <param name="people">How many people.</param>
    /// <param name="personBits">How many of a number's lowest bits say whose it is. Those above them must be as good as random.</param>
    public KeyParts(int people, int personBits)
    {
        _personBits = personBits;
        Count = Math.Min(MostParts, (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, people / PeopleOfAPart)));
        _partBits = BitOperations.Log2((uint)Count);
        _ends = new int[Count];
        _openSlabs = new ulong[Count][];
        _lastChunks = new int[Count];
        Array.Fill(_lastChunks, None);
    }

    /// <summary>How many parts there are. All numbers of one key are in one.</summary>
    public int Count { get; }

    /// <summary>Adds a number.</summary>
    public void Add(ulong number)
    {
        var part = (int)(number >> _personBits) & (Count - 1);
        if (_ends[part] % ChunkSize == 0)
            BeginChunk(part);
        _openSlabs[part][_ends[part]++] = number;
    }

    /// <summary>The numbers of a part in order, without most of those whose key is there once; valid until the next part is asked for.</summary>
    public ReadOnlySpan<ulong> Repeated(int part)
    {
        Array.Clear(_met);
        var count = 0;
        for (var chunk = _lastChunks[part]; chunk != None; chunk = _formerChunks[chunk])
            foreach (var number in NumbersOf(chunk, part))
            {
                ref var met = ref Met(number, out var place);
                met |= (((met >> place) & 1) << 1 | 1) << place;
                count++;
            }
        if (_again.Length < count)
            _again = new ulong[count];
        count = 0;
        for (var chunk = _lastChunks[part]; chunk != None; chunk = _formerChunks[chunk])
            foreach (var number in NumbersOf(chunk, part))
                if ((Met(number, out var place) >> place & 0b10) != 0)
                    _again[count++] = number;
        Array.Sort(_again, 0, count);
        return _again.AsSpan(0, count);
    }

    private ReadOnlySpan<ulong> NumbersOf(int chunk, int part)
    {
        var start = chunk % ChunksOfASlab * ChunkSize;
        return _slabs[chunk / ChunksOfASlab].AsSpan(start, chunk == _lastChunks[part] ? _ends[part] - start : ChunkSize);
    }

    private ref ulong Met(ulong number, out int place)
    {
        var key = (int)(number >> (_personBits + _partBits)) & ((1 << PlaceBits) - 1);
        place = key % PlacesOfAWord * 2;
        return ref _met[key / PlacesOfAWord];
    }

    private void BeginChunk(int part)
    {
        var chunk = _formerChunks.Count;
        if (chunk % ChunksOfASlab == 0)
            _slabs.Add(GC.AllocateUninitializedArray<ulong>(ChunksOfASlab * ChunkSize));
        _formerChunks.Add(_lastChunks[part]);
        _lastChunks[part] = chunk;
        (_openSlabs[part], _ends[part]) = (_slabs[^1], chunk % ChunksOfASlab * ChunkSize);
    }
}
