using Mlj.Merging.Identity;
using Mlj.Recognition;
using Mlj.Recognition.Responses;
using Mlj.Values;

namespace Mlj.Merging;

/// <summary>Finds whose every row is: by address, by the decisions about addresses, and by name for rows without an address.</summary>
internal sealed class People
{
    private const int Unknown = -1;
    private const int MostSpellings = 20;

    private readonly Placements _placements;
    private readonly List<Note> _notes;
    private readonly PeopleDecisions _decisions;
    private readonly Decisions _decided;
    private readonly Dictionary<string, int> _byAddress = new(StringComparer.Ordinal);
    private readonly List<string?> _addresses = [];
    private readonly List<int> _uncertain = [];
    private readonly List<int> _shared = [];
    private readonly List<int> _without = [];
    private readonly Dictionary<string, string> _nameKeys = new(StringComparer.Ordinal);

    private People(Placements placements, PeopleDecisions decisions, List<Note> notes)
    {
        _placements = placements;
        _notes = notes;
        _decisions = decisions;
        _decided = new Decisions(decisions);
    }

    /// <summary>Finds whose every row is.</summary>
    public static void Find(Placements placements, PeopleDecisions decisions, List<Note> notes)
    {
        var people = new People(placements, decisions, notes);
        people.ByAddress();
        if (people._shared.Count > 0)
            people.BySharers();
        if (people._uncertain.Count > 0)
            people.ByText();
        if (people._without.Count > 0)
            people.ByName();
        placements.Order(people._addresses.Count);
    }

    private void ByAddress()
    {
        // Tests that were read together keep an address once for all of them, so it is looked up once.
        var known = new Dictionary<ResponsePool, int[]>(ReferenceEqualityComparer.Instance);
        for (var test = 0; test < _placements.Tests.Count; test++)
        {
            var rows = _placements.RowsOf(test);
            if (!known.TryGetValue(rows.Pool, out var people) || people.Length < rows.Pool.Count)
            {
                known[rows.Pool] = people = new int[rows.Pool.Count];
                Array.Fill(people, Unknown);
                // Nearly every address is a person of its own.
                _byAddress.EnsureCapacity(people.Length);
                _addresses.EnsureCapacity(people.Length);
            }
            var number = _placements.FirstRow(test);
            foreach (ref readonly var row in rows.Span)
            {
                _placements.PersonOf(number) = row.Answer.Kind == ResponseKind.NotAParticipant ? SetAside(number, reason: null)
                    : row.Address != ResponsePool.None ? people[row.Address] is >= 0 and var person ? person : OfAddress(number, rows, row, people)
                    : row.Name is not null ? Later(number)
                    : Nameless(number, test, row);
                number++;
            }
        }
    }

    private int SetAside(int row, string? reason)
    {
        _placements.Settle(row, Disposition.Quarantined, reason);
        return Placements.Nobody;
    }

    private int Later(int row)
    {
        _without.Add(row);
        return Placements.Nobody;
    }

    private int Nameless(int number, int test, in ResponseRow row)
    {
        var where = _placements.Tests[test].Test;
        _notes.Add(new Note(NoteLevel.Review, "nobody", "Neither a name nor an address says whose score this is. The row was set aside.", new Place(where.File, where.Sheet, row.Number)));
        return SetAside(number, "neither a name nor an address says whose it is");
    }

    private int OfAddress(int number, ResponseRows rows, in ResponseRow row, int[] people)
    {
        var email = rows.Pool[row.Address];
        if (_decisions.SharersOf(email.Key).Count > 0)
        {
            _shared.Add(number);
            return Placements.Nobody;
        }
        var key = _decided.Key(email.Key);
        if (!email.IsValid && !_decided.IsAbout(email.Key))
        {
            _uncertain.Add(number);
            return Placements.Nobody;
        }
        return people[row.Address] = OfKey(key, email.Key);
    }

    private int OfKey(string key, string address)
    {
        if (!_byAddress.TryGetValue(key, out var person))
            _byAddress[key] = person = Add(address);
        return person;
    }

    private int Add(string? address)
    {
        _addresses.Add(address);
        return _addresses.Count - 1;
    }

    /// <summary>The rows of addresses that several people share: each is the one's whose name stands beside it. A name that is none of theirs, or could be several's, is kept apart.</summary>
    private void BySharers()
    {
        foreach (var group in _shared.Select(_placements.AttemptOf).GroupBy(attempt => attempt.Response.Email!.Key, StringComparer.Ordinal))
        {
            var sharers = _decisions.SharersOf(group.Key);
            var (theirs, others) = SharedAddresses.Divide([.. group], [.. sharers.Select(sharer => sharer.Name!)]);
            foreach (var (sharer, attempts) in sharers.Zip(theirs))
                if (attempts.Count > 0)
                    Give(attempts, OfKey(_decided.Key(_decisions.KeyOf(sharer)), group.Key));
                else
                    _notes.Add(new Note(NoteLevel.Review, "decision_of_nobody", $"'{sharer}' stands in a decision, but no row of {group.Key} has that name.{NearestName.DidYouMean(sharer.Name!, group.Select(attempt => attempt.Response.Name).OfType<string>())}"));
            foreach (var person in others)
            {
                Give(person, Add(group.Key));
                _notes.Add(SharedAddresses.NoteOfOther(group.Key, sharers, person));
            }
        }
    }

