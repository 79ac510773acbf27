using System.Text.Json.Nodes;
using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;
using Mlj.Agent.Planning;
using Mlj.Pipeline;

namespace Mlj.Agent.Phrases;

/// <summary>A message within its conversation: what "it" means, what an answer answers, what is taken back or replaced.</summary>
internal sealed class Talk(PhrasePlanner planner, PlanningRequest request, ColumnBook book)
{
    private const int LongestReply = 8;

    public PlannerAnswer Answer(string message, Sentence sentence)
    {
        var last = request.Conversation.Turns.Count > 0 ? request.Conversation.Turns[^1] : null;
        var wording = planner.Wording(sentence.Language);
        var content = sentence.Tokens.Where(token => token.Kind != TokenKind.Sign && !token.IsFiller).ToList();
        if (content.Count is > 0 and <= 4
            && content.TrueForAll(token =>
                token.IsAny(Meaning.Undo, Meaning.Cancel, Meaning.It, Meaning.Last, Meaning.No, Meaning.Change, Meaning.Also, Meaning.Then))
            && content.Exists(token => token.IsAny(Meaning.Undo, Meaning.Cancel)))
            return new PlannerAnswer.Undo(wording.Say("undo"));
        var known = WithPending(last);
        if (last?.Answer is PlannerAnswer.Clarify asked && content.Count <= LongestReply && Reply(last, asked, message, sentence, known) is { } replied)
            return replied;
        if (last?.Answer is PlannerAnswer.Steps pending && content.Count > 0 && content[0].Is(Meaning.No))
            return Instead(pending, sentence, known, wording);
        return planner.Understand(sentence, known, Topic(known));
    }

    // Columns that steps which nobody has accepted yet would make are spoken of too.
    private ColumnBook WithPending(Turn? last)
    {
        if (!request.IsLastPending || last?.Answer is not PlannerAnswer.Steps pending)
            return book;
        var known = book;
        foreach (var action in pending.Plan.Steps)
            foreach (var parameter in planner.Catalog.Describe(action).Parameters)
                if (parameter.Names == ParameterSubject.NewColumn && parameter.Get(action) is string { Length: > 0 } name && known.Find(name) is null)
                    known = known.With(name, Tables.ColumnRole.None, isText: false);
        return known;
    }

    // The column that was last made or worked on.
    private KnownColumn? Topic(ColumnBook known)
    {
        foreach (var turn in request.Conversation.Turns.Reverse())
        {
            if (turn.Answer is PlannerAnswer.Ask { Question.Column: { } asked } && known.Find(asked) is { } column)
                return column;
            if (turn.Answer is not PlannerAnswer.Steps steps)
                continue;
            foreach (var action in steps.Plan.Steps.Reverse())
            {
                var parameters = planner.Catalog.Describe(action).Parameters;
                var named = parameters.Where(parameter =>
                    parameter.Names is ParameterSubject.Column or ParameterSubject.NumberColumn).Select(parameter => parameter.Get(action) as string);
                var made = parameters.Where(parameter => parameter.Names == ParameterSubject.NewColumn).Select(parameter => parameter.Get(action) as string);
                if (named.Concat(made).FirstOrDefault(name => name is not null && known.Find(name) is not null) is { } found)
                    return known.Find(found);
            }
        }
        return null;
    }

