using System.Text.Json.Nodes;
using Mlj.Pipeline;
using Mlj.Questions;
using Mlj.Tables;

namespace Mlj.Agent.Phrases;

/// <summary>Reads a message clause by clause into steps, or into what is unclear about it. Used once, by one thread.</summary>
/// <param name="catalog">The actions that there are.</param>
/// <param name="message">The message.</param>
/// <param name="book">The columns at the start.</param>
/// <param name="topic">The column that "it" means at the start; null for none.</param>
internal sealed partial class RequestReader(ActionCatalog catalog, string message, ColumnBook book, KnownColumn? topic)
{
    private const int MostSteps = 20;

    private readonly List<StepDraft> _steps = [];
    private ColumnBook _book = book;
    private KnownColumn? _topic = topic;

    // What "there" means.
    private KnownColumn? _place;

    // Whether the clause only asked what the next one wishes, and whether the one before did.
    private bool _leadsOn;

    // Whether a remark said that less is better.
    private bool _isLowBest;
    private bool _isAsked;

    // The columns that the step just read is for too: "by test 1 and also by test 2".
    private List<KnownColumn> _others = [];

    /// <summary>The steps so far.</summary>
    public IReadOnlyList<StepDraft> Steps => _steps;

    /// <summary>The question about the table; null when there is none.</summary>
    public TableQuestion? Question { get; private set; }

    /// <summary>Looks at what is said around the wish: it may name what "there" means, and what must be refused is refused.</summary>
    public Trouble? Heed(IReadOnlyList<List<Token>> remarks)
    {
        foreach (var tokens in remarks)
        {
            var remark = new Clause(message, tokens, _book);
            if (Unsafe(remark) is { } trouble)
                return trouble;
            _place = remark.Mentions.Find(mention => mention.IsSpecific && !mention.Columns[0].IsText)?.Columns[0] ?? _place;
            // "Company is confidential, so take that column off".
            if (_topic is null && remark.Mentions is [{ Kind: MentionKind.One, IsGeneric: false } about])
                (_topic, _leadsOn) = (about.Columns[0], true);
        }
        return null;
    }

