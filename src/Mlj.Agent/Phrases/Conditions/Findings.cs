using System.Text.Json.Nodes;
using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;
using Mlj.Tables;

namespace Mlj.Agent.Phrases.Conditions;

/// <summary>What was found in a clause so far, and the column that is spoken of. The rules share it, and add to it.</summary>
/// <param name="clause">The clause.</param>
/// <param name="topic">The column that "it" means; null when nothing was spoken of.</param>
internal sealed class Findings(Clause clause, KnownColumn? topic)
{
    /// <summary>The conditions so far.</summary>
    public List<Condition> All { get; } = [];

    /// <summary>The column that was spoken of last; null for none.</summary>
    public Mention? Subject { get; set; }

    /// <summary>Whether nothing was said of it yet.</summary>
    public bool IsFresh { get; set; }

    /// <summary>What is wrong with the conditions; null when nothing is.</summary>
    public Trouble? Trouble { get; set; }

    /// <summary>Adds a comparison with a number for the columns that are spoken of; gives the place behind it.</summary>
    public int Add(string name, decimal value, int end)
    {
        if (Column(end) is not var (column, behind) || column is null)
        {
            Trouble ??= new Trouble("which_column_to_compare")
            {
                Join = "in",
                Columns = [.. clause.Book.Columns.Where(each => each.IsScore || each.Role == ColumnRole.TestsTaken)]
            };
            return end;
        }
        All.Add(new Condition(column, name, JsonValue.Create(value)));
        // "English and Maths both above 60".
        if (Subject is { } last
            && last.From > 1
            && clause[last.From - 1].Is(Meaning.And)
            && clause.MentionTo(last.From - 1) is { Kind: MentionKind.One } joined
            && clause.Is(last.To, Meaning.All)
            && joined.Columns[0] != column)
            All.Insert(All.Count - 1, new Condition(joined.Columns[0], name, JsonValue.Create(value)));
        // "above 60 in both Maths and English".
        while (behind > end
            && behind + 1 < clause.Count
            && clause[behind].Is(Meaning.And)
            && clause.Skip(behind + 1) is var next
            && clause.MentionFrom(next) is { Kind: MentionKind.One } other
            && (other.To == clause.Count || clause[other.To].Kind == TokenKind.Sign || clause[other.To].IsAny(Meaning.And, Meaning.Only)))
        {
            All.Add(new Condition(other.Columns[0], name, JsonValue.Create(value)));
            behind = other.To;
        }
        return behind;
    }

    /// <summary>Adds what a cell of the column that is spoken of holds.</summary>
    public int AddText(string name, string value, int end)
    {
        if (Subject is not { Kind: MentionKind.One })
        {
            Trouble = Which(Subject);
            return end;
        }
        All.Add(new Condition(Subject.Columns[0], name, JsonValue.Create(value)));
        IsFresh = false;
        return end;
    }

    /// <summary>Adds what is said of a cell without a value, such as that it is empty.</summary>
    public int AddBare(string name, int end)
    {
        if (Subject is { Kind: MentionKind.One })
            All.Add(new Condition(Subject.Columns[0], name, null));
        else
            Trouble = Which(Subject);
        IsFresh = false;
        return end;
    }

    public Trouble Which(Mention? mention) => mention is { Kind: MentionKind.Unclear or MentionKind.Many }
        ? new Trouble("which_column") { Columns = mention.Columns, Gap = (clause[mention.From].Start, clause[mention.To - 1].End) }
        : new Trouble("unknown_column", mention is null ? "" : clause.Text(mention.From, mention.To));

    // The column before the comparison, or the one behind the number: "under 50 in test 1".
    private (KnownColumn? Column, int End)? Column(int end)
    {
        // "scored above 80 in test 1" speaks of test 1.
        var later = clause.Skip(end, Meaning.In, Meaning.On, Meaning.For, Meaning.At, Meaning.Of);
        if (Subject is { IsGeneric: true, Kind: MentionKind.Unclear }
            && clause.Mentions.Find(mention => mention.From >= end && mention.From <= later) is { IsGeneric: false })
            IsFresh = false;
        if (IsFresh && Subject is not null)
            return Chosen(Subject, end);
        var next = clause.Skip(end, Meaning.In, Meaning.On, Meaning.For, Meaning.At, Meaning.Of, Meaning.Took, Meaning.By, Meaning.Score);
        if (clause.Is(next, Meaning.TestsWord) && clause.Mentions.Find(each => each.From == next) is not { Kind: MentionKind.One }
            || clause.IsAny(end, Meaning.TestsWord, Meaning.TestsTaken)
                || clause.Is(end, Meaning.Test) && clause.MentionAt(end) is not { Kind: MentionKind.One })
            return Taken() is { } taken ? (taken, next + 1) : null;
        var places = clause.Skip(end, Meaning.In, Meaning.On, Meaning.For, Meaning.At, Meaning.Of, Meaning.By, Meaning.To, Meaning.All);
        if (clause.Mentions.Find(mention => mention.From >= end && mention.From <= places) is { } behind)
            return Chosen(Exactly(behind), Exactly(behind).To);
        if (Subject is not null)
            return Chosen(Subject, end);
        return topic is not null && All.Count == 0 && (clause.HasAny(Meaning.It, Meaning.Them))
            ? (topic, end)
            : All.Count > 0
            ? (All[^1].Column, end)
            : null;
    }

    private (KnownColumn? Column, int End)? Chosen(Mention mention, int end)
    {
        IsFresh = false;
        Subject = mention;
        if (mention.Kind == MentionKind.One)
            return (mention.Columns[0], end);
        Trouble = Which(mention);
        return (null, end);
    }

    /// <summary>The column of how many tests were taken; null when there is none.</summary>
    public KnownColumn? Taken() => clause.Book.Columns.FirstOrDefault(column => column.Role == ColumnRole.TestsTaken);

    public int TestCount() => clause.Book.Columns.Count(column => column.IsTest && !column.IsMade);

    /// <summary>What a word for scores is about: "mark for the third test", "points in the oral exam" speak of the test.</summary>
    public Mention Exactly(Mention mention) =>
        mention is { IsGeneric: true, Kind: not MentionKind.One }
        && clause.Skip(mention.To, Meaning.In, Meaning.For, Meaning.On) is var exact
        && exact > mention.To
        && clause.MentionFrom(exact) is { Kind: MentionKind.One } specific ? specific : mention;
}
