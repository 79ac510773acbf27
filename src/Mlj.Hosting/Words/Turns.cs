using Mlj.Agent.Planning;
using Mlj.Hosting.Sessions;
using Mlj.Pipeline;
using Mlj.Questions;

namespace Mlj.Hosting.Words;

/// <summary>Conversations, from the form in which sessions keep them and back.</summary>
internal static class Turns
{
    private const string Steps = "steps", Ask = "ask", Clarify = "clarify", Refused = "refuse", Undo = "undo";

    public static SpokenTurn Of(string said, PlannerAnswer answer) => answer switch
    {
        PlannerAnswer.Steps steps => new(said, Steps, answer.Message, Written(steps.Plan), []),
        PlannerAnswer.Ask ask => new(said, Ask, answer.Message, Written(ask.Question.Rows), [], ask.Question.Subject, ask.Question.Column, ask.Question.Person),
        PlannerAnswer.Clarify clarify => new(said, Clarify, answer.Message, null, clarify.Choices),
        PlannerAnswer.Undo => new(said, Undo, answer.Message, null, []),
        _ => new(said, Refused, answer.Message, null, []),
    };

    public static Conversation Of(IEnumerable<SpokenTurn> turns) => new([.. turns.Select(turn => new Turn(turn.Said, AnswerOf(turn)))]);

    private static PlannerAnswer AnswerOf(SpokenTurn turn) => turn switch
    {
        { Kind: Steps } when Read(turn.Plan) is { } plan => new PlannerAnswer.Steps(plan, turn.Answered),
        { Kind: Ask, Subject: { } subject } => new PlannerAnswer.Ask(new TableQuestion(subject, turn.Column) { Rows = Read(turn.Plan) ?? Plan.Empty, Person = turn.Person }, turn.Answered),
        { Kind: Clarify } => new PlannerAnswer.Clarify(turn.Answered, turn.Choices),
        { Kind: Undo } => new PlannerAnswer.Undo(turn.Answered),
        _ => new PlannerAnswer.Refuse(turn.Answered),
    };

    private static string Written(Plan plan) => PlanJson.Write(plan, BuiltInActions.Catalog);

    private static Plan? Read(string? json) => json is not null && PlanJson.TryRead(json, BuiltInActions.Catalog, out var plan, out _) ? plan : null;
}