    // "test 2" after "which column?".
    private PlannerAnswer? Reply(Turn last, PlannerAnswer.Clarify asked, string message, Sentence sentence, ColumnBook known)
    {
        if (asked.Choices.FirstOrDefault(choice => string.Equals(choice, message.Trim(), StringComparison.OrdinalIgnoreCase)) is { } chosen)
            return planner.Understand(planner.Read(chosen, known), known, Topic(known));
        var clause = new Clause(message, sentence.Tokens, known);
        if (clause.Mentions is [{ Kind: MentionKind.One } mention] && clause.Lead >= clause.Count)
        {
            var name = $"\"{mention.Columns[0].Name}\"";
            if (asked.Choices.FirstOrDefault(choice => choice.Contains(name, StringComparison.Ordinal)) is { } choice)
                return planner.Understand(planner.Read(choice, known), known, Topic(known));
        }
        // A reply that says nothing by itself is said with what it replies to.
        var alone = planner.Understand(sentence, known, Topic(known), offers: false);
        if (alone is PlannerAnswer.Ask || clause.HasLead && alone is not PlannerAnswer.Clarify)
            return null;
        var whole = planner.Read($"{last.Message.TrimEnd(' ', '.', '!', '?')} {message}", known);
        return planner.Understand(whole, known, Topic(known)) is PlannerAnswer.Steps or PlannerAnswer.Ask
            ? planner.Understand(whole, known, Topic(known))
            : null;
    }

    // "no, by test 2" keeps what was planned but for the column or the direction.
    private PlannerAnswer Instead(PlannerAnswer.Steps pending, Sentence sentence, ColumnBook known, Wording wording)
    {
        var rest = sentence.Tokens.SkipWhile(token => token.Is(Meaning.No) || token.Kind == TokenKind.Sign || token.IsFiller).ToList();
        if (rest.Count == 0)
            return new PlannerAnswer.Undo(wording.Say("undo"));
        var own = sentence with { Tokens = rest };
        var clause = new Clause(sentence.Message, rest, known);
        if (clause.HasLead && planner.Understand(own, book, Topic(known)) is PlannerAnswer.Steps whole)
            return whole with { ReplacesPending = true };
        var mentions = clause.Mentions.Where(mention => mention.Kind == MentionKind.One).ToList();
        var steps = Drafts(pending.Plan);
        bool? ascending = clause.Has(Meaning.Descending) ? false : clause.Has(Meaning.Ascending) ? true : clause.Has(Meaning.Low) ? true : clause.Has(Meaning.High) ? false : null;
        decimal? number = rest.Where((token, at) => token.Number is not null && clause.MentionAt(at) is null).Select(token => token.Number).FirstOrDefault();
        for (var index = steps.Count - 1; index >= 0; index--)
        {
            var action = planner.Catalog.Find(steps[index].Action)!;
            var changed = (JsonObject)steps[index].Params.DeepClone();
            if (mentions.Count == 1
                && action.Parameters.FirstOrDefault(parameter =>
                    parameter.Names is ParameterSubject.Column or ParameterSubject.NumberColumn && parameter.Type == typeof(string)) is { } column)
                changed[column.Name] = mentions[0].Columns[0].Name;
            else if (mentions.Count == 0 && ascending is { } way && action.Parameters.Any(parameter => parameter.Name == "ascending"))
                changed["ascending"] = way;
            else if (mentions.Count == 0
                && number is { } said
                && action.Parameters.Where(parameter =>
                    parameter.Type == typeof(decimal) && changed.ContainsKey(parameter.Name)).ToList() is [var only])
                changed[only.Name] = said;
            else if (mentions.Count == 0 && number is { } value && steps[index].Action == "filter_data")
                changed["value"] = value;
            else
                continue;
            steps[index] = steps[index] with { Params = changed };
            return PlanWriter.TryWrite(steps, planner.Catalog, out var plan)
                ? new PlannerAnswer.Steps(plan, wording.Describe(steps)) { ReplacesPending = true }
                : new PlannerAnswer.Clarify(wording.Say("what_instead"), []);
        }
        return new PlannerAnswer.Clarify(wording.Say("what_instead"), []);
    }

    private List<StepDraft> Drafts(Plan plan)
    {
        var written = JsonNode.Parse(PlanJson.Write(plan, planner.Catalog))!["steps"]!.AsArray();
        return [.. written.Select(step => new StepDraft((string)step!["action"]!, (JsonObject)step["params"]!.DeepClone()))];
    }
}
