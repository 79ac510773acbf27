using System.Globalization;
using Mlj.Merging.Identity;
using Mlj.Recognition;
using Mlj.Values;

namespace Mlj.Merging;

/// <summary>
/// Finds addresses that stand beside the names of several people, as a parent's does. By the address they are one person; whether they are can
/// only be asked.
/// </summary>
internal static class SharedAddresses
{
    private const int MostCompared = 60;
    private const int MostNamed = 6;
    private const int MostRowsNamed = 3;

    /// <summary>
    /// Attempts put together by the name beside them: spellings that can be one person's stand together, the most complete first. Which row
    /// comes first changes nothing.
    /// </summary>
    /// <param name="attempts">Attempts with names. Where hundreds have one address, most are compared with some of the others only.</param>
    private static List<List<Spelling>> ByName(IEnumerable<Attempt> attempts)
    {
        var people = new List<List<Spelling>>();
        foreach (var spelling in attempts.GroupBy(attempt => attempt.Response.Name!, StringComparer.Ordinal)
            .OrderByDescending(rows => rows.Key.Length).ThenBy(rows => rows.Key, StringComparer.Ordinal).Select(rows => new Spelling(NameWords.Of(rows.Key), [.. rows])))
            if (people.FindIndex(0, Math.Min(people.Count, MostCompared), person => !person.Exists(spelling.IsAnothers)) is >= 0 and var same)
                people[same].Add(spelling);
            else
                people.Add([spelling]);
        return people;
    }

    /// <summary>Divides the attempts of an address among those who share it: each spelling to the one name that it is, or can best be.</summary>
    /// <param name="attempts">All attempts of the address.</param>
    /// <param name="names">The names of those who share it.</param>
    /// <returns>The attempts of each of them, and those of nobody or of several of them, by name; those without a name together.</returns>
    public static (List<Attempt>[] Theirs, List<List<Attempt>> Others) Divide(IReadOnlyList<Attempt> attempts, IReadOnlyList<string> names)
    {
        var theirs = names.Select(_ => new List<Attempt>()).ToArray();
        var (others, nameless) = (new List<Attempt>(), new List<Attempt>());
        foreach (var rows in attempts.GroupBy(attempt => attempt.Response.Name, StringComparer.Ordinal))
            (rows.Key is null ? nameless : WhoseIs(rows.Key, names) is { } whose ? theirs[whose] : others).AddRange(rows);
        return (theirs, [.. ByName(others).Select(InOrder), .. nameless.Count > 0 ? new[] { nameless } : []]);
    }

    /// <summary>A question about attempts of which no decision says whose they are.</summary>
    public static Note NoteOfOther(string address, IReadOnlyList<DecidedPerson> sharers, List<Attempt> attempts) => new(NoteLevel.Question, "shared_address",
        $"{address} was decided to be shared by {string.Join(" and ", sharers.Take(MostNamed).Select(sharer => $"'{sharer.Name}'"))}{(sharers.Count > MostNamed ? " and others" : "")}. "
        + $"{Tell(attempts)} can be none of them, or several, so {(attempts.Count == 1 ? "the row was" : "the rows were")} kept apart.",
        attempts[0].Place with { Column = attempts[0].Test.Column(SourceColumnRole.Name)?.Column });

    /// <summary>Which of several names a spelling is, or can best be; null when it can be none, or several about equally well.</summary>
    private static int? WhoseIs(string spelling, IReadOnlyList<string> names)
    {
        var words = NameWords.Of(spelling);
        var fits = new List<(int Index, double Weight)>();
        for (var index = 0; index < names.Count; index++)
            if (PersonName.Fingerprint(spelling) == PersonName.Fingerprint(names[index]))
                return index;
            else if (words is not null && NameWords.Of(names[index]) is { } name)
            {
                var likeness = new NameEvidence(NameWords.Compare(words, name));
                if (!likeness.Contradicts)
                    fits.Add((index, likeness.Weight));
                else if (words.IsASlipOf(name))
                    fits.Add((index, EvidenceWeights.NearName));
            }
        if (fits.Count == 0)
            return null;
        var best = fits.Max(fit => fit.Weight);
        return fits.Where(fit => fit.Weight == best).ToList() is [var only] ? only.Index : null;
    }

