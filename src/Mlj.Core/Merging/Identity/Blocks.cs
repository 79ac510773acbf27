using System.Numerics;

namespace Mlj.Merging.Identity;

/// <summary>
/// The pairs that are worth a comparison. Everybody is put into blocks: by telephone, by two words of the name, by mailbox, by what stands
/// before the at sign, and by that with any one letter left out, so that one slip still gives a common block. Only people of one block are
/// compared. What too many people share says nothing about two of them, so a block beyond its size is passed over; the number of comparisons
/// grows with the number of people, not with its square.
/// </summary>
internal sealed class Blocks
{
    /// <summary>The most blocks that one name has.</summary>
    public const int MostOfName = (NameWords.Most * (NameWords.Most - 1) / 2) + 1;

    private const int MostByPhone = 12;
    private const int MostByName = 40;
    private const int MostByAddress = 20;
    private const int ShortestWithSlips = 4;
    private const int KindBits = 2;

    // A block's key, with the person in the lowest bits: in order, the people of one block stand together. Two texts of one hash cost a comparison
    // and change nothing; telephones are numbers and have no hash.
    private readonly KeyParts _keys;
    private readonly int _personBits;
    private readonly Dictionary<int, int> _sharers = [];

    /// <summary>Makes blocks for people with numbers below this one.</summary>
    public Blocks(int people)
    {
        _personBits = BitOperations.Log2((uint)Math.Max(1, people)) + 1;
        _keys = new KeyParts(people, _personBits);
    }

    private enum Kind : ulong
    {
        Phone,
        Name,
        Address,
    }

    /// <summary>Puts somebody into the block of a telephone.</summary>
    public void AddPhone(uint phone, int person) => _keys.Add(KeyOf(phone) | (uint)person);

    /// <summary>The blocks of a name: of each two words, and of all of them unless they are two.</summary>
    /// <param name="letters">Where the words stand.</param>
    /// <param name="words">The words in the order of the alphabet, at most <see cref="NameWords.Most"/>; those of one letter are passed over.</param>
    /// <param name="blocks">Where the blocks are put; <see cref="MostOfName"/> or longer.</param>
    /// <returns>How many there are.</returns>
    public int OfName(ReadOnlySpan<char> letters, ReadOnlySpan<Range> words, Span<ulong> blocks)
    {
        var (count, found) = (0, 0);
        Span<Range> room = stackalloc Range[NameWords.Most];
        foreach (var word in words)
            if (letters[word].Length > 1)
                room[count++] = word;
        for (var first = 0; first < count; first++)
        {
            var one = Append(Start, letters[room[first]]);
            for (var second = first + 1; second < count; second++)
                blocks[found++] = KeyOf(Kind.Name, Mix(Append(one, letters[room[second]])));
        }
        if (count == 2)
            return found;
        var all = Start;
        foreach (var word in room[..count])
            all = Append(all, letters[word]);
        blocks[found++] = KeyOf(Kind.Name, Mix(all));
        return found;
    }

    /// <summary>Puts somebody into blocks.</summary>
    public void Add(ReadOnlySpan<ulong> blocks, int person)
    {
        foreach (var block in blocks)
            _keys.Add(block | (uint)person);
    }

    /// <summary>Puts somebody into the blocks of an address that has one reading.</summary>
    public void AddAddress(ReadOnlySpan<char> address, MailDomains domains, int person)
    {
        var at = address.LastIndexOf('@');
        var parts = new AddressParts(address[..at], domains.Of(address[(at + 1)..]), stackalloc char[2 * AddressReading.Longest]);
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

    /// <summary>The pairs to compare, each once, the smaller number first, in order. After everybody was added, once.</summary>
    public IReadOnlyList<CandidatePair> Pairs()
    {
        // A pair as one number, by which they stand in order.
        var pairs = new List<ulong>();
        for (var part = 0; part < _keys.Count; part++)
            AddPairs(_keys.Repeated(part), pairs);
        pairs.Sort();
        var different = new List<CandidatePair>(pairs.Count);
        for (var index = 0; index < pairs.Count; index++)
            if (index == 0 || pairs[index] != pairs[index - 1])
                different.Add(new CandidatePair((int)(pairs[index] >> 32), (int)(uint)pairs[index]));
        return different;
    }

    /// <summary>How many people gave a telephone; 0 when no two did. After <see cref="Pairs"/>.</summary>
    public int SharersOf(uint phone) => _sharers.GetValueOrDefault((int)phone);

    private void AddPairs(ReadOnlySpan<ulong> keys, List<ulong> pairs)
    {
        Span<uint> people = stackalloc uint[MostByName];
        for (int start = 0, end; start < keys.Length; start = end)
        {
            var block = keys[start] >> _personBits;
            var count = 0;
            for (end = start; end < keys.Length && keys[end] >> _personBits == block; end++)
                if ((end == start || keys[end] != keys[end - 1]) && count++ < people.Length)
                    people[count - 1] = (uint)(keys[end] & ((1UL << _personBits) - 1));
            if (count > 1 && KindOf(keys[start]) == Kind.Phone)
                _sharers[(int)block] = count;
            if (count <= MostOf(keys[start]))
                for (var first = 0; first < count; first++)
                    for (var second = first + 1; second < count; second++)
                        pairs.Add((ulong)people[first] << 32 | people[second]);
        }
    }

    private static Kind KindOf(ulong key) => (Kind)(key >> (64 - KindBits));

    private static int MostOf(ulong key) => KindOf(key) switch
    {
        Kind.Phone => MostByPhone,
        Kind.Name => MostByName,
        _ => MostByAddress,
    };

    private ulong KeyOf(uint phone) => ((ulong)Kind.Phone << (64 - KindBits)) | ((ulong)phone << _personBits);

    private ulong KeyOf(Kind kind, ulong hash) => ((ulong)kind << (64 - KindBits)) | (hash >> (KindBits + _personBits) << _personBits);

    private void AddOfAddress(ulong hash, int person) => _keys.Add(KeyOf(Kind.Address, Mix(hash)) | (uint)person);

    /// <summary>A text with any one letter left out, and whole, so that a letter too many meets a letter too few.</summary>
    private void AddSlips(ReadOnlySpan<char> letters, ulong domain, int person)
    {
        // The hash of a text is a polynomial, so that of the text without a letter follows from the whole one's: the letters before it move one
        // place to the right.
        ulong whole = 0, before = 0;
        foreach (var letter in letters)
            whole = whole * Base + letter;
        AddOfAddress(whole * Base + domain, person);
        for (var left = 0; left < letters.Length; left++)
        {
            var with = before * Base + letters[left];
            // Of two equal letters side by side it does not matter which is left out.
            if (left == 0 || letters[left] != letters[left - 1])
                AddOfAddress((whole + (before - with) * Powers[letters.Length - 1 - left]) * Base + domain, person);
            before = with;
        }
    }

    // The same in every process, so that the same people give the same pairs.
    private const ulong Start = 1;
    private const ulong Base = 0x9E3779B97F4A7C15;

    private static readonly ulong[] Powers = MakePowers();

    private static ulong[] MakePowers()
    {
        var powers = new ulong[AddressReading.Longest];
        powers[0] = 1;
        for (var index = 1; index < powers.Length; index++)
            powers[index] = powers[index - 1] * Base;
        return powers;
    }

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
