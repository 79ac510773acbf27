using System.Text.Json.Nodes;
using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;
using Mlj.Tables;

namespace Mlj.Agent.Phrases.Conditions;

/// <summary>Tests that somebody took: "who sat all three", "took test 2", "with exactly two tests".</summary>
internal sealed class Sittings(Clause clause, Findings found, Comparisons comparing)
{
    private int Took(decimal count, string name, int end)
    {
        if (found.Taken() is { } taken)
            found.All.Add(new Condition(taken, name, JsonValue.Create(count)));
        else if (count == found.TestCount() && name is "equals" or "greater_equal")
            foreach (var test in clause.Book.Columns.Where(column => column.IsTest && !column.IsMade))
                found.All.Add(new Condition(test, "not_empty", null));
        else
            found.Trouble = new Trouble("no_tests_taken");
        return end;
    }

    /// <summary>Reads "took all three tests", "sat 1 test", "took test 2", "did not take test 2".</summary>
    public int? Read(int at)
    {
        if (clause[at].Is(Meaning.TookAll))
            return Took(found.TestCount(), "equals", at + 1);
        if (!clause[at].Is(Meaning.Took))
            return null;
        // "take one of the tests out" is an order.
        if (at == clause.Skip(0) && (clause[at].Is(Meaning.Remove) || !clause.HasAny(Meaning.Person, Meaning.Who, Meaning.Only, Meaning.All)))
            return null;
        var isNot = at > 0 && (clause[at - 1].Is(Meaning.Not) || clause.Is(at - 2, Meaning.Not) && clause[at - 1].IsFiller);
        var next = clause.Skip(at + 1, Meaning.Equals, Meaning.Only, Meaning.Took);
        if (next >= clause.Count || next < at + 1)
            return null;
        var isAll = false;
        decimal? count = null;
        var noun = next;
        while (noun < clause.Count
            && (clause[noun].Is(Meaning.All)
                || clause.NumberAt(noun) is not null && !isTestNumber(noun)
                || clause[noun].Is(Meaning.Single)
                || clause[noun].IsFiller
                || clause[noun].Is(Meaning.Of))
            && comparing.Operator(noun) is null)
        {
            isAll |= clause[noun].Is(Meaning.All);
            count ??= clause[noun].Is(Meaning.Single) ? 1 : clause.NumberAt(noun);
            noun++;
        }
        if (clause.Is(noun, Meaning.Test) && (isAll || count is not null))
        {
            if (count is null && clause.Mentions.Find(mention => mention.Covers(noun)) is { Kind: MentionKind.One, IsGeneric: false })
                return null;
            if (isAll && count is { } said && said != found.TestCount() && found.TestCount() > 0)
            {
                found.Trouble = new Trouble("count_of_tests", said.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    found.TestCount().ToString(System.Globalization.CultureInfo.InvariantCulture));
                return noun;
            }
            var (postfix, behind) = clause.Postfix(noun + 1);
            return Took(count ?? found.TestCount(), postfix is not null && !isNot ? postfix : isNot ? "not_equals" : "equals", behind);
        }
        if (clause.Mentions.Find(mention => mention.From >= at + 1 && mention.From <= next) is { } test
            && test.Columns.Count > 0
            && test.Columns.All(column => column.IsScore || column.IsTest))
        {
            if (test.Kind == MentionKind.Many && !isNot)
            {
                foreach (var column in test.Columns)
                    found.All.Add(new Condition(column, "not_empty", null));
                return test.To;
            }
            found.Subject = test;
            return found.AddBare(isNot ? "is_empty" : "not_empty", test.To);
        }
        return null;

        bool isTestNumber(int index) => clause.Is(index - 1, Meaning.Test);
    }

    /// <summary>Reads "with exactly two tests".</summary>
    public int? WithCount(int at)
    {
        var count = clause.Skip(at + 1, Meaning.Equals, Meaning.Only, Meaning.All);
        if (count + 1 < clause.Count
            && clause.NumberAt(count) is { } tests
            && clause[count + 1].Is(Meaning.TestsWord)
            && clause.MentionAt(count + 1) is null or { IsGeneric: true })
            return Took(tests, clause.Postfix(count + 2).Name ?? "equals", clause.Postfix(count + 2).End);
        if (clause.NumberAt(count) is not { } sat || clause.MentionFrom(count + 1) is not { Kind: MentionKind.One, Columns: [{ Role: ColumnRole.TestsTaken }] } sittings)
            return null;
        found.Subject = sittings;
        return found.Add(clause.Postfix(sittings.To).Name ?? "equals", sat, clause.Postfix(sittings.To).End);
    }
}