    /// <summary>A note for each address that several people gave by their names; a question where one test has rows of two of them and the names contradict each other.</summary>
    /// <param name="attempts">All attempts of a participant.</param>
    /// <param name="decisions">What was decided; of an address whose people were told apart, nothing is left to ask here.</param>
    public static IEnumerable<Note> Notes(IReadOnlyList<Attempt> attempts, PeopleDecisions decisions)
    {
        // Most who write their name in several ways turn it round or change its capitals.
        var names = new HashSet<string>(StringComparer.Ordinal);
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attempt in attempts)
            if (attempt.Response.Name is { } name && names.Add(name))
                words.Add(PersonName.Fingerprint(name));
        if (words.Count < 2)
            yield break;
        foreach (var rows in attempts.Where(attempt => attempt.Response is { Email: not null, Name: not null }).GroupBy(attempt => attempt.Response.Email!.Key, StringComparer.Ordinal))
            if (decisions.SharersOf(rows.Key).Count == 0 && ByName(rows) is { Count: > 1 } people)
                yield return NoteOf(rows.Key, people);
    }

    private static Note NoteOf(string address, List<List<Spelling>> people)
    {
        var tests = people.SelectMany(person => person.SelectMany(spelling => spelling.Tests).Distinct()).CountBy(test => test).Where(test => test.Value > 1).Select(test => test.Key).Order().ToList();
        var isContradiction = people.Skip(1).Any(person => person.Exists(spelling => people[0].Exists(spelling.Contradicts)));
        var named = people.Select(InOrder).OrderByDescending(person => person.Count).ThenBy(person => person[0].Response.Name, StringComparer.Ordinal).ToList();
        var names = string.Join(" and by ", named.Take(MostNamed).Select(Tell)) + (named.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and by {named.Count - MostNamed} more") : "");
        var second = named[1][0];
        return new Note(tests.Count > 0 && isContradiction ? NoteLevel.Question : NoteLevel.Review, "one_address_two_names",
            $"{address} is given by {names}. One address counts as one person, so their scores are mixed{Mixed(tests)}. If they are not one person, give each an address of their own, or decide that {string.Join(" and ", named.Take(2).Select(person => $"'{person[0].Response.Name} <{address}>'"))} are different people.",
            second.Place with { Column = second.Test.Column(SourceColumnRole.Name)?.Column });
    }

    private static List<Attempt> InOrder(List<Spelling> person) =>
        [.. person.SelectMany(spelling => spelling.Attempts).OrderBy(attempt => attempt.Test.Number).ThenBy(attempt => attempt.Test.File, StringComparer.Ordinal).ThenBy(attempt => attempt.Response.Row)];

    private static string Tell(List<Attempt> person)
    {
        var rows = person.Take(MostRowsNamed).Select(attempt => string.Create(CultureInfo.InvariantCulture, $"row {attempt.Response.Row} of '{attempt.Test.File}'"));
        var more = person.Count > MostRowsNamed ? string.Create(CultureInfo.InvariantCulture, $" and {person.Count - MostRowsNamed} more") : "";
        return $"{(person[0].Response.Name is { } name ? $"'{name}'" : "who gives no name")} ({string.Join(", ", rows)}{more})";
    }

    private static string Mixed(List<int> tests) => tests.Count == 0 ? ""
        : $", and {(tests.Count == 1 ? "test" : "tests")} {string.Join(", ", tests.Select(test => test.ToString(CultureInfo.InvariantCulture)))} {(tests.Count == 1 ? "has" : "have")} one score for all of them";

    /// <summary>A name as it was written, with its attempts.</summary>
    private sealed record Spelling(NameWords? Name, List<Attempt> Attempts)
    {
        public IEnumerable<int> Tests => Attempts.Select(attempt => attempt.Test.Number).Distinct();

        /// <summary>Whether another name is another person's: it contradicts this one, or is nearly the same and looks like no slip, for both stand in one test or each in several.</summary>
        public bool IsAnothers(Spelling other) => Contradicts(other)
            || (IsNearlyTheSame(other) && (Tests.Intersect(other.Tests).Any() || (Tests.Count() > 1 && other.Tests.Count() > 1)));

        public bool Contradicts(Spelling other) => LikenessTo(other) is NameLikeness.PartOnly or NameLikeness.Other && !Name!.IsASlipOf(other.Name!);

        private bool IsNearlyTheSame(Spelling other) => LikenessTo(other) is NameLikeness.Near or NameLikeness.OtherScript or NameLikeness.PartOnly or NameLikeness.Other;

        private NameLikeness LikenessTo(Spelling other) => Name is null || other.Name is null ? NameLikeness.Unknown : NameWords.Compare(Name, other.Name);
    }
}
