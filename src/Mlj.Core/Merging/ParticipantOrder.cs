using System.Globalization;

namespace Mlj.Merging;

/// <summary>
/// Participants by name, ignoring case, by the invariant culture, then by address. The order is stable: people whom name and address do not
/// tell apart stand as they were read.
/// </summary>
internal static class ParticipantOrder
{
    /// <summary>The participants in order.</summary>
    /// <param name="participants">The participants as they were read.</param>
    public static Participant[] Of(Participant[] participants)
    {
        // Names are compared once each; comparing those of people would ask the culture's tables millions of times.
        var spellings = new Dictionary<string, Spelling>(StringComparer.Ordinal);
        var ofPeople = new Spelling[participants.Length];
        for (var person = 0; person < participants.Length; person++)
        {
            var name = participants[person].Name;
            if (!spellings.TryGetValue(name, out var spelling))
                spellings.Add(name, spelling = new Spelling(name));
            spelling.People++;
            ofPeople[person] = spelling;
        }
        var ends = GiveRoom([.. spellings.Values]);
        var ordered = new Participant[participants.Length];
        for (var person = 0; person < participants.Length; person++)
            ordered[ofPeople[person].Group!.Next++] = participants[person];
        var start = 0;
        foreach (var end in ends)
        {
            if (end - start > 1)
                Array.Sort(ordered, start, end - start, ByEmail.Instance);
            start = end;
        }
        return ordered;
    }

    /// <summary>Gives those who share a name, whatever its capitals, their places, side by side in the order of names.</summary>
    /// <returns>Where the places of each name end.</returns>
    private static List<int> GiveRoom(Spelling[] spellings)
    {
        Array.Sort(spellings, static (one, other) => SortKey.Compare(one.Key, other.Key));
        var ends = new List<int>(spellings.Length);
        var end = 0;
        for (var index = 0; index < spellings.Length; index++)
        {
            var spelling = spellings[index];
            if (index > 0 && SortKey.Compare(spellings[index - 1].Key, spelling.Key) == 0)
            {
                spelling.Group = spellings[index - 1].Group;
                ends[^1] += spelling.People;
            }
            else
            {
                spelling.Group = new Places { Next = end };
                ends.Add(end + spelling.People);
            }
            end += spelling.People;
        }
        return ends;
    }

    private sealed class Places
    {
        public int Next;
    }

    private sealed class Spelling(string name)
    {
        public SortKey Key { get; } = CultureInfo.InvariantCulture.CompareInfo.GetSortKey(name, CompareOptions.IgnoreCase);

        public int People { get; set; }

        public Places? Group { get; set; }
    }

    private sealed class ByEmail : IComparer<Participant>
    {
        public static ByEmail Instance { get; } = new();

        public int Compare(Participant? one, Participant? other)
        {
            var order = string.CompareOrdinal(one!.Email, other!.Email);
            return order != 0 ? order : one.Person.CompareTo(other.Person);
        }
    }
}
