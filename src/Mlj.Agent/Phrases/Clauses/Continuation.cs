using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Clauses;

/// <summary>Tells whether a clause only says more of the one before it: its column, its name, its mark, whom it is about.</summary>
internal sealed class Continuation
{
    private static readonly Meanings Results = Meanings.Of(Meaning.Grade, Meaning.Letter, Meaning.Rank, Meaning.PassFail);
    private static readonly Meanings Places = Meanings.Of(Meaning.In, Meaning.Into, Meaning.As, Meaning.Called, Meaning.Heading);
    private static readonly Meanings Choosing = Meanings.Of(Meaning.Show, Meaning.Keep, Meaning.Only, Meaning.Hide);

    private static readonly Meanings Labels =
        Meanings.Of(Meaning.Column, Meaning.New, Meaning.Status, Meaning.In, Meaning.As, Meaning.For, Meaning.With) | Grammar.Pronouns;

    private static readonly Meanings Someone = Meanings.Of(Meaning.Row, Meaning.Person, Meaning.Only, Meaning.Be, Meaning.For) | Grammar.Pronouns;
    private static readonly Meanings Whole = Meanings.Of(Meaning.All, Meaning.Of, Meaning.Column) | Grammar.Pronouns;
    private static readonly Meanings Orders = Grammar.Leads | Grammar.NounVerbs | Grammar.Comparisons | Meanings.Of(Meaning.Who, Meaning.Alphabetical);

    private static readonly Meanings Directions = Meanings.Of(Meaning.High, Meaning.Low, Meaning.First, Meaning.Ascending, Meaning.Descending);

    private readonly List<Token> _former;
    private readonly List<Token> _clause;
    private readonly Token _lead;
    private readonly int _next;
    private readonly bool _isPronoun;
    private readonly bool _orders;
    private readonly bool _acts;
    private readonly bool _asks;

    private Continuation(List<Token> former, List<Token> clause, int lead)
    {
        (_former, _clause, _lead, _next) = (former, clause, clause[lead], lead + 1);
        while ((clause.IsFiller(_next) || clause.Is(_next, Meaning.Only)) && !clause.IsAny(_next, Grammar.Pronouns))
            _next++;
        _isPronoun = clause.IsAny(_next, Grammar.Pronouns);
        _orders = former.Exists(IsOrder);
        _acts = _orders || former.HasAny(Meaning.Called, Meaning.Rename);
        _asks = former.HasSign("?") || former.HasAny(Meaning.What, Meaning.HowMany);
    }

    /// <summary>Whether the clause belongs to the former one.</summary>
    public static bool SaysMore(List<Token> former, List<Token> clause)
    {
        if (Enumerable.Range(0, clause.Count).Any(at => ClauseStart.IsAgain(clause, at)))
            return false;
        var lead = 0;
        while (lead < clause.Count && IsIntroduction(clause[lead]))
            lead++;
        if (lead < clause.Count && ClauseStart.LeavesColumnOut(clause, lead))
            return false;
        return lead >= clause.Count || clause.TrueForAll(token => token.IsFiller || token.Is(Meaning.Only) && token.Plain.Contains(' '))
            || new Continuation(former, clause, lead).SaysMore();
    }

    private static bool IsIntroduction(Token token) =>
        (token.IsFiller || token.IsAny(Meaning.Also, Meaning.Then)) && !token.IsAny(Grammar.Pronouns | Grammar.Verbs);

    private static bool IsOrder(Token token) =>
        token.IsAny(Meaning.Pass, Meaning.Fail, Meaning.Bonus)
        || token.IsAny(Grammar.Verbs) && !token.Is(Meaning.Threshold)
        || token.IsAny(Grammar.NounVerbs) && !token.Is(Meaning.Name);

