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
    public static List<List<Attempt>> ByName(IEnumerable<Attempt> attempts)
    {
        var people = new List<(NameWords? Name, List<Attempt> Attempts)>();
        foreach (var spelling in attempts.GroupBy(attempt => attempt.Response.Name!, StringComparer.Ordinal)
            .OrderByDescending(spelling => spelling.Key.Length).ThenBy(spelling => spelling.Key, StringComparer.Ordinal))
        {
            var name = NameWords.Of(spelling.Key);
            if (people.FindIndex(0, Math.Min(people.Count, MostCompared), person => !AreTwo(name, [.. spelling], person.Name, person.Attempts)) is >= 0 and var same)
                people[same].Attempts.AddRange(spelling);
            else
                people.Add((name, [.. spelling]));
        }
        return people.ConvertAll(person => person.Attempts);
    }

    /// <summary>A note for each address of a participant that several people gave by their names; a question where one test has rows of two of them.</summary>
    public static IEnumerable<Note> Notes(IEnumerable<Attempt> attempts)
    {
        foreach (var rows in attempts.Where(attempt => attempt.Response is { Email: not null, Name: not null }).GroupBy(attempt => attempt.Response.Email!.Key, StringComparer.Ordinal))
            if (ByName(rows) is { Count: > 1 } people)
                yield return NoteOf(rows.Key, [.. people.Select(InOrder).OrderByDescending(person => person.Count).ThenBy(person => person[0].Response.Name, StringComparer.Ordinal)]);
    }

    private static Note NoteOf(string address, List<List<Attempt>> people)
    {
        var tests = people.SelectMany(person => person.Select(attempt => attempt.Test.Number).Distinct()).CountBy(test => test).Where(test => test.Value > 1).Select(test => test.Key).Order().ToList();
        var first = people[1][0];
        var names = string.Join(" and by ", people.Take(MostNamed).Select(Tell)) + (people.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and by {people.Count - MostNamed} more") : "");
        return new Note(tests.Count > 0 ? NoteLevel.Question : NoteLevel.Review, "one_address_two_names",
            $"{address} is given by {names}. One address counts as one person, so their scores are mixed{Mixed(tests)}. If they are not one person, give each an address of their own.",
            first.Place with { Column = first.Test.Column(SourceColumnRole.Name)?.Column });
    }

    /// <summary>Whether two names are two people's: they contradict each other, or are only nearly the same and stand in one test.</summary>
    private static bool AreTwo(NameWords? one, List<Attempt> attempts, NameWords? other, List<Attempt> others) => one is not null && other is not null
        && NameWords.Compare(one, other) switch
        {
            NameLikeness.PartOnly or NameLikeness.Other => true,
            NameLikeness.Near => attempts.Select(attempt => attempt.Test.Number).Intersect(others.Select(attempt => attempt.Test.Number)).Any(),
            _ => false,
        };

    private static List<Attempt> InOrder(List<Attempt> attempts) =>
        [.. attempts.OrderBy(attempt => attempt.Test.Number).ThenBy(attempt => attempt.Test.File, StringComparer.Ordinal).ThenBy(attempt => attempt.Response.Row)];

    private static string Tell(List<Attempt> person)
    {
        var rows = person.Take(MostRowsNamed).Select(attempt => string.Create(CultureInfo.InvariantCulture, $"row {attempt.Response.Row} of '{attempt.Test.File}'"));
        var more = person.Count > MostRowsNamed ? string.Create(CultureInfo.InvariantCulture, $" and {person.Count - MostRowsNamed} more") : "";
        return $"'{person[0].Response.Name}' ({string.Join(", ", rows)}{more})";
    }

    private static string Mixed(List<int> tests) => tests.Count == 0 ? ""
        : $", and {(tests.Count == 1 ? "test" : "tests")} {string.Join(", ", tests.Select(test => test.ToString(CultureInfo.InvariantCulture)))} {(tests.Count == 1 ? "has" : "have")} one score for all of them";
}
