using System.Text.Json.Nodes;
using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.NewColumns;
using Mlj.Agent.Phrases.Words;
using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Agent.Phrases.Requests;

/// <summary>What adds plain columns and names them, and actions that are called by their own words.</summary>
internal sealed partial class RequestReader
{
    private Trouble? AddColumn(Clause clause)
    {
        if (clause.NewName is null)
            return new Trouble("name_of_column");
        // What reads like arithmetic is no text for every row.
        if (clause.Mentions.Find(mention =>
            mention.Kind != MentionKind.Unknown && Enumerable.Range(0, mention.From).Any(clause.IsTaken)) is { } counted
            && clause.Places.Any(at =>
                !counted.Covers(at)
                    && !clause.IsTaken(at)
                    && (clause[at].Kind == TokenKind.Word
                        && !clause[at].IsFiller
                        && clause[at].IsAny(Meaning.Times, Meaning.Plus, Meaning.Minus, Meaning.Divided, Meaning.Half)
                        || clause[at].IsSign("*", "+"))))
            return counted.Kind == MentionKind.One ? new Trouble("what_to_do") : Which(clause, counted);
        // "... and put 10 for the girls only" is no value for everybody.
        if (clause.Says(Meaning.Group))
            return new Trouble("which_rows");
        // "What is the highest quiz? Store it in Top" is about what was asked.
        if (_isAsked && !clause.Has(Meaning.Column))
            return new Trouble("what_to_do");
        var step = new JsonObject { ["column_name"] = clause.NewName, ["default_value"] = Content(clause) ?? "" };
        return Make("add_column", "column_name", step, ColumnRole.None,
            isText: step["default_value"]!.GetValueKind() == System.Text.Json.JsonValueKind.String, topic: null, clause);
    }

    // "with value Present", "put 12 in every row", "set it to Second Term", "where everyone has Lagos".
    private static JsonNode? Content(Clause clause) => Spread(clause) ?? Told(clause) ?? (clause.Says(Meaning.Blank) ? "" : null);

    // "Paid against everyone", "11 all the way down", "No for each row": what stands before the words for all rows.
    private static JsonNode? Spread(Clause clause)
    {
        for (var at = 1; at < clause.Count; at++)
        {
            if (clause.IsTaken(at) || !(IsAllRows(clause, at) || clause[at].IsAny(Across) && IsAllRows(clause, clause.Skip(at + 1))))
                continue;
            var from = at;
            while (from > 0 && at - from < 6 && !clause.IsTaken(from - 1) && IsPlainValue(clause[from - 1], from < at))
                from--;
            while (from < at && clause[from] is { IsCapital: false } first && first.IsFiller)
                from++;
            if (from == at)
                continue;
            if (clause[from] is { Kind: TokenKind.Number, IsPercent: false, Number: { } number } && at - from == 1)
                return number;
            return at - from == 1 && clause[from].Content is { } content ? content : clause.Text(from, at);
        }
        return null;
    }

    private static readonly Meanings Across = Meanings.Of(Meaning.For, Meaning.In, Meaning.On, Meaning.To, Meaning.At, Meaning.With);

    // "everyone", "all students", "every row", "all the way down".
    private static bool IsAllRows(Clause clause, int at) => at < clause.Count && !clause.IsTaken(at) && clause[at] is { IsCapital: false, Kind: TokenKind.Word } token && (
        token.Is(Meaning.Row) && (token.Plain.Contains(' ') || token.Is(Meaning.All)) || token.Is(Meaning.Person) && clause.IsAny(at - 1, Across)
        || token.Is(Meaning.All)
            && clause.Skip(at + 1, Meaning.Of) is var next
            && clause.IsAny(next, Meaning.Person, Meaning.Row, Meaning.Them, Meaning.Name, Meaning.Table));

    private static bool IsPlainValue(Token token, bool isWithin) => token.Kind is TokenKind.Quoted or TokenKind.Number
        || token.IsSign("/", "-", "&", ".") && isWithin
        || token.Kind == TokenKind.Word
            && !token.IsAny(Meaning.Add, Meaning.Fill)
            && (token.IsCapital
                || token.IsUncertain
                || token.IsAny(Meaning.Pass, Meaning.Fail, Meaning.No, Meaning.Status) && !token.Is(Meaning.Without));

