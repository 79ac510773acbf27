using System.Collections;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Mlj.Merging.Identity;

/// <summary>
/// The pairs that are worth a comparison. Everybody is put into blocks: by telephone, by two words of the name, by mailbox, by what stands
/// before the at sign, and by that with any one letter left out, so that one slip still gives a common block. Only people of one block are
/// compared. What too many people share says nothing about two of them, so a block beyond its size is passed over; the number of comparisons
/// grows with the number of people, not with its square.
/// </summary>
internal sealed class Blocks
{
    private const int MostByPhone = 12;
    private const int MostByName = 40;
    private const int MostByAddress = 20;
    private const int ShortestWithSlips = 4;
    private const int KindBits = 2;

    // A block's key, with the person in the lowest bits: sorted, the people of one block stand together. Two texts of one hash cost a comparison
    // and change nothing.
    private readonly List<ulong> _keys = [];
    private readonly int _personBits;

    /// <summary>Makes blocks for people with numbers below this one.</summary>
    public Blocks(int people) => _personBits = BitOperations.Log2((uint)Math.Max(1, people)) + 1;

    private enum Kind : ulong
    {
        Phone,
        Name,
        Address,
    }

    /// <summary>Puts somebody into blocks.</summary>
    public void Add(PersonProfile profile, int person)
    {
        foreach (var phone in profile.Phones)
            Add(Kind.Phone, Hash(phone), person);
        foreach (var name in profile.Names)
        {
            var words = Array.FindAll(name.Words, word => word.Length > 1);
            for (var first = 0; first < words.Length; first++)
                for (var second = first + 1; second < words.Length; second++)
                    Add(Kind.Name, Hash(words[first], words[second]), person);
            if (words.Length != 2)
                Add(Kind.Name, Hash(words), person);
        }
        foreach (var address in profile.Addresses)
        {
            Add(Kind.Address, Hash(address.Local, address.Domain), person);
            if (address.Letters.Length < ShortestWithSlips || address.IsGeneral)
                continue;
            Add(Kind.Address, Hash(address.Letters), person);
            // The slips go with the domain: half of a school's addresses differ in one letter from somebody's elsewhere.
            AddSlips(address.Letters, Hash(address.Domain), person);
        }
    }

    /// <summary>The pairs to compare, each once, the smaller number first, in order.</summary>
    public IReadOnlyList<(int One, int Other)> Pairs()
    {
        var keys = Shared();
        keys.Sort();
        var pairs = new HashSet<(int, int)>();
        var people = new List<int>();
        for (var start = 0; start < keys.Length;)
        {
            people.Clear();
            var end = start;
            for (; end < keys.Length && keys[end] >> _personBits == keys[start] >> _personBits; end++)
                if (end == start || keys[end] != keys[end - 1])
                    people.Add((int)(keys[end] & ((1UL << _personBits) - 1)));
            if (people.Count <= MostOf(keys[start]))
                for (var first = 0; first < people.Count; first++)
                    for (var second = first + 1; second < people.Count; second++)
                        pairs.Add((people[first], people[second]));
            start = end;
        }
        return [.. pairs.Order()];
    }

    /// <summary>The keys without most of those that only one person has. They are many, and need not be sorted.</summary>
    private Span<ulong> Shared()
    {
        const int BitsAKey = 8;
        var keys = CollectionsMarshal.AsSpan(_keys);
        var size = Math.Min(BitOperations.RoundUpToPowerOf2((uint)Math.Max(1024, keys.Length)) * (ulong)BitsAKey, 1UL << 30);
        var (once, again) = (new BitArray((int)size), new BitArray((int)size));
        foreach (var key in keys)
        {
            var bit = Bit(key);
            if (once[bit])
                again[bit] = true;
            once[bit] = true;
        }
        var kept = 0;
        foreach (var key in keys)
            if (again[Bit(key)])
                keys[kept++] = key;
        return keys[..kept];

        int Bit(ulong key) => (int)((key >> _personBits) & (size - 1));
    }

    private static int MostOf(ulong key) => (Kind)(key >> (64 - KindBits)) switch
    {
        Kind.Phone => MostByPhone,
        Kind.Name => MostByName,
        _ => MostByAddress,
    };

    private void Add(Kind kind, ulong hash, int person) =>
        _keys.Add(((ulong)kind << (64 - KindBits)) | (hash >> (KindBits + _personBits) << _personBits) | (uint)person);

    /// <summary>A text with any one letter left out, and whole, so that a letter too many meets a letter too few.</summary>
    private void AddSlips(string letters, ulong domain, int person)
    {
        // The hash of a text is a polynomial, so that of the text without a letter follows from those of what stands before and behind it.
        ulong behind = 0, whole = 0, power = 1, before = 0;
        foreach (var letter in letters)
            whole = whole * Base + letter;
        Add(Kind.Address, Mix(whole * Base + domain), person);
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
            Add(Kind.Address, Mix((before * powers[left] + suffixes[left]) * Base + domain), person);
            before = before * Base + letters[left];
        }
    }

    // The same in every process, so that the same people give the same pairs.
    private const ulong Base = 0x9E3779B97F4A7C15;

    private static ulong Hash(params ReadOnlySpan<string> texts)
    {
        ulong hash = 1;
        foreach (var text in texts)
        {
            foreach (var character in text)
                hash = hash * Base + character;
            hash = hash * Base + '\n';
        }
        return Mix(hash);
    }

    private static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93;
        hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93;
        return hash ^ (hash >> 32);
    }
}
