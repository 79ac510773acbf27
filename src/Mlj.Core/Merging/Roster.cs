using Mlj.Recognition;
using Mlj.Values;

namespace Mlj.Merging;

/// <summary>A class list held against the results: who is absent, and who is unexpected. Immutable and safe to share between threads.</summary>
public sealed record Roster
{
    private Roster()
    {
    }

    /// <summary>The name of the list's file.</summary>
    public required string File { get; init; }

    /// <summary>Everybody on the list, in its order; somebody who stands there twice is here once.</summary>
    public required IReadOnlyList<RosterEntry> Entries { get; init; }

    /// <summary>The participants who are not on the list.</summary>
    public required IReadOnlyList<Participant> Unexpected { get; init; }

    /// <summary>Pairs of an address on the list and one of a participant who is not, which are probably one person's.</summary>
    public required IReadOnlyList<IdentitySuggestion> Suggestions { get; init; }

    /// <summary>What was odd about the list.</summary>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <summary>Those on the list who sat no test.</summary>
    public IEnumerable<RosterEntry> Absent => Entries.Where(entry => entry.Participant is null);

    /// <summary>Compares a list with the participants of a merge, by the same rules and decisions by which these were merged.</summary>
    internal static Roster Of(TestResponses list, IReadOnlyList<TestResponses> tests, Consolidation results, MergeOptions options)
    {
        var merged = Merger.Merge([list, .. tests], options);
        var participants = new Dictionary<int, Participant>();
        foreach (var participant in results.Participants)
            foreach (var row in participant.Rows)
                participants[row] = participant;

        var entries = new List<(int Row, RosterEntry Entry)>();
        var unexpected = new HashSet<Participant>(results.Participants);
        var absent = new HashSet<string>(StringComparer.Ordinal);
        foreach (var person in merged.Participants)
        {
            // The list comes first, so its rows are those before the first test's.
            var first = person.Rows[0];
            if (first >= list.Responses.Count)
                continue;
            Participant? participant = null;
            foreach (var row in person.Rows)
                if (row >= list.Responses.Count)
                {
                    participant = participants[row - list.Responses.Count];
                    unexpected.Remove(participant);
                }
            if (participant is null)
                absent.UnionWith(person.Emails);
            entries.Add((first, new RosterEntry(list.Responses[first].Row, person.Name, person.Email, participant)));
        }
        var known = merged.Notes.Select(note => (note.Code, note.Place)).ToHashSet();
        known.ExceptWith(results.Notes.Select(note => (note.Code, note.Place)));
        return new Roster
        {
            File = list.Test.File,
            Entries = [.. entries.OrderBy(each => each.Row).Select(each => each.Entry)],
            Unexpected = [.. results.Participants.Where(unexpected.Contains)],
            Suggestions = [.. merged.Suggestions.Where(suggestion => absent.Contains(suggestion.Email) || absent.Contains(suggestion.OtherEmail))],
            Notes = [.. merged.Notes.Where(note => note.Place?.File == list.Test.File && known.Contains((note.Code, note.Place)))],
        };
    }
}