    /// <summary>Reads all clauses.</summary>
    /// <returns>What stands in the way of the steps; null when nothing does.</returns>
    public Trouble? Read(IReadOnlyList<List<Token>> clauses)
    {
        // "remove Exam, no wait, CA1": who takes words back in one breath is asked.
        if (clauses.SelectMany(tokens => tokens).Skip(1).Any(token => token.Is(Meaning.No) && !token.Is(Meaning.Number) && !token.Is(Meaning.Without) && token is { Kind: TokenKind.Word, IsMended: false, IsCapital: false }))
            return UnsafeLater(clauses, -1) ?? new Trouble("what_instead");
        for (var index = 0; index < clauses.Count; index++)
        {
            if (_steps.Count > MostSteps)
                return new Trouble("too_many_steps");
            var clause = new Clause(message, clauses[index], _book);
            if (Unsafe(clause) is { } unsafeRequest)
                return unsafeRequest;
            // "just for testing, ..." says why.
            if (index + 1 < clauses.Count && clause.Count is > 2 and < 6 && clause[0].Is(Meaning.Only) && clause[1].Is(Meaning.For) && !clause.HasNumberOrComparison())
                continue;
            // What follows an empty column and only says that it stays empty asks for nothing more.
            if (_steps is [.., { Action: "add_column" } added] && added.Params["default_value"]?.ToString() is "" && clause.Has(Meaning.Blank) && !clause.Mentions.Exists(mention => mention.IsSpecific && !mention.Columns[0].IsMade))
                continue;
            if (IsRemark(clause, clauses, index))
                continue;
            // "show the grades" behind what makes them.
            if (_steps.Count > 0 && (clause.Leads(Meaning.Show) || clause.Leads(Meaning.Add) && !clause.Has(Meaning.Column) && clause.NewName is null) && clause.Count < 8 && clause.Tokens.All(token => token.Kind == TokenKind.Sign || token.IsFiller || token == clause[clause.Lead] || token.IsAny(Meaning.Grade, Meaning.Status, Meaning.Rank, Meaning.It, Meaning.Them, Meaning.Letter, Meaning.Table)) && clause.Mentions.TrueForAll(mention => mention.IsGeneric || mention.Columns[0].IsMade))
                continue;
            // "update the heading" behind what renames it; "hide the rest" behind what keeps some.
            if (_steps is [.., { Action: "rename_column" }] && (clause.Says(Meaning.Rename) || clause.Leads(Meaning.Change)) && clause.Mentions.TrueForAll(mention => mention.IsGeneric) && clause.Count < 8)
                continue;
            if (_steps is [.., { Action: "filter_data" }] && (clause.LeadsAny(Meaning.Hide, Meaning.Remove, Meaning.Keep)) && clause.Tokens.All(token => token.Kind == TokenKind.Sign || token.IsFiller || token == clause[clause.Lead] || token.IsAny(Meaning.Otherwise, Meaning.Person, Meaning.All, Meaning.Only)) && (clause.HasAny(Meaning.Otherwise, Meaning.Person)))
                continue;
            // "we don't want the test accounts, so remove all rows that ..." says why first.
            if (clause.Leads(Meaning.Remove) && index + 1 < clauses.Count && clause[clause.Lead].Plain.Contains(' ') && new Clause(message, clauses[index + 1], _book) is var own && own.Leads(Meaning.Remove) && (own.Mentions.Exists(mention => !mention.IsGeneric) || own.Has(Meaning.Row)))
                continue;
            // "..., but leave Surname where it is" behind what is removed asks for nothing more.
            if (clause.Leads(Meaning.Keep) && _steps is [.., { Action: "remove_column" }] && !clause.Tokens.Any(token => token.Number is not null || token.IsAny(Grammar.Comparisons | Meanings.Of(Meaning.Person, Meaning.Row, Meaning.With, Meaning.Without))))
                continue;
            // "the addresses must not go to the examiners, so strip that column out".
            if (LeadsIn(clause, clauses, index) is { } topic)
            {
                (_topic, _leadsOn) = (topic, true);
                _isLowBest = clause.IndexOf(Meaning.Low) is >= 0 and var low && clause.IndexOf(Meaning.High) > low;
                continue;
            }
            if (index + 1 < clauses.Count && clause.Count < 6 && clause[0].Is(Meaning.For) && !clause.HasLead && clause.Mentions.Count == 0 && !clause.Tokens.Any(token => token.Number is not null || token.Is(Meaning.Person)))
                continue;
            // "do not delete the exam column" asks for nothing.
            if (IsForbidden(clause))
            {
                if (index + 1 == clauses.Count && _steps.Count == 0)
                    return new Trouble("what_instead");
                continue;
            }
            var before = _steps.Count;
            _isAsked = _leadsOn;
            _leadsOn = false;
            var trouble = ReadClause(clause, clauses, index);
            if (trouble is not null)
                return UnsafeLater(clauses, index) ?? trouble;
            if (Question is not null)
                return _steps.Count > 0 || clauses.Count > 1 && index + 1 < clauses.Count && !IsIdle(clauses[index + 1]) ? new Trouble("question_or_change") : null;
            if (before == _steps.Count && !IsIdle(clauses[index]) && !_leadsOn)
                return UnsafeLater(clauses, index) ?? NotUnderstood(clause);
        }
        return _steps.Count == 0 ? NotUnderstood(new Clause(message, [.. clauses.SelectMany(each => each)], _book)) : null;
    }

    // What must be refused is refused, though something before it is unclear.
    private Trouble? UnsafeLater(IReadOnlyList<List<Token>> clauses, int index) =>
        clauses.Skip(index + 1).Select(tokens => Unsafe(new Clause(message, tokens, _book))).FirstOrDefault(trouble => trouble is not null);

    private static bool IsForbidden(Clause clause)
    {
        var before = clause.Lead - 1;
        while (before >= 0 && clause[before].IsFiller && !clause[before].Is(Meaning.Not))
            before--;
        return clause.HasLead && before >= 0 && clause[before].Is(Meaning.Not) && clause[clause.Lead].IsAny(Grammar.Verbs) && !clause.Tokens.Take(before).HasAny(Meaning.Person, Meaning.Who);
    }

    // "this is the exams office", "nobody reads it": words around a request that ask for nothing, as they name no column and no number.
    private bool IsRemark(Clause clause, IReadOnlyList<List<Token>> clauses, int index)
    {
        if (clauses.Count > 1 && clause.Count < 5 && clause.Tokens.All(token => token.Kind == TokenKind.Sign || token.Kind == TokenKind.Word && (token.IsUnknown || token.IsFiller)) && clause.Mentions.Count == 0)
            return true;
        if (clauses.Count == 1 || index == clauses.Count - 1 && _steps.Count == 0 || clause.Tokens.Any(token => token.Number is not null || token.Kind is TokenKind.Quoted or TokenKind.Column || token.IsSign("?")) || clause.Mentions.Exists(mention => mention is { Kind: not MentionKind.Unclear, IsGeneric: false }))
            return false;
        var acts = clause.Places.FirstOrDefault(at => clause[at].IsAny(Doing) && !clause[at].IsFiller && !(clause[at].Is(Meaning.Only) && at + 1 < clause.Count && clause[at + 1].IsUnknown), -1);
        // Somebody does it, whom the request does not ask: "the bursar keeps that".
        var subject = clause[0].Is(Meaning.Vague) || Enumerable.Range(0, Math.Min(4, clause.Count - 1)).Any(at => (clause[at].IsAny(Meaning.It, Meaning.Only) || clause[at].IsFiller) && clause[at + 1] is { Kind: TokenKind.Word } next && (next.IsUnknown || next.Is(Meaning.Be) || next.IsMended));
        return subject && (acts < 0 || acts > 0 && clause[acts - 1] is { Kind: TokenKind.Word } before && (before.IsUnknown || before.Is(Meaning.To) && acts > 1 && clause[acts - 2].IsUnknown));
    }