    private static JsonNode? Told(Clause clause)
    {
        var marks = Meanings.Of(Meaning.Fill, Meaning.Value, Meaning.With, Meaning.Contains, Meaning.Starts);
        var helpers = Meanings.Of(Meaning.New, Meaning.Fill, Meaning.Value, Meaning.With, Meaning.Contains, Meaning.It, Meaning.Them, Meaning.To,
            Meaning.As, Meaning.Of, Meaning.Be, Meaning.ThatIs, Meaning.Person, Meaning.All, Meaning.Row, Meaning.In, Meaning.At, Meaning.Starts,
            Meaning.Receive);
        for (var at = 0; at < clause.Count; at++)
        {
            var token = clause[at];
            var isPut = at > 0
                && token.Is(Meaning.Add)
                && at + 1 < clause.Count
                && !clause[at + 1].Is(Meaning.Person)
                && !(clause.Is(at + 2, Meaning.Column))
                && (clause[at + 1].Number is not null || clause[at + 1].IsQuoted || clause[at + 1].IsCapital);
            // "everyone is in Section A".
            var isAll = (token.Is(Meaning.Person) || clause.Is(at - 1, Meaning.All))
                && (at > clause.Lead || !clause.HasLead)
                && clause.Skip(at + 1) is var holds
                && clause.IsAny(holds, Meaning.Be, Meaning.With, Meaning.Starts, Meaning.Receive);
            if (clause.IsTaken(at)
                || !(token.IsAny(marks)
                    || token.Is(Meaning.Called) && clause.IsAny(at - 1, Meaning.Row, Meaning.Person, Meaning.All)
                    || isPut
                    || isAll
                    || token.IsSign("=", ":"))
                || at < clause.Lead && clause.HasLead
                || at == clause.Lead && !isPut && !token.Is(Meaning.Fill))
                continue;
            var next = at + 1;
            while (next < clause.Count
                && !clause.IsTaken(next)
                && !clause[next].IsCapital
                && clause[next].Kind != TokenKind.Quoted
                && (clause[next].Number is null || clause[next].Is(Meaning.New))
                && (clause[next].IsAny(helpers)
                    || clause[next].Is(Meaning.For) && clause.Is(next + 1, Meaning.All)
                    || clause[next].IsFiller
                    || clause[next].IsSign("=", ":")))
                next++;
            if (next >= clause.Count
                || clause.IsTaken(next)
                || clause[next].Kind == TokenKind.Sign
                || clause[next].Is(Meaning.Column) && !clause[next].IsCapital)
                continue;
            if (clause[next] is { } first && first.Is(Meaning.Blank) && !first.IsCapital)
                return "";
            if (clause[next].Content is { } content)
                return content;
            var end = next + 1;
            while (end < clause.Count
                && !clause.IsTaken(end)
                && (clause[end].Kind != TokenKind.Sign
                    || clause[end].Plain is "/" or "-"
                        && end + 1 < clause.Count
                        && clause[end].Start == clause[end - 1].End
                        && clause[end + 1].Start == clause[end].End
                    || clause[end].IsSign(".") && clause[end - 1].Is(Meaning.Abbreviation) && end + 1 < clause.Count)
                && !(clause[end].IsAny(Meaning.For, Meaning.In, Meaning.Then, Meaning.On) && !clause[end].IsCapital)
                && !(clause[end].IsFiller && !clause[end].IsCapital))
                end++;
            if (end - next == 1 && clause[next] is { Kind: TokenKind.Number, IsPercent: false, Number: { } number })
                return number;
            return clause.Text(next, end);
        }
        return ForEverybody(clause);
    }

    // ", 2025/2026 for everyone", ", everybody Yes".
    private static JsonNode? ForEverybody(Clause clause)
    {
        for (var at = 1; at < clause.Count; at++)
        {
            var isFor = clause[at].Is(Meaning.For) && clause.Skip(at + 1) is var whom && clause.IsAny(whom, Meaning.All, Meaning.Person, Meaning.Row);
            var isAll = clause[at].IsAny(Meaning.Person, Meaning.All) && clause[at - 1].Kind == TokenKind.Sign;
            var (from, to) = isFor ? (at - 1, at) : (clause.Skip(at + 1), clause.Count);
            if (!isFor && !isAll)
                continue;
            while (isFor && from > 0 && !clause.IsTaken(from - 1) && IsOfValue(clause, from - 1))
                from--;
            if (isAll && (from >= clause.Count || !clause[from].IsCapital && clause[from].Number is null)
                || from < 1
                || clause.IsTaken(from)
                || !IsOfValue(clause, from)
                || clause[from].IsAny(Meaning.Blank, Meaning.Column))
                continue;
            return to - from == 1 && clause[from] is { Kind: TokenKind.Number, IsPercent: false, Number: { } number }
                ? number
                : clause[from].Content is { } content
                ? content
                : clause.Text(from, to);
        }
        return null;
    }

    private static bool IsOfValue(Clause clause, int at) =>
        clause[at] is { Kind: TokenKind.Number or TokenKind.Quoted } or { IsCapital: true }
        || clause[at].IsSign("/", "-")
        || clause[at].Kind == TokenKind.Word && clause[at].IsUnknown;

