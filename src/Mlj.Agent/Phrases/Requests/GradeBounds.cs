using System.Text.Json.Nodes;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Requests;

/// <summary>From which score on each grade is given: "A from 85, B 70, otherwise F", "93 / 85 / 77 for A / B / C", "75+ A", "Distinction from 75".</summary>
internal static class GradeBounds
{
    private static readonly Func<Clause, (List<(string Grade, decimal From)> Bounds, HashSet<int> Taken)>[] Readers = [LettersFirst, InParallel, NumbersFirst, InWords];

    /// <summary>The lower bound of each grade, as the first reader has it that finds two or more; null when none does.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="taken">The places of the tokens that say so.</param>
    public static JsonObject? Of(Clause clause, out HashSet<int> taken)
    {
        taken = [];
        foreach (var reader in Readers)
        {
            (var bounds, taken) = reader(clause);
            if (bounds.Count >= 2)
                return Written(bounds);
        }
        return null;
    }

    /// <summary>Whether three letters of grades or more are said, or grades in words.</summary>
    public static bool AreSaid(Clause clause) => clause.Places.Count(at => Letter(clause, at) is not null) >= 3 || InWords(clause).Bounds.Count > 2;

    private static JsonObject Written(List<(string Grade, decimal From)> bounds)
    {
        var ordered = bounds.DistinctBy(each => each.Grade).OrderByDescending(each => each.From).ToList();
        if (ordered[^1].From > 0 && !ordered.Exists(each => each.Grade == "F"))
            ordered.Add(("F", 0));
        return new JsonObject(ordered.Select(each => KeyValuePair.Create(each.Grade, (JsonNode?)each.From)));
    }

    // "A from 85, B 70, C >= 55, otherwise F".
    private static (List<(string Grade, decimal From)> Bounds, HashSet<int> Taken) LettersFirst(Clause clause)
    {
        var taken = new HashSet<int>();
        var bounds = new List<(string Grade, decimal From)>();
        for (var at = 0; at < clause.Count; at++)
        {
            if (Letter(clause, at) is not { } letter)
                continue;
            var next = at + letter.Length;
            while (next < clause.Count
                && (clause[next].IsAny(Meaning.From, Meaning.Be, Meaning.At, Meaning.Starts, Meaning.ThatIs, Meaning.Threshold, Meaning.Ought,
                    Meaning.GreaterEqual, Meaning.Greater, Meaning.For, Meaning.Equals, Meaning.Filler)
                    || clause[next].IsSign(":", "=", ">=", ">", "-", "(")))
                next++;
            if (next < clause.Count && clause[next].Number is { } number)
            {
                bounds.Add((letter.Text, number));
                taken.UnionWith(Enumerable.Range(at, next + 1 - at));
                at = next;
            }
            else if (bounds.Count > 0
                && (clause.Is(at - 1, Meaning.Otherwise)
                    || clause.Tokens.Skip(at).Take(5).HasAny(Meaning.Otherwise, Meaning.Less)
                    || clause.Is(at - 2, Meaning.Otherwise)))
                bounds.Add((letter.Text, 0));
        }
        return (bounds, taken);
    }

    // "93 / 85 / 77 / 70 for A / B / C / D, anything lower is an F".
    private static (List<(string Grade, decimal From)> Bounds, HashSet<int> Taken) InParallel(Clause clause)
    {
        var letters = clause.Places.Where(at => Letter(clause, at) is not null).ToList();
        var numbers = clause.Places.Where(at => clause[at] is { Kind: TokenKind.Number, Number: not null } && clause.MentionAt(at) is null).ToList();
        var isList = letters.Count > 2
            && letters.Zip(letters.Skip(1)).Take(Math.Max(2, numbers.Count) - 1).All(pair =>
                clause.Tokens.Skip(pair.First + 1).Take(pair.Second - pair.First - 1).All(token =>
                    token.Kind == TokenKind.Sign || token.Is(Meaning.And)));
        if (!isList || numbers.Count < 2 || letters.Count != numbers.Count && letters.Count != numbers.Count + 1)
            return ([], []);
        var bounds = letters.Zip(numbers, (letter, number) => (Letter(clause, letter)!.Value.Text, clause[number].Number!.Value)).ToList();
        if (letters.Count > numbers.Count)
            bounds.Add((Letter(clause, letters[^1])!.Value.Text, 0));
        return (bounds, [.. letters, .. numbers]);
    }