    // A remark about a column that the next wish is about.
    private KnownColumn? LeadsIn(Clause clause, IReadOnlyList<List<Token>> clauses, int index) =>
        index + 1 < clauses.Count && clause.Mentions is [{ Kind: MentionKind.One, IsGeneric: false } mention] && !clause.Tokens.Any(token => token.Number is not null || token.IsAny(Doing) && !token.IsFiller && clause.MentionAt(clause.Tokens.ToList().IndexOf(token)) is null)
            && new Clause(message, clauses[index + 1], _book) is var next && !next.Mentions.Exists(each => !each.IsGeneric) && (next.HasAny(Meaning.It, Meaning.Them)) ? mention.Columns[0] : null;

    private static readonly Meanings Doing = Grammar.Verbs | Grammar.NounVerbs | Grammar.Comparisons | Meanings.Of(Meaning.Clear, Meaning.Tamper, Meaning.Send, Meaning.Bonus, Meaning.Pass, Meaning.Fail, Meaning.Grade, Meaning.Who, Meaning.What, Meaning.HowMany, Meaning.Letter, Meaning.Alphabetical, Meaning.Descending, Meaning.Ascending, Meaning.First, Meaning.Last, Meaning.Without, Meaning.Missed, Meaning.Median, Meaning.Max, Meaning.Min);

    // Courtesies and remarks that ask for nothing.
    private static bool IsIdle(IReadOnlyList<Token> tokens) =>
        tokens.All(token => token.Kind == TokenKind.Sign || token.IsFiller || token is { Kind: TokenKind.Word, Means.IsEmpty: true, IsCapital: false } && token.End - token.Start <= 2 || token.IsAny(Meaning.Also, Meaning.Then, Meaning.No));

    private Trouble? ReadClause(Clause clause, IReadOnlyList<List<Token>> clauses, int index)
    {
        var wishes = clause.Tokens.Skip(1).Any(token => token.IsSign(",")) && clauses[index].Any(token => token.Start == token.End);
        if (IsQuestion(clause) && !IsForEach(clause) && !(clause.HasSign(":") && new FormulaReader(clause, _topic).Find() is not null) && !wishes && !ListsInOrder(clause) && !(clause.Has(Meaning.Column) && (clause.Has(Meaning.Add) || clause.Has(Meaning.Called) && Ranks(clause))))
        {
            // A question before a wish about the same only leads to it.
            if (LeadsOn(clause, clauses, index))
            {
                _topic = clause.Mentions.Find(mention => mention.Kind == MentionKind.One)?.Columns[0] ?? _topic;
                _leadsOn = true;
                return null;
            }
            return Ask(clause);
        }
        var before = _steps.Count;
        if (Do(clause) is { } trouble)
            return trouble;
        foreach (var other in _others)
            Repeat(other, clause);
        _others = [];
        return Leftover(clause, before);
    }

    // "what letter does each student get?", "what is the total of all tests for each pupil?" ask for a column.
    private static bool IsForEach(Clause clause) => clause.Places.Any(at => clause[at].Is(Meaning.All) && !clause[at].Is(Meaning.Person) && clause.Skip(at + 1) is var next && clause.Is(next, Meaning.Person) || clause[at].Plain is "each one")
        && (clause.Says(Meaning.Letter) || Grades(clause) || Ranks(clause) || (MethodAt(clause) is not null || clause.Says(Meaning.Combine)) && Collated(clause).Count > 1) && !clause.Has(Meaning.HowMany) && !clause.Has(Meaning.Who);

    private static bool LeadsOn(Clause clause, IReadOnlyList<List<Token>> clauses, int index) =>
        index + 1 < clauses.Count && clauses[index + 1].HasAny(Grammar.Verbs) && !clause.Has(Meaning.HowMany);