    /// <summary>
    /// What is no address can be typed by two people, as "will send later" can. Its rows are one person's while all the names beside it can
    /// be, and no test holds two of them; else every name is a person. Which row comes first changes nothing.
    /// </summary>
    private void ByText()
    {
        foreach (var group in _uncertain.Select(_placements.AttemptOf).GroupBy(attempt => attempt.Response.Email!.Key, StringComparer.Ordinal))
        {
            var named = group.Where(attempt => attempt.Response.Name is not null).GroupBy(attempt => NameKey(attempt.Response.Name!), StringComparer.Ordinal).ToList();
            if (CanBeOne(named))
            {
                Give(group, Add(group.Key));
                continue;
            }
            foreach (var person in named)
            {
                Give(person, Add(group.Key));
                var (first, other) = (named[0].First().Response.Name, person.First());
                if (person != named[0])
                    _notes.Add(new Note(NoteLevel.Question, "invalid_address_twice",
                        $"'{other.Response.Email!.Typed.Trim()}', which is no address, is given by '{first}' and by '{other.Response.Name}'. They were kept apart.",
                        other.Place with { Column = null }));
            }
            if (group.Where(attempt => attempt.Response.Name is null).ToList() is { Count: > 0 } nameless)
                Give(nameless, Add(group.Key));
        }
    }

    /// <summary>Whether the names beside one text can all be spellings of one person's name, who sat no test twice under two of them.</summary>
    private static bool CanBeOne(List<IGrouping<string, Attempt>> named)
    {
        if (named.Count > MostSpellings)
            return false;
        var tests = new HashSet<int>();
        var words = new List<NameWords?>();
        foreach (var attempts in named)
        {
            if (!attempts.Select(attempt => attempt.Test.Number).Distinct().All(tests.Add))
                return false;
            var name = NameWords.Of(attempts.First().Response.Name!);
            if (words.Exists(other => name is null || other is null || NameWords.Compare(name, other) is NameLikeness.PartOnly or NameLikeness.Other))
                return false;
            words.Add(name);
        }
        return true;
    }

    /// <summary>
    /// Rows without an address go by name while the name is one person's: nobody else has it, and no test has it twice. Where that is
    /// not so, each row stays a person of its own, and a note asks.
    /// </summary>
    private void ByName()
    {
        var (known, sat) = WhatIsKnown();
        var spellings = new Lazy<Dictionary<string, List<(int Person, NameWords Name)>>>(Spellings);
        foreach (var group in _without.GroupBy(row => NameKey(_placements.Row(row, out _).Name!), StringComparer.Ordinal))
        {
            var attempts = group.Select(_placements.AttemptOf).ToList();
            var shown = attempts[0].Response.Name!;
            var where = attempts[0].Place with { Column = null };
            // A row and its copies are one sitting.
            var sittings = attempts.GroupBy(attempt => (attempt.Test.Number, attempt.Response.Content, attempt.Response.RawScore, attempt.Response.Submitted)).ToList();
            var isTwiceInATest = sittings.GroupBy(sitting => sitting.Key.Number, sitting => sitting.First()).Any(test => test.Count() > 1 && !AreNumbered(test));
            var same = known.GetValueOrDefault(group.Key) ?? [];
            if (isTwiceInATest)
            {
                foreach (var sitting in sittings)
                    Give(sitting, Add(null));
                _notes.Add(new Note(NoteLevel.Question, "namesakes", $"'{shown}' stands more than once in one test, without an address: two people, or one who sat it twice? The rows were kept apart.", where));
            }
            else if (same.Count == 1 && same.Single() is var only && !attempts.Exists(attempt => sat.Contains((only, attempt.Test.Number))))
            {
                if (OtherOfPartOfName(shown, only, spellings) is { } other)
                {
                    Give(attempts, Add(null));
                    _notes.Add(new Note(NoteLevel.Question, "namesakes", $"'{shown}' has no address here and can be {_addresses[only]} or '{other}'. The row was kept apart.", where));
                    continue;
                }
                Give(attempts, only);
                sat.UnionWith(attempts.Select(attempt => (only, attempt.Test.Number)));
                _notes.Add(new Note(NoteLevel.Information, "matched_by_name", $"'{shown}' has no address here and was taken for {_addresses[only]} by the name, which nobody else has.", where));
            }
            else
            {
                Give(attempts, Add(null));
                if (same.Count > 0)
                    _notes.Add(new Note(NoteLevel.Question, "namesakes", same.Count > 1
                        ? $"'{shown}' has no address here, and {same.Count} people have that name. The row was kept apart."
                        : $"'{shown}' has no address here. Somebody of that name with an address has sat the same test, so the row was kept apart.", where));
                else if (attempts.Select(attempt => attempt.Test.Number).Distinct().Count() > 1)
                    _notes.Add(new Note(NoteLevel.Information, "matched_by_name", $"'{shown}' has no address anywhere; the rows were put together by the name.", where));
            }
        }
    }