    // An action that its own words name: its parameters are the columns, numbers and choices of the clause.
    private bool Special(Clause clause, out Trouble? trouble)
    {
        trouble = null;
        var name = clause.Tokens.First(token => token.Action is not null).Action!;
        if (catalog.Find(name) is not { } action)
            return false;
        if (clause.NewName is null)
            NameReader.Read(clause);
        var step = new JsonObject();
        var cue = clause.Tokens.ToList().FindIndex(token => token.Action == name);
        var mentions = clause.Mentions.Where(mention => !(mention.Covers(cue) && mention.IsGeneric)).ToList();
        if (mentions.Find(mention => mention.Kind == MentionKind.Unknown) is { } unknown)
        {
            trouble = Unknown(clause, unknown.From, unknown.To, clause.Book.Columns);
            return true;
        }
        var columns = mentions.Where(mention => mention.Kind is MentionKind.One or MentionKind.Many).SelectMany(mention => mention.Columns).Distinct().ToList();
        var numbers = new Queue<decimal>(clause.Places.Where(at =>
            !clause.IsTaken(at)
                && clause[at].Number is not null
                && clause.MentionAt(at) is null or { IsGeneric: true }).Select(at => clause[at].Number!.Value));
        foreach (var parameter in action.Parameters)
        {
            var setting = Setting(clause, name, parameter.Name);
            if (parameter.Choices.Count > 0)
                step[parameter.Name] = setting ?? (parameter.IsRequired ? null : Default(name, parameter.Name));
            else if (parameter.Names == ParameterSubject.NewColumn)
                step[parameter.Name] = clause.NewName ?? Default(name, parameter.Name);
            else if (parameter.Names is ParameterSubject.Column or ParameterSubject.NumberColumn && parameter.Type == typeof(string))
            {
                if (columns.Count > 1 || columns.Count == 0 && mentions.Count > 0)
                {
                    trouble = mentions.Find(mention => mention.Kind == MentionKind.Unclear) is { } unclear
                        ? Which(clause, unclear)
                        : new Trouble("which_column") { Columns = columns };
                    return true;
                }
                if (columns.Count == 0 && !parameter.IsRequired)
                    continue;
                if (columns.Count == 0)
                {
                    var (column, problem) = ScoreColumn(clause);
                    trouble = problem;
                    if (column is null)
                        return true;
                    columns.Add(column);
                }
                step[parameter.Name] = columns[0].Name;
            }
            else if (parameter.Names is ParameterSubject.Column or ParameterSubject.NumberColumn)
            {
                if (columns.Count > 0)
                    step[parameter.Name] = Names(columns);
            }
            else if (parameter.Type == typeof(bool))
                step[parameter.Name] = setting is not null ? setting == "true" : Default(name, parameter.Name);
            else if (parameter.Type == typeof(IReadOnlyList<decimal>) && parameter.IsRequired)
                step[parameter.Name] = numbers.Count > 0 ? new JsonArray([.. numbers.Select(number => (JsonNode)number)]) : null;
        }
        Numbered(clause, action, step, numbers, columns);
        if (action.Parameters.FirstOrDefault(parameter => parameter.IsRequired && step[parameter.Name] is null) is { } missing)
        {
            trouble = missing.Names is ParameterSubject.Column or ParameterSubject.NumberColumn
                ? new Trouble("which_column") { Columns = clause.Book.Columns, Join = "in" }
                : new Trouble("which_parameter", action.Summary, missing.Help);
            return true;
        }
        foreach (var (key, value) in step.ToList())
            if (value is null)
                step.Remove(key);
        if (action.Parameters.FirstOrDefault(parameter => parameter.Names == ParameterSubject.NewColumn && step.ContainsKey(parameter.Name)) is { } made)
            trouble = Make(name, made.Name, step, ColumnRole.None, isText: false, topic: null, clause);
        else
            Done(new StepDraft(name, step), _book, columns.Count == 1 ? columns[0] : null);
        return true;
    }

    // A number goes to the parameter that the choice needs, which the language's file says: "curve.flat" takes "points".
    private static void Numbered(Clause clause, ActionDescription action, JsonObject step, Queue<decimal> numbers, IReadOnlyList<KnownColumn> columns)
    {
        var wanted = Setting(clause, action.Name, "number") ?? action.Name switch
        {
            "curve" => (string?)step["method"] switch { "flat" => "points", "linear_to_range" => "low,high", "target_mean" => "target", _ => "maximum" },
            "round_scores" => "decimals",
            "drop_lowest" => "drop",
            "fill_missing" => "number",
            "convert_scale" => "maximum",
            "redact" => "length",
            _ => "",
        };
        foreach (var name in wanted.Split(',', StringSplitOptions.RemoveEmptyEntries))
            if (numbers.TryDequeue(out var number) && action.Parameters.Any(parameter => parameter.Name == name))
                step[name] = number;
        if (action.Name == "fill_missing" && step["number"] is null && columns.Any(column => column.IsText) && Content(clause) is { } text)
            step["text"] = text.ToString();
        foreach (var parameter in action.Parameters)
            if (!step.ContainsKey(parameter.Name) && parameter.Type == typeof(int) && parameter.Default is int number)
                step[parameter.Name] = number;
    }
}