    private Trouble? Do(Clause clause)
    {
        Trouble? trouble;
        if (Chooses(clause) is { } choice)
            return choice;
        if (_steps.Count > 0 && IsSameAgain(clause) && !(Grades(clause) || Ranks(clause)))
            return Again(clause);
        if (clause.Leads(Meaning.Action) && !(clause.HasSign(":") && new FormulaReader(clause, _topic).Find() is not null) && !(clause[clause.Lead].IsCapital && clause.Lead > 0 && clause[clause.Lead - 1].Is(Meaning.Column)) && !clause.HasSign("=") && !(Grades(clause) && (clause.Says(Meaning.Letter) || clause.Places.Count(at => Letter(clause, at) is not null) >= 3)) && Special(clause, out trouble))
            return trouble;
        if (clause.Says(Meaning.Random) && !IsMentioned(clause, Meaning.Random) && !clause.Leads(Meaning.Remove) && !clause.Leads(Meaning.Sort) && !clause.Leads(Meaning.Hide) && !clause.Leads(Meaning.Rename) && (!clause.Leads(Meaning.Keep) || clause.Has(Meaning.New)) && !(clause.LeadsAny(Meaning.Grade, Meaning.Rank, Meaning.PassFail)))
        {
            NameReader.Read(clause);
            return Random(clause);
        }
        // "mocks attempted bonus", "extra points for participation".
        if ((clause.Says(Meaning.Bonus) || clause.Says(Meaning.Extra) && (clause.Says(Meaning.Participation) || clause.Mentions.Exists(mention => mention.Kind == MentionKind.One && mention.Columns[0].Role == ColumnRole.TestsTaken)) && !clause.Tokens.Any(token => token.Number is not null && clause.MentionAt(clause.Tokens.ToList().IndexOf(token)) is null)) && (clause.HasAny(Meaning.TestsTaken, Meaning.Participation) || clause.Mentions.Exists(mention => mention.Kind == MentionKind.One && mention.Columns[0].Role == ColumnRole.TestsTaken)) && !clause.Leads(Meaning.Remove) && !clause.Leads(Meaning.Sort) && !clause.Leads(Meaning.Rename) && !IsMentioned(clause, Meaning.Bonus) && !(clause.Tokens.Any(token => token.IsSign("+") || token.Is(Meaning.Plus)) && clause.HasNumber()))
        {
            NameReader.Read(clause);
            return Bonus(clause);
        }
        if (IsRename(clause))
            return Rename(clause);
        var removes = clause.Leads(Meaning.Remove) && !clause.Leads(Meaning.Keep) || clause.Leads(Meaning.Clear) && clause.Has(Meaning.Column) && clause.HasSpecificMention;
        // "take 10 away from Round 3", "a new column Gap, test 1 take away test 3" compute; "find X by dividing A by B" shows no rows.
        if (removes && clause.Leads(Meaning.Minus) && (clause.Tokens.Any(token => token.Number is not null && clause.MentionAt(clause.Tokens.ToList().IndexOf(token)) is null) || clause.Says(Meaning.New)) || clause.Leads(Meaning.Show) && (clause.SaysAny(Meaning.Divide, Meaning.Multiply, Meaning.Difference)))
        {
            NameReader.Read(clause);
            if (new FormulaReader(clause, _topic).Find() is { } less)
                return AddFormula(clause, less);
        }
        // "the table without the final average column".
        if (clause.Says(Meaning.Without) && clause.Has(Meaning.Column) && !removes && !clause.Leads(Meaning.Hide) && !clause.Tokens.Any(token => token.IsAny(Meaning.Person, Meaning.Row, Meaning.Who) || token.Number is not null) && clause.Mentions is [{ Kind: MentionKind.One }] && !clause.Has(Meaning.New))
            return Remove(clause);
        var named = new Clause(message, clause.Tokens, clause.Book);
        if (!removes && (clause.LeadsAny(Meaning.Show, Meaning.Keep, Meaning.Only)))
            NameReader.Read(named);
        var isSortLed = clause.Leads(Meaning.Sort) || clause.Says(Meaning.Sort) && !clause.Leads(Meaning.Add) || ListsInOrder(clause);
        if (isSortLed && !removes && !clause.Leads(Meaning.Rank))
            return Sort(clause);
        if (removes)
            return Remove(clause);
        if (clause.Leads(Meaning.Hide) && clause.Mentions.Find(mention => mention.Kind == MentionKind.One) is { } hidden && !(hidden.From > 0 && clause[hidden.From - 1] is { IsCapital: true, Means.IsEmpty: true } or { Kind: TokenKind.Quoted }) && !(hidden.To < clause.Count && clause[hidden.To] is { IsCapital: true, Means.IsEmpty: true } or { Kind: TokenKind.Quoted }) && !clause.Tokens.Any(token => token.Number is not null || token.IsAny(Meaning.Person, Meaning.Row, Meaning.Who, Meaning.With, Meaning.Contains, Meaning.Starts, Meaning.Ends)))
            return Remove(clause);
        if (clause.LeadsAny(Meaning.Hide, Meaning.Except))
            return Filter(clause, isNegative: true);
        if (clause.Leads(Meaning.Show) && Raised(clause) is var (gained, more))
        {
            NameReader.Read(clause);
            return AddFormula(clause, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"[{gained.Name}] + {more}"));
        }
        if (clause.Leads(Meaning.Show) && clause.Says(Meaning.Bonus) && !IsMentioned(clause, Meaning.Bonus) && !clause.HasNumber())
            return Bonus(clause);
        if (clause.Leads(Meaning.Show) && Grades(clause) && !clause.Says(Meaning.Only) && !clause.Has(Meaning.Who) && !clause.HasAny(Grammar.Comparisons) && (clause.Says(Meaning.Letter) || clause.Has(Meaning.All) || Bounds(clause)))
        {
            NameReader.Read(clause);
            return Grade(clause);
        }
        // "see positions based on the average" wishes for them.
        if (clause.Leads(Meaning.Show) && clause.Says(Meaning.Rank) && !IsMentioned(clause, Meaning.Rank) && !clause.Says(Meaning.Only) && !clause.Has(Meaning.Who) && !clause.Tokens.Any(token => token.Number is not null || token.Ordinal is not null || token.IsAny(Grammar.Comparisons)))
        {
            NameReader.Read(clause);
            return Rank(clause);
        }
        var judges = clause.Says(Meaning.Threshold) && !clause.HasLead && clause.HasSpecificMention || clause.Says(Meaning.PassFail) || clause.Says(Meaning.Pass) && clause.Says(Meaning.Fail) || clause.Says(Meaning.Threshold) && (clause.SaysAny(Meaning.Pass, Meaning.Fail));
        if ((clause.LeadsAny(Meaning.Keep, Meaning.Only, Meaning.Show, Meaning.List)) && !judges && !IsMaking(clause) && !(named.NewName is not null && clause.Has(Meaning.Column)) && !IsOnTop(clause) && !(Collates(clause) && (!clause.Says(Meaning.Only) || clause.Lead == clause.Count - 1) && !clause.Places.Where(at => clause.MentionAt(at) is null).Select(at => clause[at]).Any(token => token.Number is not null && token.Kind == TokenKind.Number && token.Ordinal is null || token.IsAny(Grammar.Comparisons)) && !clause.Says(Meaning.Who)))
            return Filter(clause, isNegative: false);
        NameReader.Read(clause);
        if (clause.Says(Meaning.Action) && !Grades(clause) && Special(clause, out trouble))
            return trouble;
        if (clause.Says(Meaning.Random) && !IsMentioned(clause, Meaning.Random))
            return Random(clause);
        if (IsMaking(clause) || clause.Tokens.Any(token => token.IsSign("=") || token.IsSign(":")) || clause.NewName is not null || clause.SaysAny(Meaning.Formula, Meaning.Difference, Meaning.Divide, Meaning.Multiply))
        {
            if (!clause.Says(Meaning.Grade) && new FormulaReader(clause, _topic).Find() is { } formula)
                return IsSum(clause, formula) is { } summed ? CollateSum(clause, summed) : AddFormula(clause, formula);
            if (TryWrittenFormula(clause, out var written))
                return written;
        }
        if (Raised(clause) is var (raised, amount))
            return AddFormula(clause, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"[{raised.Name}] + {amount}"));
        if (judges && !Bounds(clause) || (clause.SaysAny(Meaning.Pass, Meaning.Fail)) && (IsMaking(clause) || clause.Says(Meaning.Score) || !clause.Says(Meaning.Who)))
            return PassFail(clause);
        if (Ranks(clause))
            return Rank(clause);
        if (Grades(clause))
            return Grade(clause);
        if (clause.Says(Meaning.Bonus) && !IsMentioned(clause, Meaning.Bonus) || clause.Says(Meaning.Reward) && (clause.HasAny(Meaning.Participation, Meaning.TestsTaken)))
            return Bonus(clause);
        if (Collates(clause))
            return Collate(clause);
        if (IsOnTop(clause) || clause.SaysAny(Meaning.Alphabetical, Meaning.Descending, Meaning.Ascending))
            return Sort(clause);
        if ((IsMaking(clause) || !clause.HasLead || clause.Leads(Meaning.Only) && clause.Has(Meaning.Column)) && (clause.HasAny(Meaning.Column, Meaning.Heading) || clause.NewName is not null && IsMaking(clause)) && !(clause.NewName is null && !clause.HasLead) && !(clause.NewName is null && clause.Has(Meaning.Who)))
            return AddColumn(clause);
        // "Session column, 2025/2026 for everyone".
        if (!clause.HasLead && clause.Has(Meaning.Column) && clause.NewName is not null && (clause.Has(Meaning.Blank) || clause.Says(Meaning.New) || Content(clause) is not null))
            return AddColumn(clause);
        // "the pupils from the lowest mean to the highest".
        if (clause.Says(Meaning.From) && clause.Says(Meaning.High) && clause.Says(Meaning.Low) && !clause.HasNumber())
            return Sort(clause);
        return Conditional(clause);
    }

    // A name or a number that became no part of the steps was meant for something: it is asked about, never left out.
    private Trouble? Leftover(Clause clause, int before)
    {
        if (_steps.Count == before)
            return null;
        // Rows were chosen or columns taken away, and the words ask for more besides.
        if (_steps.Skip(before).All(step => step.Action is "filter_data" or "remove_column") && clause.Places.Any(at => clause[at] is { Kind: TokenKind.Word, IsCapital: false, IsMended: false } token && token.IsAny(Besides) && !token.IsFiller && clause.MentionAt(at) is null && !clause.Book.HasWord(token.Plain)))
            return new Trouble("what_to_do");
        var texts = _steps.Skip(before).SelectMany(step => Values(step.Params)).Select(text => Tokeniser.Plain(text)).ToList();
        var computes = _steps.Skip(before).Any(step => step.Action is "add_formula_column" || catalog.Find(step.Action)?.Parameters.Any(parameter => parameter.Type == typeof(IReadOnlyList<decimal>)) == true);
        for (var at = 0; at < clause.Count; at++)
        {
            var token = clause[at];
            if (clause.IsTaken(at) || clause.MentionAt(at) is not null || token.Ordinal is not null || token.Settings.Count > 0 || IsAside(clause, at))
                continue;
            var isName = token is { Kind: TokenKind.Word, Number: null } && !(token.Plain.Length == 1 && clause.Says(Meaning.Sort)) && (token.IsCapital && at > 0 && !BeginsSentence(token) || token.Plain.Any(char.IsAsciiDigit)) && (token.IsUnknown || token.IsMended && !token.IsAny(Grammar.Leads)) && !clause.Book.HasWord(token.Plain);
            var isNumber = token is { Kind: TokenKind.Number, Number: not null } && !computes && char.IsAsciiDigit(token.Plain[0]) && !(token.Number <= 5 && Ranks(clause) || token.Number == 1 && clause.Says(Meaning.Sort));
            if (isName && !(Letter(clause, at) is not null && Grades(clause)) && !texts.Exists(text => text.Contains(token.Plain, StringComparison.Ordinal)))
                return new Trouble("unknown_column", clause.Text(at, at + 1)) { Columns = clause.Book.Columns };
            if (isNumber && !texts.Exists(text => text.Contains(token.Plain, StringComparison.Ordinal) || decimal.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value) && value == token.Number))
                return new Trouble("which_value", clause.Text(at, at + 1));
        }
        return null;
    }

    private static readonly Meanings Besides = Meanings.Of(Meaning.Rank, Meaning.Bonus, Meaning.Random, Meaning.PassFail, Meaning.Alphabetical);

    private bool BeginsSentence(Token token) => message.AsSpan(0, token.Start).TrimEnd() is [] or [.., '.' or '!' or '?' or ';' or ':'];

    // ", GDPR!!", "for the EWO": words behind everything else, which no verb, no column and no number stands among.
    private static bool IsAside(Clause clause, int at)
    {
        var from = at;
        while (from > 0 && !clause[from - 1].IsSign(",") && (clause[from - 1].Kind == TokenKind.Word && (clause[from - 1].IsUnknown || clause[from - 1].IsFiller) || clause[from - 1].Is(Meaning.For)))
            from--;
        return clause.IsSign(from - 1, ",") && Enumerable.Range(from, clause.Count - from).All(index => !clause.IsTaken(index) && clause.MentionAt(index) is null && clause[index].Number is null && clause[index].Kind is TokenKind.Word or TokenKind.Sign && !clause[index].IsAny(Doing)) && clause.Count - from < 4;
    }

    private static IEnumerable<string> Values(JsonNode? node) => node switch
    {
        JsonObject values => values.SelectMany(each => Values(each.Value).Append(each.Key)),
        JsonArray list => list.SelectMany(Values),
        null => [],
        _ => [node.ToString()],
    };

    // "list them alphabetically by name".
    private static bool ListsInOrder(Clause clause) => clause.Leads(Meaning.List) && clause.IndexOf(Meaning.By) is >= 0 and var by && clause.Mentions.Exists(mention => mention.Kind == MentionKind.One && mention.From == clause.Skip(by + 1)) && !clause.Tokens.Any(token => token.Number is not null || token.IsAny(Grammar.Comparisons | Meanings.Of(Meaning.With, Meaning.Without, Meaning.Who))) || (clause.LeadsAny(Meaning.List, Meaning.Show) || clause.Has(Meaning.List) && clause.Says(Meaning.From)) && (clause.Leads(Meaning.List) && clause.Says(Meaning.First) && clause.Says(Meaning.High) || clause.Says(Meaning.From) && clause.Says(Meaning.High) && clause.Says(Meaning.Low) || clause.SaysAny(Meaning.Alphabetical, Meaning.Ascending, Meaning.Descending)) && !clause.HasNumberOrComparison();

    private static bool IsMaking(Clause clause) => clause.Leads(Meaning.Add) || (clause.Says(Meaning.New) || !clause.HasLead && clause.Says(Meaning.Add)) && clause.Has(Meaning.Column) || clause.Leads(Meaning.Formula);

    private static bool IsOnTop(Clause clause) => clause.Says(Meaning.Starts) && clause.Has(Meaning.Who) && (clause.SaysAny(Meaning.High, Meaning.Low)) || clause.Says(Meaning.First) && (clause.SaysAny(Meaning.High, Meaning.Low)) || clause.Says(Meaning.Last) && (clause.SaysAny(Meaning.High, Meaning.Low));

    private static bool IsMentioned(Clause clause, Meaning meaning) => clause.Mentions.Exists(mention => mention.Kind == MentionKind.One && !mention.IsGeneric && clause.Under(mention).Any(token => token.Is(meaning)));

    // Three letters of grades or more.
    private static bool Bounds(Clause clause) => clause.Places.Count(at => Letter(clause, at) is not null) >= 3;

    // "1, 2, 3 and so on".
    private static bool Counts(Clause clause) => Enumerable.Range(0, Math.Max(0, clause.Count - 2)).Any(at => clause[at].Ordinal == 1 && clause[at + 1].Kind == TokenKind.Sign && clause[at + 2].Ordinal == 2) || Enumerable.Range(0, Math.Max(0, clause.Count - 4)).Any(at => clause[at].Number == 1 && clause[at + 1].IsSign(",") && clause[at + 2].Number == 2 && clause[at + 3].IsSign(",") && clause[at + 4].Number == 3);

    private static bool Ranks(Clause clause) => Counts(clause) && (clause.Says(Meaning.High) || clause.Has(Meaning.Who)) || clause.Leads(Meaning.Rank) || clause.Says(Meaning.Competition) || clause.Says(Meaning.Rank) && (!IsMentioned(clause, Meaning.Rank) || clause.Leads(Meaning.Rank));

    private static bool Grades(Clause clause) => clause.Leads(Meaning.Grade) || (clause.Says(Meaning.Grade) || clause.IndexOf(Meaning.Letter) is >= 0 and var letter && !clause.Tokens.Skip(Math.Max(0, letter - 2)).Take(Math.Min(2, letter)).HasAny(Meaning.Starts, Meaning.Ends, Meaning.Contains) || clause.Places.Count(at => Letter(clause, at) is not null) >= 3) && (!IsMentioned(clause, Meaning.Grade) || IsMaking(clause)) || clause.Tokens.Any(token => token.Settings.Any(each => each.StartsWith("add_grades.", StringComparison.Ordinal)));

    private static Trouble NotUnderstood(Clause clause)
    {
        var known = clause.Tokens.Any(token => token.IsAny(Meaning.Vague, Meaning.It, Meaning.Them, Meaning.Table, Meaning.Score, Meaning.Test, Meaning.Person, Meaning.Column, Meaning.Sort, Meaning.Rank, Meaning.Grade, Meaning.Rename, Meaning.Remove, Meaning.Show, Meaning.Keep, Meaning.Change, Meaning.Half, Meaning.Formula, Meaning.Sum, Meaning.Average, Meaning.Median, Meaning.Combine, Meaning.PassFail, Meaning.Bonus, Meaning.Random, Meaning.Same, Meaning.High, Meaning.Low) || token.Number is not null) || clause.Mentions.Count > 0;
        var strange = clause.Tokens.Count(token => token.Kind == TokenKind.Word && token.IsUnknown && token.Number is null && token.Ordinal is null && !clause.Book.HasWord(token.Plain));
        var words = clause.Tokens.Count(token => token.Kind != TokenKind.Sign && !token.IsFiller);
        return known && strange * 2 <= words || words == 0 && strange == 0 ? new Trouble("what_to_do") : new Trouble("out_of_scope") { IsRefusal = true };
    }

    private void Done(StepDraft step, ColumnBook book, KnownColumn? topic)
    {
        // What was said twice is done once.
        if (_steps is [.., var last] && last.Action == step.Action && step.Action is "sort_data" or "filter_data" && JsonNode.DeepEquals(last.Params, step.Params))
            return;
        _steps.Add(step);
        _book = book;
        _topic = topic ?? _topic;
    }

    /// <summary>The one column that a clause speaks of, for an action on scores.</summary>
    private (KnownColumn? Column, Trouble? Trouble) ScoreColumn(Clause clause, bool mayGuess = false, Func<Mention, bool>? fits = null)
    {
        var mentions = clause.Mentions.Where(mention => fits is null || fits(mention)).ToList();
        if (mentions.Find(mention => mention.Kind == MentionKind.Unknown) is { } unknown)
            return (null, Unknown(clause, unknown.From, unknown.To, clause.Book.Scores));
        // The column behind "by", "on" or "for" is meant before others.
        var marked = mentions.Where(mention => mention.From > 0 && clause[mention.From - 1] is var before && (before.IsAny(Meaning.By, Meaning.On, Meaning.Using) || before.IsFiller && mention.From > 1 && clause[mention.From - 2].IsAny(Meaning.By, Meaning.On, Meaning.Using))).ToList();
        var scores = (marked.Count > 0 ? marked : mentions).Where(mention => !(mention.Kind == MentionKind.One && mention.Columns[0].Role is ColumnRole.Name or ColumnRole.Email)).ToList();
        if (scores.Where(mention => mention.Kind == MentionKind.One).Select(mention => mention.Columns[0]).Distinct().ToList() is { Count: > 0 } ones)
        {
            if (ones.Count > 1 && clause.Says(Meaning.Also) && !clause.Says(Meaning.Or))
                (_others, ones) = (ones[1..], ones[..1]);
            return ones.Count == 1 ? (ones[0], null) : (null, new Trouble("which_column") { Columns = ones });
        }
        if (scores.Find(mention => mention.Kind is MentionKind.Unclear or MentionKind.Many) is { } unclear && !(_topic is { IsMade: true } && unclear.IsGeneric && clause.Has(Meaning.It)))
            return (null, Which(clause, unclear));
        if (Stranger(clause) is var (from, to))
            return (null, Unknown(clause, from, to, clause.Book.Scores));
        if (_topic is { IsText: false } topic && clause.Book.Find(topic.Name) is not null && (clause.Has(Meaning.It) || clause.Has(Meaning.Them) && (_steps.Count > 0 || _topic is { }) || topic.IsMade || _steps.Count > 0 || _isAsked))
            return (topic, null);
        if (mentions.Count > 0 && mentions[0].Kind == MentionKind.One)
            return (null, new Trouble("not_a_score", mentions[0].Columns[0].Name) { Columns = clause.Book.Scores, Gap = (clause[mentions[0].From].Start, clause[mentions[0].To - 1].End) });
        if (mayGuess && clause.Book.OfRole(ColumnRole.Average) is [var average])
            return (average, null);
        return (null, new Trouble("which_score") { Columns = clause.Book.Scores });
    }

    // Words behind "by", "on" and their like that no column has.
    private static (int From, int To)? Stranger(Clause clause)
    {
        for (var at = 0; at + 1 < clause.Count; at++)
        {
            if (!clause[at].IsAny(Meaning.By, Meaning.On, Meaning.For, Meaning.Of, Meaning.Using) || clause.IsTaken(at))
                continue;
            var next = clause.Skip(at + 1, Meaning.Score, Meaning.New);
            if (next < clause.Count && !clause.IsTaken(next) && clause.MentionAt(next) is null && clause[next] is { Kind: TokenKind.Word or TokenKind.Quoted } token && token.IsUncertain && token.Number is null && token.Settings.Count == 0)
                return (next, next + 1);
        }
        return null;
    }

    private static Trouble Which(Clause clause, Mention mention) =>
        new("which_column") { Columns = mention.Columns, Gap = clause.Stretch(mention.From, mention.To) };

    private static Trouble Unknown(Clause clause, int from, int to, IEnumerable<KnownColumn> columns) =>
        new("unknown_column", clause.Text(from, to)) { Columns = [.. columns], Gap = clause.Stretch(from, to) };

    private static JsonArray Names(IEnumerable<KnownColumn> columns) => [.. columns.Select(column => (JsonNode)column.Name)];
}