    private bool SaysMore() =>
        FillsColumn() || NamesColumn() || PlacesResult() || PlacesAnswer() || SaysWhatIsAdded()
        || ChoosesOfThose() || RemovesAgain() || AnswersQuestion() || WorksOut() || GivesBounds()
        || _isPronoun && !_acts
        || !_acts && _lead.Is(Meaning.Remove) && _lead.Plain.Contains(' ')
        || SaysMark() || OrdersNothing();

    // "create a column X, random values from 1 to 20"; "one more column: Proctor. Write Dr. Whitcomb on each line."
    private bool FillsColumn()
    {
        if (!_former.Has(Meaning.Column) || _acts && !_former.HasAny(Meaning.Add, Meaning.New))
            return false;
        if (_lead.Is(Meaning.Random))
            return !_former.Has(Meaning.Random);
        var isForAll = _clause.Has(Meaning.Row) || _clause.Has(Meaning.For) && _clause.Has(Meaning.Person) && _clause.Has(Meaning.All);
        return _lead.Is(Meaning.Add) && isForAll && !_clause.Has(Meaning.Column);
    }

    private bool NamesColumn()
    {
        // "keep the heading as X".
        if (_lead.Is(Meaning.Keep) && _clause.Is(_next, Meaning.Heading))
            return true;
        if (!_clause.Is(_next, Meaning.Column))
            return false;
        // "put in column X"; "call the column Decision".
        return _lead.Is(Meaning.In) && _lead.Is(Meaning.Add) && _orders && _clause.Count - _next < 5
            || _lead.Is(Meaning.Call) && !_lead.Is(Meaning.Rename) && (_acts || _former.Has(Meaning.Letter));
    }

    private bool PlacesResult()
    {
        if (_lead.Is(Meaning.Add))
        {
            // "... Make a column X with this."
            var isWithThis = _clause.Count > 2 && _clause[^1].IsAny(Grammar.Pronouns) && _clause[^2].Is(Meaning.With);
            if (isWithThis && _clause.Has(Meaning.Column) && _former.Exists(token => token.IsPercent || token.IsAny(Meaning.Plus, Meaning.Times)))
                return true;
            // "compare A and B and write the higher of the two in X".
            var isOfThem = _clause.HasAny(Meaning.Max, Meaning.Min, Meaning.Average, Meaning.Sum) && (_clause.HasNumber() || _clause.HasAny(Grammar.Pronouns));
            if (isOfThem && !_acts && !_former.HasAny(Grammar.Leads))
                return true;
        }
        // "show it as X", "work it out in X".
        return _isPronoun && _lead.IsAny(Meaning.Show, Meaning.Formula) && _clause.HasAny(Places)
            && _clause.Count < 10 && !_clause.HasNumber() && !_clause.Has(Meaning.Plus);
    }

    private bool PlacesAnswer()
    {
        if (!_lead.Is(Meaning.Add))
            return false;
        // "what is the total of both, store as X".
        if (_clause.IsAny(_next, Meaning.As, Meaning.In, Meaning.Into, Meaning.Called))
            return _asks || _acts || _former.HasAny(Meaning.Max, Meaning.Min, Meaning.Median) || IsAnswer();
        return IsAnswer();

        // "put the answer under X" names what the clause before it makes.
        bool IsAnswer() => (_acts || _former.HasAny(Meaning.Plus, Meaning.Minus, Meaning.Times, Meaning.Divided)) && (_clause.IsAny(_next, Meaning.It, Meaning.Score, Meaning.Status) || _clause.Is(_next, Meaning.Sum) && AddsUp()) && !_clause[_next].Is(Meaning.Plural)
            && _clause.HasAny(Places) && !_clause.HasNumber();
    }

    // "add CA1 and CA2 together and store the sum under X".
    private bool AddsUp() =>
        _former.HasAny(Meaning.Combine, Meaning.Sum, Meaning.Plus) && !_former.HasAny(Meaning.Average, Meaning.Max, Meaning.Min, Meaning.Median);

