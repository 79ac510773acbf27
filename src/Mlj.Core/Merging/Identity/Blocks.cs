using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mlj.Merging.Identity;

/// <summary>
/// The pairs that are worth a comparison. Everybody is put into blocks: by telephone, by two words of the name, by mailbox, by what stands
/// before the at sign, and by that with any one letter left out, so that one slip still gives a common block. Only people of one block are
/// compared. What too many people share says nothing about two of them, so a block beyond its size is passed over; the number of comparisons
/// grows with the number of people, not with its square.
/// <para>
/// An address has a block for every letter, and nearly all of them are one person's. So the addresses are added in two rounds: the first sees
/// which blocks more than one person has, the second keeps those.
/// </para>
/// </summary>
internal sealed class Blocks
{
    private const int MostByPhone = 12;
    private const int MostByName = 40;
    private const int MostByAddress = 20;
    private const int ShortestWithSlips = 4;
    private const int KindBits = 2;

    // A block's key, with the person in the lowest bits: sorted, the people of one block stand together. Two texts of one hash cost a comparison
    // and change nothing; telephones are numbers and have no hash.
    private readonly List<ulong> _keys = [];
    private readonly int _personBits;

    // For every few keys two bits: whether one of them was added, and whether again.
    private readonly ulong[] _seen;
    private readonly ulong _seenMask;

    // Keys are looked up many at a time, because the memory they are found in lies far apart and is fetched at the same time then.
    private readonly ulong[] _waiting = new ulong[1024];
    private int _waitingCount;
    private bool _isSecondRound;

