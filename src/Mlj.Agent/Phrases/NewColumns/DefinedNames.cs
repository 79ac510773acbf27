using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.NewColumns;

/// <summary>Names in front of what the column holds: "Total = CA1 + CA2", "compute X as ...", "create Quiz 4 with random results".</summary>
internal static class DefinedNames
{
    /// <summary>"create Quiz 4 with random results".</summary>
    public static bool BeforeAtRandom(Clause clause)
    {
        var from = clause.Skip(clause.Lead + 1, Meaning.Column, Meaning.New);
        if (!clause.Leads(Meaning.Add) || !clause.Says(Meaning.Random) || !clause.IsCapitalWord(from) || clause[from].Is(Meaning.Random))
            return false;
        var to = from + 1;
        while (to < clause.Count
            && (clause[to].IsCapitalWord || clause[to] is { Kind: TokenKind.Number, IsPercent: false } && char.IsAsciiDigit(clause[to].Plain[0])))
            to++;
        if (!clause.IsAny(to, Grammar.NameEnds | Meanings.Of(Meaning.Random)) || clause.Book.Alike(clause.Text(from, to)) is not null)
            return false;
        clause.TakeName(clause.Text(from, to), from, to);
        return true;
    }

    /// <summary>"add Quiz 1 Percent which is Quiz 1 multiplied by 10".</summary>
    public static bool BeforeDefinition(Clause clause)
    {
        var from = clause.Skip(clause.Lead + 1, Meaning.Column, Meaning.New);
        if (!clause.LeadsAny(Meaning.Add, Meaning.Show, Meaning.Formula) || from >= clause.Count || !clause[from].IsCapital)
            return false;
        var joiner = from + 1;
        while (joiner < clause.Count
            && joiner - from <= NameStretch.LongestName
            && !(clause[joiner] is { IsCapital: false } token && (token.IsAny(Meaning.ThatIs, Meaning.By, Meaning.As) || token.IsSign("=", ":"))))
            joiner++;
        var to = joiner;
        while (to > from && clause[to - 1].IsSign(","))
            to--;
        if (joiner >= clause.Count
            || to <= from
            || !Enumerable.Range(from, to - from).All(at => IsOfDefinedName(clause[at]))
            || clause.Book.Alike(clause.Text(from, to)) is not null
            || new FormulaReader(clause).Find(joiner + 1) is null)
            return false;
        clause.TakeName(clause.Text(from, to), from, to);
        return true;
    }

    private static bool IsOfDefinedName(Token token) =>
        token.Kind is TokenKind.Number or TokenKind.Column || token.Kind == TokenKind.Word && (token.IsCapital || token.IsFiller || token.Is(Meaning.Of));

    /// <summary>"add Test 2 Points = Test 2 Score / 100".</summary>
    public static bool BeforeEqualsOfAdded(Clause clause)
    {
        var from = clause.Skip(clause.Lead + 1, Meaning.Column, Meaning.New);
        if (!clause.Leads(Meaning.Add)
            || from >= clause.Count
            || clause.FindIndex(from, token => token.IsSign("=")) is var to && (to <= from || to - from > NameStretch.LongestName)
            || !clause[from].IsCapital
            || !Enumerable.Range(from, to - from).All(at => clause[at].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Column)
            || clause.Book.Alike(clause.Text(from, to)) is not null)
            return false;
        clause.TakeName(clause.Text(from, to), from, to);
        return true;
    }

    /// <summary>"Total = CA1 + CA2".</summary>
    public static bool BeforeEqualsAlone(Clause clause)
    {
        if (clause.Count <= 2
            || NameStretch.BeforeEquals(clause, 0) is not { } sign
            || !clause.Tokens.Take(sign).All(token =>
                token.IsUnknown || token.IsMended || token.IsCapital && (sign == 1 || !token.IsAny(Grammar.Leads)))
            || clause.Mentions.Exists(mention => mention.From < sign && mention.Kind != MentionKind.Unclear))
            return false;
        clause.TakeName(NameStretch.Text(clause, 0, sign), 0, sign);
        return true;
    }

    /// <summary>"create X as", "make X:", "compute X =", "calculate X by".</summary>
    public static bool BeforeFormula(Clause clause)
    {
        for (var at = 1; at < clause.Count; at++)
        {
            var token = clause[at];
            if (!(token.IsSign("=", ":") || token.IsAny(Meaning.As, Meaning.By, Meaning.ThatIs, Meaning.Be)))
                continue;
            if (IsBeforeExpression(clause, at))
                return true;
            if (token.Is(Meaning.Be) && !token.Is(Meaning.ThatIs))
                continue;
            var from = at;
            while (from > 0 && NameStretch.IsFresh(clause, from - 1) && !clause[from - 1].IsAny(Grammar.Articles))
                from--;
            if (from < at
                && (from == 0 || clause[from - 1].IsAny(Grammar.Articles) || clause[from - 1].IsAny(Grammar.Leads))
                && (from > 0 || token.IsSign("="))
                && (clause.HasAny(Meaning.Add, Meaning.Formula, Meaning.New) || token.IsSign("=")))
            {
                clause.TakeName(NameStretch.Text(clause, from, at), from, at);
                return true;
            }
        }
        return false;
    }

    // "Composite should be 20% of CA1 and ...", "add Improvement, which is test 3 minus test 1".
    private static bool IsBeforeExpression(Clause clause, int joiner)
    {
        var to = joiner;
        while (to > 0 && (clause[to - 1].IsSign(",") || clause[to - 1].Is(Meaning.That) && clause[joiner].Is(Meaning.Be)))
            to--;
        var from = to;
        while (from > 0
            && to - from < NameStretch.LongestName
            && clause[from - 1] is { Kind: TokenKind.Word or TokenKind.Quoted, IsCapital: true, Number: null } or { Kind: TokenKind.Word, Means.IsEmpty: true }
            && (clause.MentionAt(from - 1) is null || to - from > 0 || clause[joiner].IsSign("=") || clause[joiner].Is(Meaning.Ought) || clause.MentionAt(from - 1) is { IsGeneric: true })
            && !(clause[from - 1].IsAny(Grammar.Leads) && from == 1))
            from--;
        if (from == to || clause.Book.Alike(clause.Text(from, to)) is not null || new FormulaReader(clause).Find(joiner + 1) is null)
            return false;
        clause.TakeName(NameStretch.Text(clause, from, to), from, joiner + 1);
        return true;
    }
}