    private bool SaysWhatIsAdded()
    {
        // "put it in X", "call it X", but not "give them grades too".
        if (_isPronoun && _lead.IsAny(Meaning.Add, Meaning.Call, Meaning.Fill))
            if (!(_acts && _clause.Skip(_next + 1).Any(IsOtherResult)) && !_clause.Skip(_next + 1).Has(Meaning.Sort))
                return true;
        // "..., add a column", "..., add their status" to a question or a rule.
        return _lead.Is(Meaning.Add) && (_asks || _former.Has(Meaning.Pass)) && SaysOnly(Labels);
    }

    private bool IsOtherResult(Token token) => !token.IsCapital && token.IsAny(Results) && !_former.HasAny(token.Means & Results);

    // Nothing but the verb and words of these meanings.
    private bool SaysOnly(Meanings meanings) => _clause.TrueForAll(token => token == _lead || token.IsFiller || token.IsAny(meanings));

    private bool SaysOnlyThose() => _clause.TrueForAll(token => token == _lead || token.IsFiller || token.IsAny(Whole) || token is { Number: not null, Ordinal: null });

    // "show her row alone", "show those only", "just list those" behind the condition or the name.
    private bool ChoosesOfThose() =>
        _lead.IsAny(Choosing) && !_clause.Has(Meaning.Otherwise)
        && (_former.HasAny(Meaning.Person, Meaning.Who, Meaning.Show, Meaning.With, Meaning.Missed) || _former.HasAny(Grammar.Comparisons))
        && _clause.TrueForAll(token => token == _lead || token.Kind == TokenKind.Sign || token.IsFiller || token.IsAny(Someone)
            || token.IsAny(Meaning.List, Meaning.Show, Meaning.Keep) && _lead.Is(Meaning.Only));

    // "take it out", "delete these two columns" behind what said so already.
    private bool RemovesAgain() => _lead.Is(Meaning.Remove) && _former.Has(Meaning.Remove) && !_former.Has(Meaning.Not) && SaysOnlyThose();

    private bool AnswersQuestion()
    {
        // "who passed and who failed? Show it for every student."
        if (_acts && _isPronoun && _lead.Is(Meaning.Show)
            && _former.Has(Meaning.Pass) && _former.Has(Meaning.Fail) && _clause.Has(Meaning.For) && _clause.Has(Meaning.Person))
            return true;
        // "who is below 50? Show them."; "who is first? Rank them."
        return _asks && (_isPronoun && _lead.IsAny(Choosing) || _lead.Is(Meaning.Rank) && (_isPronoun || _lead.Plain.Contains(' ')));
    }

    // "the bonus depends on the tests taken. Work it out on the average."
    private bool WorksOut() =>
        _lead.Is(Meaning.Formula) && _former.Has(Meaning.Bonus) && (_isPronoun || _lead.Plain.Contains(' '))
        && !_clause.HasSign("+") && !_clause.HasAny(Meaning.Plus, Meaning.Times);

    // "92 and up gets an A, 84 a B" says more of the grades.
    private bool GivesBounds() =>
        _former.HasAny(Meaning.Grade, Meaning.Letter) && _clause.Count(token => token.IsCapital && token.End - token.Start == 1) >= 3;

    // A pass mark said apart.
    private bool SaysMark() => Judges() && _clause.Has(Meaning.Threshold) && (_clause.HasNumber() || _clause.Has(Meaning.Half));

    private bool Judges() => _former.HasAny(Meaning.Pass, Meaning.Fail, Meaning.PassFail);

    // Nothing in it says what to do; "...; pass/fail on it at 50" does where nothing was judged before.
    private bool OrdersNothing() =>
        !_clause.Exists(token => token.IsAny(Orders) && (!token.IsCapital || token == _clause[0]))
        // "then by the average, highest on top".
        && !(_lead.Is(Meaning.By) && _clause.HasAny(Directions))
        && !ClauseStart.OrdersChosen(_former, _clause)
        && (Judges() || !_clause.Has(Meaning.Pass) || !_clause.Has(Meaning.Fail));
}
