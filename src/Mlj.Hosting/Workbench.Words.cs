using System.Globalization;
using Mlj.Agent.Planning;
using Mlj.Hosting.Heads;
using Mlj.Hosting.Refusals;
using Mlj.Hosting.Sessions;
using Mlj.Hosting.Views;
using Mlj.Hosting.Words;
using Mlj.Pipeline;

namespace Mlj.Hosting;

/// <content>Words. They make a plan that waits, an answer, a question back or a refusal; the table changes only when a plan is accepted.</content>
public sealed partial class Workbench
{
    private const int MaxMessageLength = 2_000;
    private const string SaidInWords = "words";

    /// <summary>Understands a message.</summary>
    /// <param name="key">Which session.</param>
    /// <param name="message">The message; at most 2,000 characters.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<WordsView> SayAsync(SessionKey key, string message, CancellationToken cancellation = default)
    {
        var planner = _planner ?? throw Refuse.NoPlanner();
        if (string.IsNullOrWhiteSpace(message))
            throw Refuse.NoMessage();
        if (message.Length > MaxMessageLength)
            throw Refuse.Bad("message_too_long", $"A message has at most {MaxMessageLength} characters. Say it in parts.");
        WordsView? view = null;
        Run? run = null;
        var (session, _) = await ChangeAsync(key, async before =>
        {
            var head = await _heads.OfAsync(before, cancellation);
            // What is said next is about what the person sees: the table as the waiting plan leaves it.
            var open = before.Pending is { } pending && RunOf(head, pending) is { IsDone: true } waiting ? waiting : null;
            var request = new PlanningRequest(message, TableOutline.Of(open?.Result ?? head.Table))
            {
                Conversation = Turns.Of(before.Conversation),
                IsLastPending = open is not null && before.Pending?.Origin == SaidInWords,
            };
            var answer = await planner.AnswerAsync(request, cancellation);
            var spoken = before with { Conversation = [.. before.Conversation.Append(Turns.Of(message, answer)).TakeLast(Session.MostTurns)] };
            switch (answer)
            {
                case PlannerAnswer.Steps steps:
                    return Propose(steps, open);
                case PlannerAnswer.Ask ask:
                    view = new("answer", ask.Question.Answer(open?.Result ?? head.Table, BuiltInActions.Catalog).Sentence, [], null, 0);
                    return (spoken, head);
                case PlannerAnswer.Clarify clarify:
                    view = new("clarify", clarify.Message, clarify.Choices, null, 0);
                    return (spoken, head);
                case PlannerAnswer.Undo:
                    return Undone();
                default:
                    view = new("refuse", answer.Message, [], null, 0);
                    return (spoken, head);
            }

            (Session, Head?) Propose(PlannerAnswer.Steps steps, Run? open)
            {
                var plan = open is null || steps.ReplacesPending ? steps.Plan with { Seed = Plan.NewSeed() } : open.Plan with { Steps = [.. open.Plan.Steps, .. steps.Plan.Steps] };
                try
                {
                    (var made, run) = Proposed(head, new PendingPlan(PlanJson.Write(plan, BuiltInActions.Catalog), SaidInWords, Sentence(steps, open is null || steps.ReplacesPending ? null : before.Pending), Maps: true, Partial: false));
                    view = new("steps", steps.Message, [], null, 0);
                    return (spoken with { Pending = made }, head);
                }
                catch (RefusedException error) when (error.Refusal.Kind == RefusalKind.CannotBeDone)
                {
                    view = new("refuse", error.Message, [], null, 0);
                    return (spoken, head);
                }
            }

            (Session, Head?) Undone()
            {
                if (before.Pending is not null)
                {
                    view = new("undone", "The plan that waited is dropped; the table is as it was.", [], null, 0);
                    return (spoken with { Pending = null }, head);
                }
                if (head.History.Steps.LastOrDefault(step => !step.IsUndone) is { } last && head.History.TryUndo(last.Number, withDependents: true, out var after, out _))
                {
                    var name = BuiltInActions.Catalog.Describe(last.Action).Name.Replace('_', ' ');
                    view = new("undone", string.Create(CultureInfo.InvariantCulture, $"Step {last.Number}, {name}, is undone."), [], null, 0);
                    return Moved(spoken, head, after);
                }
                view = new("refuse", "There is nothing to take back.", [], null, 0);
                return (spoken, head);
            }
        }, cancellation);
        return view! with { Version = session.Version, Waiting = run is null ? null : Preview(session, run) };
    }

    /// <summary>What a plan does in words, with what waited before it; null when nobody has put that into words, and its steps speak for themselves.</summary>
    private static string? Sentence(PlannerAnswer.Steps steps, PendingPlan? before) => before is null ? steps.Message
        : before.Message is { } former ? $"{former} Then: {steps.Message}" : null;
}
