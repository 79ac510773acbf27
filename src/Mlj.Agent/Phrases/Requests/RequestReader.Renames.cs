using System.Text.Json.Nodes;
using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Requests;

/// <summary>What gives a column another heading.</summary>
internal sealed partial class RequestReader
{
    // What leads from a column to its new heading.
    private static readonly Meanings Towards = Meanings.Of(
        Meaning.To, Meaning.As, Meaning.Into, Meaning.Called, Meaning.Be, Meaning.With, Meaning.For, Meaning.By);

    // What makes a new column, which the heading is then for.
    private static readonly Meanings Making = Meanings.Of(
        Meaning.Sort, Meaning.Random, Meaning.Bonus, Meaning.Remove, Meaning.Rank, Meaning.Competition, Meaning.Combine, Meaning.Formula, Meaning.Plus,
        Meaning.Minus, Meaning.Times, Meaning.Divided, Meaning.Multiply, Meaning.Divide, Meaning.Difference, Meaning.Pass, Meaning.Fail, Meaning.Extra,
        Meaning.Sum, Meaning.Average, Meaning.Max, Meaning.Min, Meaning.Median);

    private static bool IsSummed(Clause clause) => clause.HasSign("+", "*", "/");

    private static readonly Meanings Between = Towards | Meanings.Of(Meaning.Column, Meaning.Heading, Meaning.ThatIs, Meaning.It, Meaning.Rename, Meaning.Call,
        Meaning.Using, Meaning.New);

    private static bool IsRename(Clause clause)
    {
        if (clause.Says(Meaning.Rename))
            return true;
        // "turn test 2 into a letter grade" makes something of it.
        if (clause.Says(Meaning.Grade) && !IsMentioned(clause, Meaning.Grade) || clause.SaysAny(Meaning.Letter, Meaning.PassFail) || LabelsEach(clause))
            return false;
        if (clause.Leads(Meaning.Change) && clause.HasAny(Meaning.Heading, Meaning.Column) && clause.HasAny(Meaning.To, Meaning.Into, Meaning.Called))
            return true;
        if (clause.Mentions.Find(mention => mention.Kind == MentionKind.One) is not { } first)
            return false;
        // "give Index No a new heading: X".
        if (clause.Leads(Meaning.Add)
            && clause[clause.Lead].Is(Meaning.Tamper)
            && first.From == clause.Skip(clause.Lead + 1, Meaning.Column)
            && clause.Skip(first.To, Meaning.New, Meaning.Column) is var label
            && clause.IsAny(label, Meaning.Heading, Meaning.Call))
            return true;
        if (clause.Has(Meaning.New) && Replacement(clause, first) is null)
            return false;
        var to = clause.IndexOf(Meaning.To, clause.Lead + 1);
        if (clause.Leads(Meaning.Change)
            && to > 0
            && to + 1 < clause.Count
            && clause[to + 1] is { Number: null }
            && (clause[to + 1].IsCapital || clause[to + 1].IsQuoted)
            && clause.Mentions[0].To <= to)
            return true;
        if (SaysOnlyTo(clause))
            return true;
        // "call Tests Taken 'Sittings'".
        var call = clause.IndexOf(Meaning.Call);
        if (call >= 0
            && call == clause.Lead
            && !IsMentioned(clause, Meaning.Name)
            && clause.Skip(call + 1, Meaning.Column, Meaning.Heading) is var next
            && first.From <= next
            && first.From > call)
            return true;
        // "Student Name -> Name".
        if (first.From == clause.Skip(0)
            && first.To + 1 < clause.Count
            && clause[first.To].Is(Meaning.Into)
            && clause[first.To].End - clause[first.To].Start <= 2
            && clause[first.To + 1] is { IsCapital: true } or { Kind: TokenKind.Quoted }
            && !clause.Says(Meaning.Grade))
            return true;
        if (Replacement(clause, first) is not null)
            return true;
        return NewHeading(clause, first) is not null
            && !IsSummed(clause)
            && (!CollatedScores.AreAsked(clause) || clause.Skip(first.To, Meaning.Column, Meaning.Be) is var called && clause.Is(called, Meaning.Called))
            && !clause.Places.Any(at => clause[at] is { IsCapital: false } token && token.IsAny(Making) && clause.MentionAt(at) is null);
    }

