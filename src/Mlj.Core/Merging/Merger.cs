using Mlj.Recognition;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Merging;

/// <summary>
/// Merges the attempts of several tests into participants, by address. Everybody stays; a missing score stays missing; what does not count
/// is in the ledger. Stateless and safe to share between threads.
/// </summary>
public static class Merger
{
    /// <summary>Merges the tests.</summary>
    /// <param name="tests">The numbered tests, as handed in.</param>
    /// <param name="options">The attempt policy and the decisions about people.</param>
    /// <exception cref="LedgerException">The rows do not add up; this is a fault of the program.</exception>
    public static Consolidation Merge(IReadOnlyList<TestResponses> tests, MergeOptions options)
    {
        ArgumentNullException.ThrowIfNull(tests);
        ArgumentNullException.ThrowIfNull(options);
        var notes = tests.SelectMany(test => test.Notes).ToList();
        var (people, nobody) = People.Gather(tests, options, notes);

        var participants = new List<Participant>(people.Count);
        var retakes = new List<Retake>();
        foreach (var person in people)
            participants.Add(Settle(person, options.Attempts, retakes));
        participants.Sort(ByName);
        notes.AddRange(participants.SelectMany(AddressNotes));

        var numbers = tests.Select(test => test.Test.Number).Distinct().Order().ToList();
        var columns = new List<Column>
        {
            new Column.Texts("Full Name", participants.ConvertAll(participant => (string?)participant.Name)) { Role = ColumnRole.Name },
            new Column.Texts("Email", participants.ConvertAll(participant => participant.Email)) { Role = ColumnRole.Email },
        };
        foreach (var number in numbers)
            columns.Add(new Column.Numbers($"Test {number} Score", participants.ConvertAll(participant => participant.PercentageOf(number)))
            {
                Role = ColumnRole.Score,
                Test = number,
                Format = NumberFormat.Percentage,
            });

        var ledger = LedgerOf(tests, participants, nobody);
        ledger.Demand();
        return new Consolidation
        {
            Table = new Table(columns),
            Participants = participants,
            Tests = [.. tests.Select(test => test.Test).OrderBy(test => test.Number)],
            Ledger = ledger,
            Retakes = [.. retakes.OrderBy(retake => retake.Test).ThenBy(retake => retake.Participant.Name, StringComparer.InvariantCultureIgnoreCase)],
            Suggestions = [],
            Notes = notes,
        };
    }

    private static int ByName(Participant one, Participant other)
    {
        var byName = StringComparer.InvariantCultureIgnoreCase.Compare(one.Name, other.Name);
        return byName != 0 ? byName : string.CompareOrdinal(one.Email, other.Email);
    }

    /// <summary>Decides which attempts count, a test at a time.</summary>
    private static Participant Settle(People.Person person, AttemptPolicy policy, List<Retake> retakes)
    {
        var settled = new List<Attempt>(person.Attempts.Count);
        List<(int Test, List<Attempt> Tried)>? repeated = null;
        foreach (var test in person.Attempts.GroupBy(attempt => attempt.Test.Number).OrderBy(group => group.Key))
        {
            List<Attempt> attempts = [.. test];
            if (attempts.Count == 1)
            {
                settled.Add(attempts[0].Response.Fault is { } fault ? attempts[0] with { Disposition = Disposition.Quarantined, Reason = fault } : attempts[0]);
                continue;
            }
            attempts = Attempts.Settle(attempts, policy);
            settled.AddRange(attempts);
            if (attempts.Count(attempt => attempt.Disposition is Disposition.Placed or Disposition.Superseded) > 1)
                (repeated ??= []).Add((test.Key, attempts));
        }

        var names = person.Attempts.Where(attempt => attempt.Response.Name is not null).Select(attempt => attempt.Response.Name!).ToList();
        var emails = person.Attempts.Where(attempt => attempt.Response.Email is not null).GroupBy(attempt => attempt.Response.Email!.Key, StringComparer.Ordinal)
            .OrderByDescending(group => group.First().Response.Email!.IsValid).ThenByDescending(group => group.Count()).Select(group => group.Key).ToList();
        var participant = new Participant
        {
            Email = emails.Count > 0 ? emails[0] : null,
            Emails = emails,
            Name = PersonName.Choose(names) ?? "",
            Attempts = settled,
        };
        foreach (var (test, attempts) in repeated ?? [])
            retakes.Add(new Retake(participant, test,
                attempts.FindAll(attempt => attempt.Disposition == Disposition.Placed), attempts.FindAll(attempt => attempt.Disposition == Disposition.Superseded)));
        return participant;
    }

