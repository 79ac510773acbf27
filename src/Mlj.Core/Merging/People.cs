using Mlj.Recognition;
using Mlj.Values;

namespace Mlj.Merging;

/// <summary>Gathers attempts by person: by address, by the decisions about addresses, and by name for rows without an address.</summary>
internal static class People
{
    /// <summary>All people with their attempts, and the rows that belong to nobody.</summary>
    public static (List<Person> People, List<Attempt> Nobody) Gather(IReadOnlyList<TestResponses> tests, MergeOptions options, List<Note> notes)
    {
        var people = new List<Person>();
        var nobody = new List<Attempt>();
        var byAddress = new Dictionary<string, Person>(StringComparer.Ordinal);
        var without = new List<(string Name, Attempt Attempt)>();
        var decided = new Decisions(options.SamePeople);
        foreach (var test in tests)
            foreach (var response in test.Responses)
            {
                if (response.Kind == ResponseKind.NotAParticipant)
                    nobody.Add(new Attempt(test.Test, response, Disposition.Quarantined, response.Fault));
                else if (response.Email is { } email)
                {
                    var key = decided.Key(email.Key);
                    if (!email.IsValid && key == email.Key)
                        key = OfOne(key, response, byAddress, notes, test.Test);
                    if (!byAddress.TryGetValue(key, out var person))
                    {
                        byAddress[key] = person = new Person();
                        people.Add(person);
                    }
                    person.Attempts.Add(new Attempt(test.Test, response, Disposition.Placed));
                }
                else if (response.Name is { } name)
                    without.Add((NameKey(name), new Attempt(test.Test, response, Disposition.Placed)));
                else
                {
                    nobody.Add(new Attempt(test.Test, response, Disposition.Quarantined, "neither a name nor an address says whose it is"));
                    notes.Add(new Note(NoteLevel.Review, "nobody", "Neither a name nor an address says whose score this is. The row was set aside.", new Place(test.Test.File, test.Test.Sheet, response.Row)));
                }
            }
        if (without.Count > 0)
            MatchByName(people, without, notes);
        return (people, nobody);
    }

    /// <summary>
    /// What is no address can be typed by two people, as "will send later" can. The key is the text while the names can be one
    /// person's, and the text with the name from the second person on.
    /// </summary>
    private static string OfOne(string key, Response response, Dictionary<string, Person> byAddress, List<Note> notes, RecognisedTest test)
    {
        if (!byAddress.TryGetValue(key, out var person) || response.Name is not { } name
            || person.Attempts.Find(attempt => attempt.Response.Name is not null) is not { Response.Name: { } known } || PersonName.AreAlike(name, known))
            return key;
        // No address holds a line break, so this is nobody else's key.
        var apart = $"{key}\n{NameKey(name)}";
        if (!byAddress.ContainsKey(apart))
            notes.Add(new Note(NoteLevel.Question, "invalid_address_twice",
                $"'{response.Email!.Typed.Trim()}', which is no address, is given by '{known}' and by '{name}'. They were kept apart.", new Place(test.File, test.Sheet, response.Row)));
        return apart;
    }

    /// <summary>
    /// Rows without an address go by name while the name is one person's: nobody else has it, and no test has it twice. Where that is
    /// not so, each row stays a person of its own, and a note asks.
    /// </summary>
    private static void MatchByName(List<Person> people, List<(string Name, Attempt Attempt)> without, List<Note> notes)
    {
        var known = new Dictionary<string, List<Person>>(StringComparer.Ordinal);
        foreach (var person in people)
            foreach (var name in person.Attempts.Select(attempt => attempt.Response.Name).OfType<string>().Select(NameKey).Distinct())
            {
                if (!known.TryGetValue(name, out var same))
                    known[name] = same = [];
                same.Add(person);
            }

        foreach (var group in without.GroupBy(each => each.Name, StringComparer.Ordinal))
        {
            var attempts = group.Select(each => each.Attempt).ToList();
            var shown = attempts[0].Response.Name!;
            var where = attempts[0].Place with { Column = null };
            // A row and its copies are one sitting.
            var sittings = attempts.GroupBy(attempt => (attempt.Test.Number, attempt.Response.Content, attempt.Response.RawScore, attempt.Response.Submitted)).ToList();
            var isTwiceInATest = sittings.GroupBy(sitting => sitting.Key.Number, sitting => sitting.First()).Any(test => test.Count() > 1 && !AreNumbered(test));
            var same = known.GetValueOrDefault(group.Key) ?? [];
            if (isTwiceInATest)
            {
                people.AddRange(sittings.Select(sitting => new Person { Attempts = [.. sitting] }));
                notes.Add(new Note(NoteLevel.Question, "namesakes", $"'{shown}' stands more than once in one test, without an address: two people, or one who sat it twice? The rows were kept apart.", where));
            }
            else if (same is [var only] && !only.Attempts.Exists(attempt => attempts.Exists(each => each.Test.Number == attempt.Test.Number)))
            {
                var address = only.Attempts.Find(attempt => attempt.Response.Email is not null)!.Response.Email!.Key;
                only.Attempts.AddRange(attempts);
                notes.Add(new Note(NoteLevel.Information, "matched_by_name", $"'{shown}' has no address here and was taken for {address} by the name, which nobody else has.", where));
            }
            else
            {
                people.Add(new Person { Attempts = [.. attempts] });
                if (same.Count > 0)
                    notes.Add(new Note(NoteLevel.Question, "namesakes", same.Count > 1
                        ? $"'{shown}' has no address here, and {same.Count} people have that name. The row was kept apart."
                        : $"'{shown}' has no address here. Somebody of that name with an address has sat the same test, so the row was kept apart.", where));
                else if (attempts.Select(attempt => attempt.Test.Number).Distinct().Count() > 1)
                    notes.Add(new Note(NoteLevel.Information, "matched_by_name", $"'{shown}' has no address anywhere; the rows were put together by the name.", where));
            }
        }
    }

    /// <summary>Whether the file itself says that these are the first, second, ... attempt of one participant.</summary>
    private static bool AreNumbered(IEnumerable<Attempt> attempts)
    {
        var numbers = attempts.Select(attempt => attempt.Response.AttemptNumber).ToList();
        return numbers.TrueForAll(number => number is not null) && numbers.Distinct().Count() == numbers.Count;
    }

    private static string NameKey(string name) => PersonName.Fingerprint(name) is { Length: > 0 } fingerprint ? fingerprint : name;

    /// <summary>A person and everything that was read of them.</summary>
    public sealed class Person
    {
        public List<Attempt> Attempts { get; init; } = [];
    }

    /// <summary>Addresses joined by decisions: each has one representative (a union-find over the few that were decided about).</summary>
    private sealed class Decisions
    {
        private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);

        public Decisions(IReadOnlyList<SamePerson> decisions)
        {
            foreach (var decision in decisions)
                if (EmailAddress.Read(decision.Email) is { } one && EmailAddress.Read(decision.OtherEmail) is { } other && Key(one.Key) != Key(other.Key))
                    _parents[Key(other.Key)] = Key(one.Key);
        }

        public string Key(string address)
        {
            while (_parents.TryGetValue(address, out var parent))
                address = parent;
            return address;
        }
    }
}