    // "Full Name to Student" and no more.
    private static bool SaysOnlyTo(Clause clause) =>
        clause.Mentions.Find(mention => mention.IsSpecific && mention.From == clause.Skip(0)) is { To: var to }
        && !clause.HasLead
        && to + 1 < clause.Count
        && clause[to].Is(Meaning.To)
        && clause[to + 1] is { Number: null } and ({ IsCapital: true } or { Kind: TokenKind.Quoted })
        && clause.Tokens.Skip(to + 1).All(token => token.IsCapital && token.Kind != TokenKind.Sign || token.IsFiller);

    // "label averages below 65 FAILED and all others PASSED".
    private static bool LabelsEach(Clause clause) => clause.Says(Meaning.Pass) && clause.Says(Meaning.Fail) && clause.HasNumberOrComparison();

    // "the Exam heading should read X", "Total should be called X", "E-mail Address is too long a title, make it X": where the new heading begins; null when
    // the words speak of no heading.
    private static int? NewHeading(Clause clause, Mention column)
    {
        var isFirst = column.From == clause.Skip(0, Meaning.Column, Meaning.Heading, Meaning.Instead, Meaning.Of, Meaning.Tamper, Meaning.Change, Meaning.For);
        var speaks = clause.Places.Any(at => clause.MentionAt(at) is not { IsGeneric: false }
            && (clause[at].Is(Meaning.Heading) || clause[at].Is(Meaning.Call) && !clause[at].IsCapital))
            || Enumerable.Range(column.To, clause.Count - column.To).Any(at =>
                clause[at].Is(Meaning.Called)
                    && at <= clause.Skip(column.To, Meaning.Be, Meaning.Column)
                    && (isFirst || clause[at].Plain.Contains(' ') || clause.Is(at - 1, Meaning.Be)));
        if (!speaks)
            return null;
        var start = AfterConnectors(clause, column.To);
        if ((start is not { } said || !clause[said].IsCapital) && isFirst && clause.IndexOf(Meaning.It, column.To) is > 0 and var it && it + 1 < clause.Count)
            start = it + 1;
        var isBeside = column.From > 0 && clause[column.From - 1].Is(Meaning.Heading) && clause.IsFiller(column.To) && column.To + 1 < clause.Count;
        start ??= isBeside ? column.To + 1 : isFirst ? BehindHeading(clause, column.To) : null;
        return start is { } at
            && (clause[at].IsCapital || clause[at].IsQuoted)
            && clause[at].Number is null
            && (isFirst || isBeside || !clause.Leads(Meaning.Add) || clause[clause.Lead].Is(Meaning.Tamper))
            ? at
            : null;
    }

    // "for the column Department I want the heading Faculty".
    private static int? BehindHeading(Clause clause, int from)
    {
        var heading = clause.Skip(from);
        return heading > from && clause.Is(heading, Meaning.Heading) && clause.IsCapitalWord(heading + 1) && clause.MentionAt(heading + 1) is null or { IsGeneric: true } ? heading + 1 : null;
    }

    // Where the heading stands that another one gives way to.
    private static (int From, int To)? Replacement(Clause clause, Mention column) =>
        clause.Tokens.Any(token => token.IsAny(Meaning.Heading, Meaning.Call) && !token.IsCapital) ? Used(clause, column) ?? Wanted(clause, column) ?? Given(clause, column) : null;

    // "use Contact Mail as header in place of Email ID", "use 'Mean' as the new name for the average".
    private static (int From, int To)? Used(Clause clause, Mention column)
    {
        var use = clause.IndexOf(Meaning.Using);
        if (use < 0 || use > column.From || !clause.Tokens.Skip(use).Take(column.From - use).HasAny(Meaning.Instead, Meaning.For))
            return null;
        var from = clause.Skip(use + 1);
        var to = NameEnd(clause, from);
        return to > from && to <= column.From && clause.IsAny(to, Meaning.As, Meaning.For, Meaning.Instead) ? (from, to) : null;
    }

