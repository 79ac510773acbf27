using Mlj.Values;

namespace Mlj.Merging.Identity;

/// <summary>
/// What somebody decided about people. That two addresses are two people's holds against everything: a decision to join them, or one that
/// would join them through others, is not carried out and becomes a question.
/// </summary>
internal sealed class PeopleDecisions
{
    private readonly Dictionary<string, HashSet<string>> _different = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _groups = new(StringComparer.Ordinal);
    private readonly List<SamePerson> _same = [];
    private readonly List<Note> _contradictions = [];
    private readonly Dictionary<string, List<DecidedPerson>> _sharers = new(StringComparer.Ordinal);

    private PeopleDecisions(MergeOptions options)
    {
        FindSharers(options);
        foreach (var decision in options.DifferentPeople)
            if (DecidedPerson.Read(decision.Email) is { } one && DecidedPerson.Read(decision.OtherEmail) is { } other)
                Reject(one, other);
        foreach (var decision in options.SamePeople)
            if (DecidedPerson.Read(decision.Email) is { } one && DecidedPerson.Read(decision.OtherEmail) is { } other && (SomeOf(one) ?? SomeOf(other)) is { } shared)
                _contradictions.Add(new Note(NoteLevel.Question, "contradicting_decisions",
                    $"{decision.Email} and {decision.OtherEmail} were decided to be one person, and by another decision several people share {shared.Email}. Say which of them is meant, as in '{_sharers[shared.Email][0]}'. They were kept apart."));
            else if (TryJoin(decision))
                _same.Add(decision);
            else
                _contradictions.Add(new Note(NoteLevel.Question, "contradicting_decisions",
                    $"{decision.Email} and {decision.OtherEmail} were decided to be one person, and by another decision they or addresses joined with them are two. They were kept apart; take one of the decisions back."));
    }

    public static PeopleDecisions None { get; } = new(new MergeOptions());

    /// <summary>The decisions to join that no rejection forbids, as they were given.</summary>
    public IReadOnlyList<SamePerson> Same => _same;

    /// <summary>Those who share an address by name, so that the name beside it says whose a row is; nobody for an address of one person.</summary>
    public IReadOnlyList<DecidedPerson> SharersOf(string email) => _sharers.Count > 0 && _sharers.TryGetValue(email, out var sharers) ? sharers : [];

    /// <summary>What stands for whom a decision is about: the address, or one of those who share it.</summary>
    public string KeyOf(DecidedPerson person) => _sharers.ContainsKey(person.Email) ? person.Key : person.Email;

    /// <summary>A question for each decision that was not carried out.</summary>
    public IReadOnlyList<Note> Contradictions => _contradictions;

    public static PeopleDecisions Of(MergeOptions options) => options is { SamePeople.Count: 0, DifferentPeople.Count: 0 } ? None : new PeopleDecisions(options);

    /// <summary>Those of further decisions, in their order, that no rejection forbids.</summary>
    /// <param name="options">What was decided before.</param>
    /// <param name="further">Suggestions that were accepted without asking one by one.</param>
    public static IReadOnlyList<SamePerson> Allowed(MergeOptions options, IEnumerable<SamePerson> further)
    {
        var decisions = new PeopleDecisions(options);
        return [.. further.Where(decisions.TryJoin)];
    }

    /// <summary>
    /// Whether an address of the one was decided to be another person's than an address of the other. So is an address that several people share:
    /// it says nothing about one of them.
    /// </summary>
    public bool AreDifferent(Participant one, Participant other)
    {
        if (_different.Count == 0)
            return false;
        if (_sharers.Count > 0 && (one.Emails.Any(_sharers.ContainsKey) || other.Emails.Any(_sharers.ContainsKey)))
            return true;
        foreach (var email in one.Emails)
            if (_different.TryGetValue(email, out var different) && other.Emails.Any(different.Contains))
                return true;
        return false;
    }

    /// <summary>An address is shared once two of its people were decided to be different by their names; then all whom a decision names there share it.</summary>
    private void FindSharers(MergeOptions options)
    {
        foreach (var decision in options.DifferentPeople)
            if (DecidedPerson.Read(decision.Email) is { } one && DecidedPerson.Read(decision.OtherEmail) is { } other && one.Email == other.Email)
            {
                if (one is { Name: not null } && other is { Name: not null } && one != other)
                    _sharers.TryAdd(one.Email, []);
                else
                    _contradictions.Add(new Note(NoteLevel.Question, "decision_without_names",
                        $"'{decision.Email}' and '{decision.OtherEmail}' were decided to be two people. One address is two people's only with a name before each, as in 'Ada Quill <{one.Email}>'. The decision changes nothing."));
            }
        if (_sharers.Count == 0)
            return;
        foreach (var text in options.DifferentPeople.SelectMany(each => new[] { each.Email, each.OtherEmail }).Concat(options.SamePeople.SelectMany(each => new[] { each.Email, each.OtherEmail })))
            if (DecidedPerson.Read(text) is { Name: not null } person && _sharers.TryGetValue(person.Email, out var sharers) && !sharers.Contains(person))
                sharers.Add(person);
    }

    /// <summary>The person, when it is some one of several who share the address and nothing says which.</summary>
    private DecidedPerson? SomeOf(DecidedPerson person) => person.Name is null && _sharers.ContainsKey(person.Email) ? person : null;

    private void Reject(DecidedPerson one, DecidedPerson other)
    {
        foreach (var key in KeysOf(one))
            foreach (var against in KeysOf(other))
                if (key != against)
                {
                    Reject(key, against);
                    Reject(against, key);
                }
    }

    /// <summary>What stands for somebody; for an address that several share, and no name, each of them.</summary>
    private IEnumerable<string> KeysOf(DecidedPerson person) => SomeOf(person) is null ? [KeyOf(person)] : _sharers[person.Email].Select(KeyOf);

    private void Reject(string email, string other)
    {
        if (!_different.TryGetValue(email, out var different))
            _different[email] = different = new HashSet<string>(StringComparer.Ordinal);
        different.Add(other);
    }

    private bool TryJoin(SamePerson decision)
    {
        if (DecidedPerson.Read(decision.Email) is not { } one || DecidedPerson.Read(decision.OtherEmail) is not { } other)
            return true;
        var (large, small) = (GroupOf(KeyOf(one)), GroupOf(KeyOf(other)));
        if (large == small)
            return true;
        if (large.Count < small.Count)
            (large, small) = (small, large);
        foreach (var email in small)
            if (_different.TryGetValue(email, out var different) && different.Any(each => _groups.TryGetValue(each, out var group) && group == large))
                return false;
        large.AddRange(small);
        foreach (var email in small)
            _groups[email] = large;
        return true;
    }

    private List<string> GroupOf(string email)
    {
        if (!_groups.TryGetValue(email, out var group))
            _groups[email] = group = [email];
        return group;
    }
}
