namespace Mlj.Merging.Identity;

/// <summary>
/// The pairs that are worth a comparison. Everybody is put into blocks: by telephone, by two words of the name, by mailbox, by what stands
/// before the at sign, and by that with any one letter left out, so that one slip still gives a common block. Only people of one block are
/// compared. What too many people share says nothing about two of them, so a block beyond its size is passed over; the number of comparisons
/// grows with the number of people, not with its square.
/// </summary>
internal static class Candidates
{
    private const int MostByPhone = 12;
    private const int MostByName = 40;
    private const int MostByAddress = 20;
    private const int ShortestWithSlips = 4;

    private enum Kind : ulong
    {
        Phone = 1,
        Name,
        Address,
    }

    /// <summary>The pairs of indices to compare, each once, the smaller index first, in order.</summary>
    public static IReadOnlyList<(int One, int Other)> Of(IReadOnlyList<PersonProfile> profiles)
    {
        var keys = new List<(ulong Key, int Person)>(profiles.Count * 24);
        for (var index = 0; index < profiles.Count; index++)
            AddKeys(profiles[index], index, keys);
        keys.Sort();

        var pairs = new HashSet<(int, int)>();
        var people = new List<int>();
        for (var start = 0; start < keys.Count;)
        {
            people.Clear();
            var end = start;
            for (; end < keys.Count && keys[end].Key == keys[start].Key; end++)
                if (people.Count == 0 || people[^1] != keys[end].Person)
                    people.Add(keys[end].Person);
            if (people.Count <= MostOf(keys[start].Key))
                for (var first = 0; first < people.Count; first++)
                    for (var second = first + 1; second < people.Count; second++)
                        pairs.Add((people[first], people[second]));
            start = end;
        }
        return [.. pairs.Order()];
    }

    private static int MostOf(ulong key) => (Kind)(key >> 60) switch
    {
        Kind.Phone => MostByPhone,
        Kind.Name => MostByName,
        _ => MostByAddress,
    };

    private static void AddKeys(PersonProfile profile, int person, List<(ulong Key, int Person)> keys)
    {
        foreach (var phone in profile.Phones)
            keys.Add((Key(Kind.Phone, phone), person));
        foreach (var name in profile.Names)
        {
            var words = Array.FindAll(name.Words, word => word.Length > 1);
            for (var first = 0; first < words.Length; first++)
                for (var second = first + 1; second < words.Length; second++)
                    keys.Add((Key(Kind.Name, words[first], words[second]), person));
            if (words.Length != 2)
                keys.Add((Key(Kind.Name, string.Join(' ', words)), person));
        }
        foreach (var address in profile.Addresses)
        {
            keys.Add((Key(Kind.Address, address.Mailbox), person));
            if (address.Letters.Length < ShortestWithSlips || address.IsGeneral)
                continue;
            keys.Add((Key(Kind.Address, address.Letters), person));
            // The slips go with the domain: half of a school's addresses differ in one letter from somebody's elsewhere.
            keys.Add((Key(Kind.Address, address.Letters, address.Domain), person));
            for (var left = 0; left < address.Letters.Length; left++)
                keys.Add((KeyWithout(address.Letters, left, address.Domain), person));
        }
    }

    // A key is a hash with its kind in front. Two texts with one hash cost a comparison and change nothing.
    private static ulong Key(Kind kind, params ReadOnlySpan<string> texts)
    {
        var hash = Start;
        foreach (var text in texts)
        {
            foreach (var character in text)
                hash = Next(hash, character);
            hash = Next(hash, '\n');
        }
        return Marked(kind, hash);
    }

    private static ulong KeyWithout(string letters, int left, string domain)
    {
        var hash = Start;
        for (var index = 0; index < letters.Length; index++)
            if (index != left)
                hash = Next(hash, letters[index]);
        hash = Next(hash, '\n');
        foreach (var character in domain)
            hash = Next(hash, character);
        return Marked(Kind.Address, Next(hash, '\n'));
    }

    // FNV-1a, the same in every process.
    private const ulong Start = 14695981039346656037;

    private static ulong Next(ulong hash, char character) => (hash ^ character) * 1099511628211;

    private static ulong Marked(Kind kind, ulong hash) => ((ulong)kind << 60) | (hash >> 4);
}