    // "instead of Oral Exam I want Colloquium as title".
    private static (int From, int To)? Wanted(Clause clause, Mention column)
    {
        var before = column.From - 1;
        while (clause.IsFiller(before) || clause.IsAny(before, Meaning.Of, Meaning.Column, Meaning.Heading))
            before--;
        if (!clause.Is(before, Meaning.Instead))
            return null;
        foreach (var from in clause.Places.Where(at => !column.Covers(at) && (clause[at] is { IsCapitalWord: true, IsFiller: false } || clause[at].IsQuoted)))
            if (NameEnd(clause, from) is var to && clause.Is(to, Meaning.As) && clause.IsAny(clause.Skip(to + 1, Meaning.New), Meaning.Heading, Meaning.Call))
                return (from, to);
        return null;
    }

    // "I want the heading Faculty for the column Department".
    private static (int From, int To)? Given(Clause clause, Mention column)
    {
        var heading = clause.FindIndex(0, token => token is { IsCapital: false } && token.Is(Meaning.Heading));
        var to = NameEnd(clause, heading + 1);
        return heading >= 0 && to > heading + 1 && clause.Is(to, Meaning.For) && clause.Skip(to + 1, Meaning.Column) == column.From
            && !clause.Tokens.Any(token => token is { IsCapital: false } && token.IsAny(Making)) && column.Columns[0].Number is null
            ? (heading + 1, to) : null;
    }

    private static int NameEnd(Clause clause, int from)
    {
        var to = from;
        while (to < clause.Count && (clause[to].IsCapitalWord || clause[to].IsQuoted))
            to++;
        return to;
    }

    private static int? AfterConnectors(Clause clause, int at)
    {
        var isSaid = false;
        while (at < clause.Count
            && (clause[at].IsAny(Between) || clause[at].IsSign(":", "=", "-", ">", ",") || clause[at].IsFiller)
            && !(clause[at].IsCapital && isSaid))
        {
            isSaid |= clause[at].IsAny(Towards)
                || clause[at].IsAny(Meaning.Using, Meaning.Rename)
                || clause[at] is { IsCapital: false } token && token.Is(Meaning.Call) && token.Is(Meaning.Name)
                || clause[at].Kind == TokenKind.Sign;
            at++;
        }
        return isSaid && at < clause.Count ? at : null;
    }

    private Trouble? Rename(Clause clause)
    {
        if (clause.UnknownMention is { } unknown)
            return Unknown(clause, unknown.From, unknown.To, clause.Book.Columns);
        var mention = clause.Mentions.Find(each =>
            !(each.IsGeneric && clause.Under(each).All(token => token.IsAny(Meaning.Column, Meaning.Heading))) && !Precedes(clause, each));
        if (mention is null)
            return RenameTopic(clause);
        if (mention.Kind != MentionKind.One && Respectively(clause, mention) is not { Count: > 0 })
            return Which(clause, mention);
        if (Respectively(clause, mention) is { Count: > 0 } pairs)
            return pairs.Select(pair => Rename(pair.Column, pair.Name)).FirstOrDefault(trouble => trouble is not null);
        var old = mention.Columns[0];
        if (Replacement(clause, mention) is var (begin, finish))
            return Rename(old, clause[begin].Content ?? clause.Text(begin, finish));
        var said = NewHeading(clause, mention) ?? AfterConnectors(clause, mention.To);
        // "English is really Literature, rename it to Literature".
        if (Enumerable.Range(mention.To, clause.Count - mention.To).FirstOrDefault(index =>
            clause[index].Is(Meaning.Rename)
                && !clause[index].IsCapital
                && clause.Skip(index + 1, Meaning.It) is var name
                && clause.IsAny(name, Towards), -1) is > 0 and var again)
            said = clause.Skip(again + 1, Meaning.It, Meaning.To, Meaning.As, Meaning.Into);
        var at = said ?? clause.Skip(mention.To, Meaning.Column, Meaning.Heading);
        if (at >= clause.Count || said is null && clause[at].Kind != TokenKind.Quoted && !clause.Leads(Meaning.Call) && !clause[at].IsCapital)
            return new Trouble("rename_to_what", old.Name);
        var (end, more) = EndOfHeading(clause, at);
        var name = clause[at].Content is { } content && (end - at == 1 || clause[at].IsQuoted) ? content : clause.Text(at, end);
        // What is wished besides a quoted name is not left out.
        if (clause[at].IsQuoted
            && Enumerable.Range(at + 1, (more ?? clause.Count) - at - 1).Any(index =>
                clause[index] is { Kind: TokenKind.Word } word && word.IsUncertain))
            return new Trouble("what_to_do");
        if (Rename(old, name) is { } trouble)
            return trouble;
        return more is { } next ? Rename(new Clause(message, [.. clause.Tokens.Skip(next)], _book)) : null;
    }

