using Mlj.Pipeline;
using Mlj.Questions;

namespace Mlj.Agent.Planning;

/// <summary>What a planner makes of a message. One of the kinds nested here; nothing has been done yet whichever it is.</summary>
/// <param name="Message">One sentence to the person: what would be done, what is asked, or why not and what can be done instead.</param>
public abstract record PlannerAnswer(string Message)
{
    /// <summary>
    /// Steps that do what was asked. They are previewed and accepted like any others, once they have a seed: what a step does by chance, such
    /// as the codes of a redaction, comes from it, and a planner gives none. Run <c>answer.Plan with { Seed = Plan.NewSeed() }</c>, and keep
    /// that plan, so that the preview and the result are the same.
    /// </summary>
    /// <param name="Plan">The plan, read strictly against the catalogue; at least one step; its seed is 0.</param>
    /// <param name="Message">What the steps do.</param>
    public sealed record Steps(Plan Plan, string Message) : PlannerAnswer(Message)
    {
        /// <summary>Whether these steps take the place of those that the conversation still has open, as after "no, by test 2".</summary>
        public bool ReplacesPending { get; init; }
    }

    /// <summary>A question about the table that the table itself answers; nothing is changed.</summary>
    /// <param name="Question">What is asked.</param>
    /// <param name="Message">The question in plain words.</param>
    public sealed record Ask(TableQuestion Question, string Message) : PlannerAnswer(Message);

    /// <summary>A question back: what was said can mean several things, or not enough was said.</summary>
    /// <param name="Message">The question.</param>
    /// <param name="Choices">Whole messages that would answer it, each understood as it stands; none when any text is possible.</param>
    public sealed record Clarify(string Message, IReadOnlyList<string> Choices) : PlannerAnswer(Message);

    /// <summary>What was asked is not done here, or not by words.</summary>
    /// <param name="Message">Why not, and what can be done instead.</param>
    public sealed record Refuse(string Message) : PlannerAnswer(Message);

    /// <summary>The last accepted step shall be taken back, or the steps that are open shall be dropped.</summary>
    /// <param name="Message">What is taken back.</param>
    public sealed record Undo(string Message) : PlannerAnswer(Message);
}
