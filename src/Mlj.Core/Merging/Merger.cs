using System.Globalization;
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

        var participants = ByName(people.ConvertAll(person => Settle(person, options.Attempts)));
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
            Retakes = [.. participants.Where(participant => !AreOfDifferentTests(participant.Attempts)).SelectMany(Retakes).OrderBy(retake => retake.Test)],
            Suggestions = [],
            Notes = notes,
        };
    }

    /// <summary>
    /// The participants by name, ignoring case, by the invariant culture, then by address. The order is stable: people whom name and address
    /// do not tell apart stand as they were read.
    /// </summary>
    private static List<Participant> ByName(List<Participant> participants)
    {
        // Sort keys are made once a name; comparing names themselves would ask the culture's tables millions of times.
        var culture = CultureInfo.InvariantCulture.CompareInfo;
        return [.. participants.OrderBy(participant => culture.GetSortKey(participant.Name, CompareOptions.IgnoreCase), Comparer<SortKey>.Create(SortKey.Compare))
            .ThenBy(participant => participant.Email, StringComparer.Ordinal)];
    }

    /// <summary>Decides which attempts count, a test at a time.</summary>
    private static Participant Settle(People.Person person, AttemptPolicy policy)
    {
        var settled = new List<Attempt>(person.Attempts.Count);
        if (AreOfDifferentTests(person.Attempts))
        {
            person.Attempts.Sort((one, other) => one.Test.Number.CompareTo(other.Test.Number));
            foreach (var attempt in person.Attempts)
                settled.Add(Attempts.Settle(attempt));
        }
        else
            foreach (var test in person.Attempts.GroupBy(attempt => attempt.Test.Number).OrderBy(group => group.Key))
                settled.AddRange(Attempts.Settle([.. test], policy));
        var emails = AddressesOf(settled);
        return new Participant
        {
            Email = emails.Count > 0 ? emails[0] : null,
            Emails = emails,
            Name = PersonName.Choose([.. settled.Select(attempt => attempt.Response.Name).OfType<string>()]) ?? "",
            Attempts = settled,
        };
    }

    private static bool AreOfDifferentTests(IReadOnlyList<Attempt> attempts)
    {
        for (var index = 1; index < attempts.Count; index++)
            for (var former = 0; former < index; former++)
                if (attempts[former].Test.Number == attempts[index].Test.Number)
                    return false;
        return true;
    }

    private static List<string> AddressesOf(List<Attempt> attempts)
    {
        var only = attempts[0].Response.Email?.Key;
        if (only is not null && attempts.TrueForAll(attempt => attempt.Response.Email?.Key == only))
            return [only];
        return [.. attempts.Where(attempt => attempt.Response.Email is not null).GroupBy(attempt => attempt.Response.Email!.Key, StringComparer.Ordinal)
            .OrderByDescending(group => group.First().Response.Email!.IsValid).ThenByDescending(group => group.Count()).Select(group => group.Key)];
    }

    private static IEnumerable<Retake> Retakes(Participant participant) =>
        from test in participant.Attempts.GroupBy(attempt => attempt.Test.Number)
        let kept = test.Where(attempt => attempt.Disposition == Disposition.Placed).ToList()
        let superseded = test.Where(attempt => attempt.Disposition == Disposition.Superseded).ToList()
        where kept.Count + superseded.Count > 1
        select new Retake(participant, test.Key, kept, superseded);

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
        foreach (var attempt in spellings)
            if (!PersonName.AreAlike(participant.Name, attempt.Response.Name!))
            {
                yield return new Note(NoteLevel.Review, "one_address_two_names",
                    $"{participant.Email} is used by '{participant.Name}' and by '{attempt.Response.Name}', who share no name. If two people use one address, their scores are mixed here.", attempt.Place with { Column = attempt.Test.Column(SourceColumnRole.Name)?.Column });
                break;
            }
    }

    /// <summary>
    /// Counts from both ends: what was read comes from the reader's own counts, what became of it from the participants and the rows set
    /// aside. A row that fell out on the way leaves the two unequal.
    /// </summary>
    private static Ledger LedgerOf(IReadOnlyList<TestResponses> tests, List<Participant> participants, List<Attempt> nobody)
    {
        var counts = new Dictionary<RecognisedTest, Outcome>(ReferenceEqualityComparer.Instance);
        foreach (var test in tests)
            counts[test.Test] = new Outcome();
        foreach (var participant in participants)
            foreach (var attempt in participant.Attempts)
                counts[attempt.Test].Add(attempt);
        foreach (var attempt in nobody)
            counts[attempt.Test].Add(attempt);

        var files = new List<FileLedger>(tests.Count);
        var notPlaced = new List<LedgerEntry>();
        foreach (var test in tests)
        {
            var outcome = counts[test.Test];
            files.Add(new FileLedger(test.Test.File)
            {
                RowsRead = test.Test.Rows,
                Placed = outcome[Disposition.Placed],
                Superseded = outcome[Disposition.Superseded],
                Duplicates = outcome[Disposition.Duplicate],
                Quarantined = outcome[Disposition.Quarantined],
                Blank = test.BlankRows,
                PointsRead = test.Responses.Sum(Points),
                PointsPlaced = outcome.PointsPlaced,
                PointsNotPlaced = outcome.NotPlaced.Sum(attempt => Points(attempt.Response)),
            });
            notPlaced.AddRange(outcome.NotPlaced.OrderBy(attempt => attempt.Response.Row)
                .Select(attempt => new LedgerEntry(attempt.Place, attempt.Disposition, attempt.Reason ?? "", Who(attempt.Response), attempt.Response.RawScore)));
        }
        return new Ledger(files, notPlaced);
    }

    /// <summary>
    /// The number in the score's cell as far as the ledger sums it. A number that no score can be counts as none, and digits beyond what a
    /// spreadsheet keeps are dropped, so that the sums of any number of rows stay exact whatever their order.
    /// </summary>
    private static decimal Points(Response response)
    {
        const decimal Largest = 1_000_000_000_000;
        const int Decimals = 15;
        return response.RawPoints is >= -Largest and <= Largest and var points ? Rounding.HalfAwayFromZero(points, Decimals) : 0;
    }

    private static string? Who(Response response) => (response.Name, response.Email?.Typed.Trim()) switch
    {
        ({ } name, { } email) => $"{name} <{email}>",
        ({ } name, null) => name,
        (null, var email) => email,
    };

    /// <summary>What became of one file's rows.</summary>
    private sealed class Outcome
    {
        private readonly int[] _counts = new int[Enum.GetValues<Disposition>().Length];

        public List<Attempt> NotPlaced { get; } = [];

        public decimal PointsPlaced { get; private set; }

        public int this[Disposition disposition] => _counts[(int)disposition];

        public void Add(Attempt attempt)
        {
            _counts[(int)attempt.Disposition]++;
            if (attempt.Disposition == Disposition.Placed)
                PointsPlaced += Points(attempt.Response);
            else
                NotPlaced.Add(attempt);
        }
    }
}