    // "rename that column to X", of the column that was spoken of.
    private Trouble? RenameTopic(Clause clause)
    {
        if (_topic is not { } topic || _book.Find(topic.Name) is null || clause.IndexOf(Meaning.It) is not (>= 0 and var it) || AfterConnectors(clause, it + 1) is not { } at)
            return new Trouble("rename_what");
        var (end, _) = EndOfHeading(clause, at);
        return Rename(topic, end - at == 1 && clause[at].Content is { } content ? content : clause.Text(at, end));
    }

    private Trouble? Rename(KnownColumn column, string name)
    {
        if (_book.Find(name) is not null)
            return new Trouble("name_taken", name);
        _steps.Add(new StepDraft("rename_column", new JsonObject { ["old_name"] = column.Name, ["new_name"] = name }));
        _book = _book.Renamed(column.Name, name);
        _topic = _book.Find(name) is { IsText: false } renamed ? renamed : _topic;
        return null;
    }

    // Where the new heading ends, and where another column and its new heading begin: "A as B and C as D".
    private static (int End, int? More) EndOfHeading(Clause clause, int from)
    {
        var end = clause.Count;
        int? more = null;
        for (var at = from + 1; at < clause.Count && more is null && end == clause.Count; at++)
        {
            if (!(clause[at].Is(Meaning.And) || clause[at].IsSign(",", "&")))
                continue;
            var next = clause.Skip(at + 1, Meaning.Column, Meaning.And);
            if (clause.MentionFrom(next) is { Kind: MentionKind.One } other && AfterConnectors(clause, other.To) is not null)
                (end, more) = (at, at + 1);
            else if (clause[at].IsSign(",")
                && clause.Tokens.Skip(at + 1).All(token => !token.IsCapital && token.Kind == TokenKind.Word && token.Number is null)
                || clause[at].IsSign(",")
                    && clause.Tokens.Skip(at + 1).Any(token => token.IsAny(Meaning.Heading, Meaning.Change, Meaning.Rename) && !token.IsCapital))
                end = at;
        }
        while (end - from > 1
            && (clause[end - 1].Kind == TokenKind.Sign && clause[end - 1].Plain is not (")" or "%")
                || clause[end - 1] is { IsCapital: false } join && join.Is(Meaning.And)
                || clause[end - 1] is { IsCapital: false } last && (last.Is(Meaning.Instead) || last.IsFiller)))
            end--;
        return (end, more);
    }

    // "A and B to X and Y": as many names as columns.
    private static List<(KnownColumn Column, string Name)> Respectively(Clause clause, Mention first)
    {
        var joint = clause.FindIndex(first.To, token => token.IsAny(Meaning.To, Meaning.As, Meaning.Into) && !token.IsCapital);
        var columns = clause.Mentions.Where(mention =>
            mention.From >= first.From
                && mention.To <= joint
                && mention.Kind is MentionKind.One or MentionKind.Many).SelectMany(mention => mention.Columns).ToList();
        if (joint < 0 || columns.Count < 2)
            return [];
        var names = new List<string>();
        var from = joint + 1;
        for (var at = joint + 1; at <= clause.Count; at++)
            if (at == clause.Count || clause[at].Is(Meaning.And) || clause[at].IsSign(",") || clause[at].IsFiller && !clause[at].IsCapital)
            {
                if (at > from)
                    names.Add(at - from == 1 && clause[from].Content is { } content ? content : clause.Text(from, at));
                from = at + 1;
            }
        return names.Count == columns.Count ? [.. columns.Zip(names)] : [];
    }

    // In "rename to Foo" what stands behind "to" is the new name.
    private static bool Precedes(Clause clause, Mention mention) =>
        clause.Skip(clause.Lead + 1) is var next && clause.IsAny(next, Meaning.To, Meaning.Into, Meaning.As) && mention.From > next;
}