    // "75+ A, 60 and above B, the rest F".
    private static (List<(string Grade, decimal From)> Bounds, HashSet<int> Taken) NumbersFirst(Clause clause)
    {
        var bounds = new List<(string, decimal)>();
        var taken = new HashSet<int>();
        for (var at = 1; at < clause.Count; at++)
        {
            if (Letter(clause, at) is not { } letter)
                continue;
            var before = at - 1;
            while (before > 0
                && clause[before].Number is null
                && (clause[before].IsAny(Meaning.Show, Meaning.Add, Meaning.With, Meaning.Called, Meaning.Receive, Meaning.It, Meaning.Be,
                    Meaning.OrMore, Meaning.As, Meaning.For, Meaning.Fill, Meaning.ThatIs, Meaning.Filler, Meaning.Score)
                    || clause[before].IsSign("+", "=", ":", "-", ">")))
                before--;
            if (clause[before].Number is { } number && !taken.Contains(before))
            {
                bounds.Add((letter.Text, number));
                taken.UnionWith(Enumerable.Range(before, at + 1 - before));
            }
            else if (bounds.Count > 0 && Enumerable.Range(before, at - before).Any(index => clause[index].IsAny(Meaning.Otherwise, Meaning.Less)))
                bounds.Add((letter.Text, 0));
        }
        return (bounds, taken);
    }

    // "Distinction from 75, Merit from 60, otherwise Fail": only where it is said what the rest gets.
    private static (List<(string Grade, decimal From)> Bounds, HashSet<int> Taken) InWords(Clause clause)
    {
        var bounds = new List<(string, decimal)>();
        var taken = new HashSet<int>();
        var hasRest = false;
        for (var at = 1; at < clause.Count; at++)
        {
            if (!clause[at].IsCapital || clause[at].Kind != TokenKind.Word || clause.IsTaken(at) || clause.MentionAt(at) is { IsGeneric: false })
                continue;
            var number = at + 1;
            while (number < clause.Count && (clause[number].IsAny(Meaning.From, Meaning.At, Meaning.Starts, Meaning.GreaterEqual) || clause.IsSign(number, ":", ">=")))
                number++;
            if (number > at + 1 && number < clause.Count && clause[number].Number is { } from)
            {
                bounds.Add((clause.Text(at, at + 1), from));
                taken.UnionWith([at, number]);
            }
            else if (bounds.Count > 1 && clause.Tokens.Skip(at - 3).Take(3).Has(Meaning.Otherwise))
            {
                bounds.Add((clause.Text(at, at + 1), 0));
                taken.Add(at);
                hasRest = true;
            }
        }
        return hasRest ? (bounds, taken) : ([], []);
    }

    /// <summary>The letter of a grade at a place, with its sign; null for none.</summary>
    public static (string Text, int Length)? Letter(Clause clause, int at)
    {
        var token = clause[at];
        if (token.Kind != TokenKind.Word || token.End - token.Start > 2 || !char.IsUpper(clause.Message[token.Start]))
            return null;
        var text = clause.Text(at, at + 1);
        var isGrade = text[0] is >= 'A' and <= 'F' && (text.Length == 1 || char.IsAsciiDigit(text[1]));
        if (!isGrade)
            return null;
        var hasSign = at + 1 < clause.Count && clause[at + 1].Start == token.End && clause[at + 1].IsSign("+", "-");
        return hasSign ? (text + clause[at + 1].Plain, 2) : (text, 1);
    }
}