    /// <summary>Makes blocks for people with numbers below this one.</summary>
    public Blocks(int people)
    {
        const ulong PlacesAPerson = 128;
        const ulong MostPlaces = 1UL << 30;
        _personBits = BitOperations.Log2((uint)Math.Max(1, people)) + 1;
        var places = Math.Min(BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, people)) * PlacesAPerson, MostPlaces);
        _seen = new ulong[places / PlacesAWord];
        _seenMask = places - 1;
    }

    private enum Kind : ulong
    {
        Phone,
        Name,
        Address,
    }

    /// <summary>Ends the first round. Everybody's addresses are to be added once more.</summary>
    public void BeginSecondRound()
    {
        LookUpWaiting();
        _isSecondRound = true;
    }

    /// <summary>Puts somebody into the block of a telephone.</summary>
    public void AddPhone(uint phone, int person) => _keys.Add(KeyOf(phone) | (uint)person);

    /// <summary>Puts somebody into the blocks of a name: of each two words, and of all of them unless they are two.</summary>
    public void AddName(NameWords name, int person)
    {
        var words = Array.Exists(name.Words, word => word.Length <= 1) ? Array.FindAll(name.Words, word => word.Length > 1) : name.Words;
        for (var first = 0; first < words.Length; first++)
            for (var second = first + 1; second < words.Length; second++)
                _keys.Add(KeyOf(Kind.Name, Mix(Append(Append(Start, words[first]), words[second]))) | (uint)person);
        if (words.Length == 2)
            return;
        var all = Start;
        foreach (var word in words)
            all = Append(all, word);
        _keys.Add(KeyOf(Kind.Name, Mix(all)) | (uint)person);
    }

    /// <summary>Puts somebody into the blocks of an address that has one reading.</summary>
    public void AddAddress(ReadOnlySpan<char> address, int person)
    {
        var at = address.LastIndexOf('@');
        var parts = new AddressParts(address[..at], address[(at + 1)..], stackalloc char[2 * AddressReading.Longest]);
        if (parts.Letters.Length > 0)
            AddAddress(parts, person);
    }

    /// <summary>Puts somebody into the blocks of an address: the mailbox, what stands before the at sign, and that with any one letter left out.</summary>
    public void AddAddress(in AddressParts address, int person)
    {
        AddOfAddress(Append(Append(Start, address.Local), address.Domain), person);
        if (address.Letters.Length < ShortestWithSlips || address.IsGeneral)
            return;
        AddOfAddress(Append(Start, address.Letters), person);
        // The slips go with the domain: half of a school's addresses differ in one letter from somebody's elsewhere.
        AddSlips(address.Letters, Mix(Append(Start, address.Domain)), person);
    }

    /// <summary>The pairs to compare, each once, the smaller number first, in order. After the second round.</summary>
    public IReadOnlyList<(int One, int Other)> Pairs()
    {
        LookUpWaiting();
        _keys.Sort();
        var pairs = new HashSet<(int, int)>();
        var people = new List<int>();
        for (var start = 0; start < _keys.Count;)
        {
            people.Clear();
            var end = start;
            for (; end < _keys.Count && _keys[end] >> _personBits == _keys[start] >> _personBits; end++)
                if (end == start || _keys[end] != _keys[end - 1])
                    people.Add((int)(_keys[end] & ((1UL << _personBits) - 1)));
            if (people.Count <= MostOf(_keys[start]))
                for (var first = 0; first < people.Count; first++)
                    for (var second = first + 1; second < people.Count; second++)
                        pairs.Add((people[first], people[second]));
            start = end;
        }
        return [.. pairs.Order()];
    }

    /// <summary>How many people gave a telephone that more than one gave. After <see cref="Pairs"/>.</summary>
    public int SharersOf(uint phone)
    {
        var key = KeyOf(phone);
        var start = _keys.BinarySearch(key) is var found && found < 0 ? ~found : found;
        var count = 0;
        for (var index = start; index < _keys.Count && _keys[index] >> _personBits == key >> _personBits; index++)
            if (index == start || _keys[index] != _keys[index - 1])
                count++;
        return count;
    }

    private static int MostOf(ulong key) => (Kind)(key >> (64 - KindBits)) switch
    {
        Kind.Phone => MostByPhone,
        Kind.Name => MostByName,
        _ => MostByAddress,
    };

    private ulong KeyOf(uint phone) => ((ulong)Kind.Phone << (64 - KindBits)) | ((ulong)phone << _personBits);

    private ulong KeyOf(Kind kind, ulong hash) => ((ulong)kind << (64 - KindBits)) | (hash >> (KindBits + _personBits) << _personBits);

    private void AddOfAddress(ulong hash, int person)
    {
        if (_waitingCount == _waiting.Length)
            LookUpWaiting();
        _waiting[_waitingCount++] = KeyOf(Kind.Address, Mix(hash)) | (uint)person;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Few calls with many keys: it would be compiled anew when nearly all is done.
    private void LookUpWaiting()
    {
        var waiting = _waiting.AsSpan(0, _waitingCount);
        if (_isSecondRound)
        {
            foreach (var key in waiting)
                if ((Seen(key, out var place) >> place & 0b10) != 0)
                    _keys.Add(key);
        }
        else
            foreach (var key in waiting)
            {
                ref var seen = ref Seen(key, out var place);
                seen |= (((seen >> place) & 1) << 1 | 1) << place;
            }
        _waitingCount = 0;
    }

    /// <summary>The word that tells how often a key was added, and which bit of it is the first to do so.</summary>
    private ref ulong Seen(ulong key, out int place)
    {
        var number = (key >> _personBits) & _seenMask;
        place = (int)(number % PlacesAWord * 2);
        return ref _seen[number / PlacesAWord];
    }

    /// <summary>A text with any one letter left out, and whole, so that a letter too many meets a letter too few.</summary>
    private void AddSlips(ReadOnlySpan<char> letters, ulong domain, int person)
    {
        // The hash of a text is a polynomial, so that of the text without a letter follows from those of what stands before and behind it.
        ulong behind = 0, whole = 0, power = 1, before = 0;
        foreach (var letter in letters)
            whole = whole * Base + letter;
        AddOfAddress(whole * Base + domain, person);
        Span<ulong> suffixes = stackalloc ulong[AddressReading.Longest + 1];
        Span<ulong> powers = stackalloc ulong[AddressReading.Longest + 1];
        for (var index = letters.Length - 1; index >= 0; index--)
        {
            (suffixes[index], powers[index]) = (behind, power);
            behind += letters[index] * power;
            power *= Base;
        }
        for (var left = 0; left < letters.Length; left++)
        {
            AddOfAddress((before * powers[left] + suffixes[left]) * Base + domain, person);
            before = before * Base + letters[left];
        }
    }

    // The same in every process, so that the same people give the same pairs.
    private const ulong Start = 1;
    private const ulong Base = 0x9E3779B97F4A7C15;
    private const ulong PlacesAWord = 32;

    private static ulong Append(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
            hash = hash * Base + character;
        return hash * Base + '\n';
    }

    private static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93;
        hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93;
        return hash ^ (hash >> 32);
    }
}