    /// <summary>Who has which name, and who sat which test.</summary>
    private (Dictionary<string, HashSet<int>> Known, HashSet<(int Person, int Test)> Sat) WhatIsKnown()
    {
        var known = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        var sat = new HashSet<(int, int)>();
        for (var test = 0; test < _placements.Tests.Count; test++)
        {
            var number = _placements.FirstRow(test);
            foreach (ref readonly var row in _placements.RowsOf(test).Span)
                if (_placements.PersonOf(number++) is >= 0 and var person)
                {
                    sat.Add((person, _placements.Tests[test].Test.Number));
                    if (row.Name is not { } name)
                        continue;
                    if (!known.TryGetValue(NameKey(name), out var same))
                        known[NameKey(name)] = same = [];
                    same.Add(person);
                }
        }
        return (known, sat);
    }

    /// <summary>Somebody else who can be meant by a name that is only a part of one (<c>Grace</c>, <c>G. Quill</c>), whatever else he is called; null when there is nobody.</summary>
    private static string? OtherOfPartOfName(string shown, int owner, Lazy<Dictionary<string, List<(int Person, NameWords Name)>>> spellings)
    {
        if (NameWords.Of(shown) is not { IsPartOfAName: true } part || !spellings.Value.TryGetValue(part.Words.MaxBy(word => word.Length)!, out var having))
            return null;
        return having.Where(each => each.Person != owner).GroupBy(each => each.Person)
            .FirstOrDefault(names => names.All(each => NameWords.Compare(part, each.Name) is not (NameLikeness.PartOnly or NameLikeness.Other)))?.First().Name.Shown;
    }

    /// <summary>The names of the people that have been found, by every word in them.</summary>
    private Dictionary<string, List<(int Person, NameWords Name)>> Spellings()
    {
        var spellings = new Dictionary<string, List<(int, NameWords)>>(StringComparer.Ordinal);
        var seen = new HashSet<(int, string)>();
        for (var test = 0; test < _placements.Tests.Count; test++)
        {
            var number = _placements.FirstRow(test);
            foreach (ref readonly var row in _placements.RowsOf(test).Span)
                if (_placements.PersonOf(number++) is >= 0 and var person && row.Name is { } name && seen.Add((person, name)) && NameWords.Of(name) is { } words)
                    foreach (var word in words.Words)
                    {
                        if (!spellings.TryGetValue(word, out var having))
                            spellings[word] = having = [];
                        having.Add((person, words));
                    }
        }
        return spellings;
    }

    private void Give(IEnumerable<Attempt> attempts, int person)
    {
        foreach (var attempt in attempts)
            _placements.PersonOf(attempt.Row) = person;
    }

    /// <summary>Whether the file itself says that these are the first, second, ... attempt of one participant.</summary>
    private static bool AreNumbered(IEnumerable<Attempt> attempts)
    {
        var numbers = attempts.Select(attempt => attempt.Response.AttemptNumber).ToList();
        return numbers.TrueForAll(number => number is not null) && numbers.Distinct().Count() == numbers.Count;
    }

    private string NameKey(string name)
    {
        if (!_nameKeys.TryGetValue(name, out var key))
            _nameKeys[name] = key = PersonName.Fingerprint(name) is { Length: > 0 } fingerprint ? fingerprint : name;
        return key;
    }

    /// <summary>Addresses joined by decisions: each has one representative (a union-find over the few that were decided about).</summary>
    private sealed class Decisions
    {
        private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);
        private readonly HashSet<string> _decided = new(StringComparer.Ordinal);

        public Decisions(PeopleDecisions decisions)
        {
            foreach (var decision in decisions.Same)
                if (DecidedPerson.Read(decision.Email) is { } first && DecidedPerson.Read(decision.OtherEmail) is { } second)
                {
                    var (one, other) = (decisions.KeyOf(first), decisions.KeyOf(second));
                    _decided.Add(one);
                    _decided.Add(other);
                    if (Key(one) != Key(other))
                        _parents[Key(other)] = Key(one);
                }
        }

        /// <summary>Whether somebody said whose an address is.</summary>
        public bool IsAbout(string address) => _decided.Contains(address);

        public string Key(string address)
        {
            while (_parents.TryGetValue(address, out var parent))
                address = parent;
            return address;
        }
    }
}
