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
    private const int LongestPlainName = 3;

    private Trouble? AddColumn(Clause clause)
    {
        if (clause.NewName is null)
            return new Trouble("name_of_column");
        if (Counted(clause) is { } counted)
            return counted.Kind == MentionKind.One ? new Trouble("what_to_do") : Which(clause, counted);
        // "... and put 10 for the girls only" is no value for everybody.
        if (clause.Says(Meaning.Group))
            return new Trouble("which_rows");
        // "put the rows into a sensible order before noon" names nothing, "divide one column by another" computes.
        if (clause.NewName.Split(' ').Length > LongestPlainName && !clause.NewName.Any(char.IsUpper) || clause.SaysAny(Meaning.Divide, Meaning.Multiply, Meaning.Difference, Meaning.Minus))
            return new Trouble("what_to_do");
        // "instead of Full Name the column ought to be called X", "make that heading X" speak of a column that there is.
        if (clause.HasSpecificMention && clause.Has(Meaning.Instead)
            || clause.Places.Any(at => clause[at].Is(Meaning.It) && clause[at].Kind == TokenKind.Word && clause.Is(at + 1, Meaning.Heading)))
            return new Trouble("rename_what");
        // "company column out, an empty column Signature in" wishes for something else besides.
        if (clause.HasSpecificMention && clause.Places.Count(at => clause[at].Is(Meaning.Column) && !clause.IsTaken(at)) > 1)
            return new Trouble("what_to_do");
        // "I want the exam halved in a column X" asks for what is not understood.
        if (clause.Mentions.Exists(mention => mention.IsSpecific && mention.To + 1 < clause.Count
            && clause[mention.To] is { IsUnknown: true, IsCapital: false, Kind: TokenKind.Word }
            && clause.IsAny(mention.To + 1, Meaning.In, Meaning.Into, Meaning.As)))
            return new Trouble("what_to_do");
        // "sum test 1 and test 2 and store the average under Half": of what, was not said.
        if (!clause.Has(Meaning.Column) && CollatedScores.MethodAt(clause) is not null)
            return new Trouble("what_to_do");
        // "What is the highest quiz? Store it in Top" is about what was asked.
        if (_isAsked && !clause.Has(Meaning.Column))
            return new Trouble("what_to_do");
        var step = new JsonObject { ["column_name"] = clause.NewName, ["default_value"] = ContentReader.Read(clause) ?? "" };
        return Make("add_column", "column_name", step, ColumnRole.None,
            isText: step["default_value"]!.GetValueKind() == System.Text.Json.JsonValueKind.String, topic: null, clause);
    }

    // The column of what reads like arithmetic behind the name; that is no text for every row.
    private static Mention? Counted(Clause clause) =>
        clause.Mentions.Find(mention => mention.Kind != MentionKind.Unknown && Enumerable.Range(0, mention.From).Any(clause.IsTaken)) is { } counted
        && clause.Places.Any(at => !counted.Covers(at) && !clause.IsTaken(at) && IsArithmetic(clause[at])) ? counted : null;

    private static bool IsArithmetic(Token token) =>
        token.IsSign("*", "+")
        || token.Kind == TokenKind.Word && !token.IsFiller && token.IsAny(Meaning.Times, Meaning.Plus, Meaning.Minus, Meaning.Divided, Meaning.Half);

    // An action that its own words name: its parameters are the columns, numbers and choices of the clause.
    private bool Special(Clause clause, out Trouble? trouble)
    {
        return Special(clause, clause.Tokens.First(token => token.Action is not null).Action!, out trouble);
    }

    private bool Special(Clause clause, string name, out Trouble? trouble)
    {
        trouble = null;
        if (catalog.Find(name) is not { } action)
            return false;
        if (clause.NewName is null)
            NameReader.Read(clause);
        var step = new JsonObject();
        var cue = clause.FindIndex(0, token => token.Action == name);
        var mentions = clause.Mentions.Where(mention => !(mention.Covers(cue) && mention.IsGeneric)).ToList();
        if (mentions.Find(mention => mention.Kind == MentionKind.Unknown) is { } unknown)
        {
            trouble = Unknown(clause, unknown.From, unknown.To, clause.Book.Columns);
            return true;
        }
        var columns = mentions.Where(mention => mention.Kind is MentionKind.One or MentionKind.Many).SelectMany(mention => mention.Columns).Distinct().ToList();
        trouble = name == Redaction ? Hidden(clause, mentions, columns) : null;
        trouble ??= Fill(clause, action, step, mentions, columns) ?? Lacking(clause, action, step) ?? LackingNumber(action, step);
        if (trouble is not null)
            return true;
        foreach (var (key, value) in step.ToList())
            if (value is null)
                step.Remove(key);
        if (name == Redaction)
            _book = columns.Aggregate(_book, (book, column) => book.Without(column.Name));
        if (action.Parameters.FirstOrDefault(parameter => parameter.Names == ParameterSubject.NewColumn && step.ContainsKey(parameter.Name)) is { } made)
            trouble = Make(name, made.Name, step, ColumnRole.None, isText: false, topic: null, clause);
        else
            Done(new StepDraft(name, step), _book, columns.Count == 1 ? columns[0] : null);
        return true;
    }

    private Trouble? Fill(Clause clause, ActionDescription action, JsonObject step, List<Mention> mentions, List<KnownColumn> columns)
    {
        var numbers = new Queue<decimal>(clause.Places.Where(at =>
            !clause.IsTaken(at)
                && clause[at].Number is not null
                && clause.MentionAt(at) is null or { IsGeneric: true }).Select(at => clause[at].Number!.Value));
        foreach (var parameter in action.Parameters)
        {
            var setting = Setting(clause, action.Name, parameter.Name);
            if (parameter.Choices.Count > 0)
                step[parameter.Name] = setting ?? (parameter.IsRequired ? null : Default(action.Name, parameter.Name));
            else if (parameter.Names == ParameterSubject.NewColumn)
                step[parameter.Name] = clause.NewName ?? Default(action.Name, parameter.Name);
            else if (parameter.Names is ParameterSubject.Column or ParameterSubject.NumberColumn && parameter.Type == typeof(string))
            {
                if (FindOne(clause, parameter, mentions, columns) is { } trouble)
                    return trouble;
                if (columns.Count > 0)
                    step[parameter.Name] = columns[0].Name;
            }
            else if (parameter.Names is ParameterSubject.Column or ParameterSubject.NumberColumn)
            {
                if (columns.Count > 0)
                    step[parameter.Name] = Names(columns);
            }
            else if (parameter.Type == typeof(bool))
                step[parameter.Name] = setting is not null ? setting == "true" : Default(action.Name, parameter.Name);
            else if (parameter.Type == typeof(IReadOnlyList<decimal>) && parameter.IsRequired)
                step[parameter.Name] = numbers.Count > 0 ? new JsonArray([.. numbers.Select(number => (JsonNode)number)]) : null;
        }
        Numbered(clause, action, step, numbers, columns);
        return null;
    }

    // The one column of a parameter: the one that was named, or the scores that must be meant; none where it may be left out.
    private Trouble? FindOne(Clause clause, ActionParameter parameter, List<Mention> mentions, List<KnownColumn> columns)
    {
        if (columns.Count > 1 || columns.Count == 0 && mentions.Count > 0)
            return mentions.Find(mention => mention.Kind == MentionKind.Unclear) is { } unclear
                ? Which(clause, unclear)
                : new Trouble("which_column") { Columns = columns };
        if (columns.Count > 0 || !parameter.IsRequired)
            return null;
        var (column, problem) = ScoreColumn(clause);
        if (column is null)
            return problem;
        columns.Add(column);
        return null;
    }

    // What the action cannot do without and the clause does not say.
    private static Trouble? Lacking(Clause clause, ActionDescription action, JsonObject step) =>
        action.Parameters.FirstOrDefault(parameter => parameter.IsRequired && step[parameter.Name] is null) is not { } missing ? null
        : missing.Names is ParameterSubject.Column or ParameterSubject.NumberColumn ? new Trouble("which_column") { Columns = clause.Book.Columns, Join = "in" }
        : new Trouble("which_parameter", action.Summary, missing.Help) { IsOwnText = true, Offers = [.. missing.Choices.Select(choice => new Offer($"{action.Name}.{missing.Name}={choice}"))] };

    // The number that the choice needs: "curve test 1 flat" does not say how many points.
    private static Trouble? LackingNumber(ActionDescription action, JsonObject step)
    {
        var wanted = Wanted(action.Name, step).Split(',')[0];
        return action.Name is "curve" or "fill_missing" && step["text"] is null && step[wanted] is null
            && action.Parameters.FirstOrDefault(parameter => parameter.Name == wanted && parameter.Default is null) is { } number
            ? new Trouble("which_parameter", action.Summary, number.Help) { IsOwnText = true }
            : null;
    }

    private static string Wanted(string action, JsonObject step) => action switch
    {
        "curve" => (string?)step["method"] switch { "flat" => "points", "linear_to_range" => "low,high", "target_mean" => "target", _ => "maximum" },
        "round_scores" => "decimals",
        "drop_lowest" => "drop",
        "fill_missing" => "number",
        "convert_scale" => "maximum",
        "redact" => "length",
        _ => "",
    };

    // A number goes to the parameter that the choice needs, which the language's file says: "curve.flat" takes "points".
    private static void Numbered(Clause clause, ActionDescription action, JsonObject step, Queue<decimal> numbers, IReadOnlyList<KnownColumn> columns)
    {
        var wanted = Setting(clause, action.Name, "number") ?? Wanted(action.Name, step);
        foreach (var name in wanted.Split(',', StringSplitOptions.RemoveEmptyEntries))
            if (numbers.TryDequeue(out var number) && action.Parameters.Any(parameter => parameter.Name == name))
                step[name] = number;
        if (action.Name == "fill_missing" && step["number"] is null && columns.Any(column => column.IsText) && ContentReader.Read(clause) is { } text)
            step["text"] = text.ToString();
        foreach (var parameter in action.Parameters)
            if (!step.ContainsKey(parameter.Name) && parameter.Type == typeof(int) && parameter.Default is int number)
                step[parameter.Name] = number;
    }
}
