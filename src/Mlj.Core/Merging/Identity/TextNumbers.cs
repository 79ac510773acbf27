using System.Numerics;

namespace Mlj.Merging.Identity;

/// <summary>Different texts, numbered from 0 as they come. A text is found without a string of its own. Not safe to share between threads while texts are added.</summary>
internal sealed class TextNumbers
{
    /// <summary>The number of a text that is not here.</summary>
    public const int None = -1;

    private string[] _texts;

    // The numbers by hash, open addressing; 0 is a free place, so a number is kept with 1 added.
    private int[] _places;
    private int[] _hashes;
    private int _longest;

    /// <summary>Makes a table without texts.</summary>
    public TextNumbers(int capacity = 32)
    {
        _texts = new string[capacity];
        _hashes = new int[capacity];
        _places = new int[2 * (int)BitOperations.RoundUpToPowerOf2((uint)capacity)];
    }

    /// <summary>Makes a table of texts.</summary>
    public TextNumbers(IReadOnlyCollection<string> texts) : this(Math.Max(1, texts.Count))
    {
        foreach (var text in texts)
            Add(text);
    }

    /// <summary>How many texts there are.</summary>
    public int Count { get; private set; }

    /// <summary>The text of a number.</summary>
    public string this[int number] => _texts[number];

    /// <summary>Whether a text is here.</summary>
    public bool Contains(ReadOnlySpan<char> text) => Find(text) != None;

    /// <summary>The number of a text; <see cref="None"/> when it is not here.</summary>
    public int Find(ReadOnlySpan<char> text) => text.Length > _longest ? None : _places[PlaceOf(text, string.GetHashCode(text))] - 1;

    /// <summary>The number of a text, which is added when it was not here.</summary>
    public int Add(ReadOnlySpan<char> text)
    {
        var hash = string.GetHashCode(text);
        var place = PlaceOf(text, hash);
        if (_places[place] > 0)
            return _places[place] - 1;
        if (Count == _texts.Length)
        {
            Grow();
            place = PlaceOf(text, hash);
        }
        _texts[Count] = text.ToString();
        _hashes[Count] = hash;
        _longest = Math.Max(_longest, text.Length);
        _places[place] = ++Count;
        return Count - 1;
    }

    /// <summary>Where a text is, or would be.</summary>
    private int PlaceOf(ReadOnlySpan<char> text, int hash)
    {
        var mask = _places.Length - 1;
        var place = hash & mask;
        for (; _places[place] is > 0 and var found; place = (place + 1) & mask)
            if (_hashes[found - 1] == hash && text.SequenceEqual(_texts[found - 1]))
                break;
        return place;
    }

    private void Grow()
    {
        Array.Resize(ref _texts, Count * 2);
        Array.Resize(ref _hashes, Count * 2);
        _places = new int[_places.Length * 2];
        var mask = _places.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var place = _hashes[number] & mask;
            while (_places[place] > 0)
                place = (place + 1) & mask;
            _places[place] = number + 1;
        }
    }
}