    private static IEnumerable<Note> AddressNotes(Participant participant)
    {
        foreach (var attempt in participant.Attempts.Where(attempt => attempt.Response.Email is { IsValid: false }).DistinctBy(attempt => attempt.Response.Email!.Key))
            yield return new Note(NoteLevel.Review, "invalid_address",
                $"'{attempt.Response.Email!.Typed.Trim()}' of {participant.Name} is no address: {attempt.Response.Email.Fault}. The row is kept under it as written.", attempt.Place with { Column = attempt.Test.Column(SourceColumnRole.Email)?.Column });
        if (participant.Name.Length == 0)
            yield return new Note(NoteLevel.Review, "no_name", $"No row gives a name for {participant.Email}.", participant.Attempts[0].Place with { Column = null });
        if (participant.Email is null)
            yield break;
        var spellings = participant.Attempts.Where(attempt => attempt.Response.Name is not null).DistinctBy(attempt => attempt.Response.Name).ToList();
        if (spellings.Count < 2)
            yield break;
        var shown = PersonName.Fingerprint(participant.Name).Split(' ');
        foreach (var attempt in spellings)
            if (!PersonName.Fingerprint(attempt.Response.Name).Split(' ').Any(word => shown.Any(other => Alike(word, other))))
            {
                yield return new Note(NoteLevel.Review, "one_address_two_names",
                    $"{participant.Email} is used by '{participant.Name}' and by '{attempt.Response.Name}', who share no name. If two people use one address, their scores are mixed here.", attempt.Place with { Column = attempt.Test.Column(SourceColumnRole.Name)?.Column });
                break;
            }

        static bool Alike(string word, string other) => word == other || (word.Length == 1 && other.StartsWith(word, StringComparison.Ordinal)) || (other.Length == 1 && word.StartsWith(other, StringComparison.Ordinal));
    }

    /// <summary>
    /// Counts from both ends: what was read comes from the reader's own counts, what became of it from the participants and the rows set
    /// aside. A row that fell out on the way leaves the two unequal.
    /// </summary>
    private static Ledger LedgerOf(IReadOnlyList<TestResponses> tests, List<Participant> participants, List<Attempt> nobody)
    {
        var outcomes = participants.SelectMany(participant => participant.Attempts).Concat(nobody).ToLookup(attempt => attempt.Test, ReferenceEqualityComparer.Instance);
        var files = new List<FileLedger>(tests.Count);
        var notPlaced = new List<LedgerEntry>();
        foreach (var test in tests)
        {
            var became = outcomes[test.Test].ToList();
            files.Add(new FileLedger(test.Test.File)
            {
                RowsRead = test.Test.Rows,
                Placed = Count(Disposition.Placed),
                Superseded = Count(Disposition.Superseded),
                Duplicates = Count(Disposition.Duplicate),
                Quarantined = Count(Disposition.Quarantined),
                Blank = test.BlankRows,
                PointsRead = test.Responses.Sum(response => response.RawPoints ?? 0),
                PointsPlaced = became.Where(attempt => attempt.Disposition == Disposition.Placed).Sum(attempt => attempt.Response.RawPoints ?? 0),
                PointsNotPlaced = became.Where(attempt => attempt.Disposition != Disposition.Placed).Sum(attempt => attempt.Response.RawPoints ?? 0),
            });
            notPlaced.AddRange(became.Where(attempt => attempt.Disposition != Disposition.Placed).OrderBy(attempt => attempt.Response.Row)
                .Select(attempt => new LedgerEntry(attempt.Place, attempt.Disposition, attempt.Reason ?? "", Who(attempt.Response), attempt.Response.RawScore)));

            int Count(Disposition disposition) => became.Count(attempt => attempt.Disposition == disposition);
        }
        return new Ledger(files, notPlaced);
    }

    private static string? Who(Response response) => (response.Name, response.Email?.Typed.Trim()) switch
    {
        ({ } name, { } email) => $"{name} <{email}>",
        ({ } name, null) => name,
        (null, var email) => email,
    };
}
