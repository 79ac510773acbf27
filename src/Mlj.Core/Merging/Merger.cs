using Mlj.Merging.Identity;
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
    /// <exception cref="ArgumentException">An option is null or none of its choices.</exception>
    /// <exception cref="LedgerException">The rows do not add up; this is a fault of the program.</exception>
    public static Consolidation Merge(IReadOnlyList<TestResponses> tests, MergeOptions options)
    {
        ArgumentNullException.ThrowIfNull(tests);
        ArgumentNullException.ThrowIfNull(options);
        options.Check(nameof(options));
        var decisions = PeopleDecisions.Of(options);
        List<Note> notes = [.. tests.SelectMany(test => test.Notes), .. decisions.Contradictions];
        var placements = new Placements(tests);
        People.Find(placements, decisions, notes);
        var retook = Settle(placements, options.Attempts);

        var participants = ParticipantsOf(placements, out var odd);
        notes.AddRange(participants.Where(participant => odd.Contains(participant.Person)).SelectMany(participant => AddressNotes(participant, decisions)));
        notes.AddRange(DecisionsOfNobody(options, participants));

        var ledger = LedgerOf(placements);
        ledger.Demand();
        var table = TableOf(placements, participants, retook);
        int[] twice = [.. Enumerable.Range(0, participants.Length).Where(stored => retook.Contains(participants[stored].Person))];
        return new Consolidation
        {
            Table = table.From(new ScoreProvenance(table, participants, twice, options.Attempts)),
            Participants = participants,
            Tests = [.. tests.Select(test => test.Test).OrderBy(test => test.Number)],
            Ledger = ledger,
            Retakes = [.. participants.Where(participant => retook.Contains(participant.Person)).SelectMany(Retakes).OrderBy(retake => retake.Test)],
            Suggestions = SuggestionFinder.Find(participants, decisions),
            Notes = notes,
        };
    }

    /// <summary>Decides which attempts count.</summary>
    /// <returns>The people who have more than one attempt at a test.</returns>
    private static HashSet<int> Settle(Placements placements, AttemptPolicy policy)
    {
        for (var test = 0; test < placements.Tests.Count; test++)
        {
            var number = placements.FirstRow(test);
            foreach (ref readonly var row in placements.RowsOf(test).Span)
            {
                if (row.Answer.Fault is not null && placements.PersonOf(number) != Placements.Nobody)
                    placements.Settle(number, Disposition.Quarantined);
                number++;
            }
        }
        var retook = new HashSet<int>();
        for (var person = 0; person < placements.People; person++)
            if (placements.DetailsOf(person).HasRetaken)
            {
                retook.Add(person);
                SettleRetakes(placements, placements.RowsOfPerson(person), policy);
            }
        return retook;
    }

    /// <summary>Decides which of one person's attempts count, a test at a time, and puts them in the order of time.</summary>
    private static void SettleRetakes(Placements placements, Span<int> rows, AttemptPolicy policy)
    {
        var attempts = new List<Attempt>(rows.Length);
        foreach (var row in rows)
            attempts.Add(placements.AttemptOf(row));
        var next = 0;
        foreach (var test in attempts.GroupBy(attempt => attempt.Test.Number))
            foreach (var settled in Attempts.Settle([.. test], policy))
            {
                placements.Settle(settled.Row, settled.Disposition, settled.Reason);
                rows[next++] = settled.Row;
            }
    }

    /// <summary>The participants, and which of them have something odd about their names or addresses.</summary>
    private static Participant[] ParticipantsOf(Placements placements, out HashSet<int> odd)
    {
        var participants = new Participant[placements.People];
        odd = [];
        for (var person = 0; person < participants.Length; person++)
        {
            var name = NameOf(placements, person, out var hasSeveralNames);
            ref readonly var details = ref placements.DetailsOf(person);
            var hasInvalid = details.Email is { IsValid: false };
            participants[person] = details.HasSeveralEmails
                ? new Participant(placements, person, AddressesOf(placements, person, out var hasValid, out hasInvalid), hasValid, name)
                : new Participant(placements, person, details.Email?.Key, details.Email is { IsValid: true }, name);
            if (hasSeveralNames || hasInvalid || name.Length == 0)
                odd.Add(person);
        }
        PutSlipsLast(participants);
        return ParticipantOrder.Of(participants);
    }

    /// <summary>Of the addresses that somebody decided to be one person's, one with a mistyped domain is not shown, however often it was typed.</summary>
    private static void PutSlipsLast(Participant[] participants)
    {
        MailDomains? domains = null;
        for (var person = 0; person < participants.Length; person++)
            if (participants[person] is { HasSeveralEmails: true, Emails: var emails })
            {
                domains ??= new MailDomains(participants);
                participants[person] = participants[person].With([.. emails
                    .OrderByDescending(email => EmailAddress.Read(email) is { IsValid: true })
                    .ThenBy(email => emails.Any(other => domains.HasSlip(email, other)))]);
            }
    }

    private static string NameOf(Placements placements, int person, out bool hasSeveral)
    {
        ref readonly var details = ref placements.DetailsOf(person);
        hasSeveral = details.HasSeveralNames;
        return hasSeveral
            ? PersonName.Choose([.. Each(placements, person, static (placements, row) => placements.Row(row, out _).Name)])!
            : details.Name ?? "";
    }

    private static IReadOnlyList<string> AddressesOf(Placements placements, int person, out bool hasValid, out bool hasInvalid)
    {
        var emails = Each(placements, person, static (placements, row) => placements.EmailOf(row));
        hasValid = emails.Exists(each => each.IsValid);
        hasInvalid = emails.Exists(each => !each.IsValid);
        return [.. emails.GroupBy(each => each.Key, StringComparer.Ordinal)
            .OrderByDescending(group => group.First().IsValid).ThenByDescending(group => group.Count()).Select(group => group.Key)];
    }

    private static List<T> Each<T>(Placements placements, int person, Func<Placements, int, T?> get) where T : class
    {
        var all = new List<T>();
        foreach (var row in placements.RowsOfPerson(person))
            if (get(placements, row) is { } one)
                all.Add(one);
        return all;
    }

    private static Table TableOf(Placements placements, Participant[] participants, HashSet<int> retook)
    {
        var columns = new List<Column>
        {
            new Column.Texts("Full Name", Array.ConvertAll(participants, participant => (string?)participant.Name)) { Role = ColumnRole.Name },
            new Column.Texts("Email", Array.ConvertAll(participants, participant => participant.Email)) { Role = ColumnRole.Email },
        };
        var stored = new int[participants.Length];
        for (var index = 0; index < participants.Length; index++)
            stored[participants[index].Person] = index;
        foreach (var number in placements.Tests.Select(test => test.Test.Number).Distinct().Order())
        {
            var scores = new decimal?[participants.Length];
            for (var test = 0; test < placements.Tests.Count; test++)
                if (placements.Tests[test].Test.Number == number)
                {
                    var row = placements.FirstRow(test);
                    foreach (ref readonly var response in placements.RowsOf(test).Span)
                    {
                        if (placements.PersonOf(row) is >= 0 and var person && placements.DispositionOf(row) == Disposition.Placed)
                            scores[stored[person]] = response.Answer.Percentage;
                        row++;
                    }
                }
            foreach (var person in retook)
                scores[stored[person]] = participants[stored[person]].PercentageOf(number);
            columns.Add(new Column.Numbers($"Test {number} Score", scores) { Role = ColumnRole.Score, Test = number, Format = NumberFormat.Percentage });
        }
        return new Table(columns);
    }

    private static IEnumerable<Retake> Retakes(Participant participant) =>
        from test in participant.Attempts.GroupBy(attempt => attempt.Test.Number)
        let kept = test.Where(attempt => attempt.Disposition == Disposition.Placed).ToList()
        let superseded = test.Where(attempt => attempt.Disposition == Disposition.Superseded).ToList()
        where kept.Count + superseded.Count > 1
        select new Retake(participant, test.Key, kept, superseded);

    /// <summary>A note for each decision to join that names an address which nobody has; one of which nobody has either may be about other tests.</summary>
    private static IEnumerable<Note> DecisionsOfNobody(MergeOptions options, Participant[] participants)
    {
        if (options.SamePeople.Count == 0)
            yield break;
        var known = new HashSet<string>(participants.SelectMany(participant => participant.Emails), StringComparer.Ordinal);
        foreach (var (email, other) in options.SamePeople)
        {
            string[] unknown = [.. new[] { email, other }.Where(each => EmailAddress.Read(each) is not { } read || !known.Contains(read.Key))];
            if (unknown.Length > 0)
                yield return new Note(unknown.Length == 1 ? NoteLevel.Review : NoteLevel.Information, "decision_of_nobody",
                    $"'{email}' and '{other}' were decided to be one person, but nobody here has {string.Join(" or ", unknown.Select(each => $"'{each}'"))}."
                    + $"{(unknown is [var only] ? NearestName.DidYouMean(only ?? "", known) : "")} The decision changes nothing.");
        }
    }

    private static IEnumerable<Note> AddressNotes(Participant participant, PeopleDecisions decisions)
    {
        var attempts = participant.Attempts;
        foreach (var attempt in attempts.Where(attempt => attempt.Response.Email is { IsValid: false }).DistinctBy(attempt => attempt.Response.Email!.Key))
            yield return new Note(NoteLevel.Review, "invalid_address",
                $"'{attempt.Response.Email!.Typed.Trim()}' of {participant.Name} is no address: {attempt.Response.Email.Fault}. The row is kept under it as written.", attempt.Place with { Column = attempt.Test.Column(SourceColumnRole.Email)?.Column });
        if (participant.Name.Length == 0)
            yield return new Note(NoteLevel.Review, "no_name", $"No row gives a name for {participant.Email}.", attempts[0].Place with { Column = null });
        if (participant.Details.HasSeveralNames)
            foreach (var note in SharedAddresses.Notes(attempts, decisions))
                yield return note;
    }

    /// <summary>
    /// Counts from both ends: what was read comes from the reader's own counts, what became of it from the participants and the rows set
    /// aside. A row that fell out on the way leaves the two unequal.
    /// </summary>
    private static Ledger LedgerOf(Placements placements)
    {
        var owners = placements.CountOwners();
        var files = new List<FileLedger>(placements.Tests.Count);
        var notPlaced = new List<LedgerEntry>();
        for (var test = 0; test < placements.Tests.Count; test++)
        {
            var (outcome, responses) = (new Outcome(), placements.Tests[test]);
            decimal read = 0;
            var number = placements.FirstRow(test);
            foreach (ref readonly var row in placements.RowsOf(test).Span)
            {
                read += row.Answer.LedgerPoints;
                // A row that is said to be somebody's and is among nobody's rows counts nowhere, and one that is among two people's counts twice.
                var owned = owners[number] + (placements.PersonOf(number) == Placements.Nobody ? 1 : 0);
                for (; owned > 0; owned--)
                    outcome.Add(number, placements.DispositionOf(number), row.Answer.LedgerPoints);
                number++;
            }
            files.Add(new FileLedger(responses.Test.File)
            {
                RowsRead = responses.Test.Rows,
                Placed = outcome[Disposition.Placed],
                Superseded = outcome[Disposition.Superseded],
                Duplicates = outcome[Disposition.Duplicate],
                Quarantined = outcome[Disposition.Quarantined],
                Blank = responses.BlankRows,
                PointsRead = read,
                PointsPlaced = outcome.PointsPlaced,
                PointsNotPlaced = outcome.PointsNotPlaced,
            });
            notPlaced.AddRange(outcome.NotPlaced.Select(placements.AttemptOf).OrderBy(attempt => attempt.Response.Row)
                .Select(attempt => new LedgerEntry(attempt.Place, attempt.Disposition, attempt.Reason ?? "", Who(attempt.Response), attempt.Response.RawScore)));
        }
        return new Ledger(files, notPlaced);
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

        public List<int> NotPlaced { get; } = [];

        public decimal PointsPlaced { get; private set; }

        public decimal PointsNotPlaced { get; private set; }

        public int this[Disposition disposition] => _counts[(int)disposition];

        public void Add(int row, Disposition disposition, decimal points)
        {
            _counts[(int)disposition]++;
            if (disposition == Disposition.Placed)
                PointsPlaced += points;
            else
            {
                PointsNotPlaced += points;
                NotPlaced.Add(row);
            }
        }
    }
}
