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

    private PeopleDecisions(MergeOptions options)
    {
        foreach (var decision in options.DifferentPeople)
            if (EmailAddress.Read(decision.Email) is { } one && EmailAddress.Read(decision.OtherEmail) is { } other && one.Key != other.Key)
            {
                Reject(one.Key, other.Key);
                Reject(other.Key, one.Key);
            }
        foreach (var decision in options.SamePeople)
            if (TryJoin(decision))
                _same.Add(decision);
            else
                _contradictions.Add(new Note(NoteLevel.Question, "contradicting_decisions",
                    $"{decision.Email} and {decision.OtherEmail} were decided to be one person, and by another decision they or addresses joined with them are two. They were kept apart; take one of the decisions back."));
    }

    public static PeopleDecisions None { get; } = new(new MergeOptions());

    /// <summary>The decisions to join that no rejection forbids, as they were given.</summary>
    public IReadOnlyList<SamePerson> Same => _same;

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

    /// <summary>Whether an address of the one was decided to be another person's than an address of the other.</summary>
    public bool AreDifferent(Participant one, Participant other)
    {
        if (_different.Count == 0)
            return false;
        foreach (var email in one.Emails)
            if (_different.TryGetValue(email, out var different) && other.Emails.Any(different.Contains))
                return true;
        return false;
    }

    private void Reject(string email, string other)
    {
        if (!_different.TryGetValue(email, out var different))
            _different[email] = different = new HashSet<string>(StringComparer.Ordinal);
        different.Add(other);
    }

    private bool TryJoin(SamePerson decision)
    {
        if (EmailAddress.Read(decision.Email) is not { } one || EmailAddress.Read(decision.OtherEmail) is not { } other)
            return true;
        var (large, small) = (GroupOf(one.Key), GroupOf(other.Key));
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
