namespace Mlj.Agent.Phrases.Answers;

/// <summary>Words that would answer a question back.</summary>
/// <param name="Sentence">The key of the sentence, or the choice of an action as <c>action.parameter=choice</c>.</param>
/// <param name="Word">What stands in its gap.</param>
internal sealed record Offer(string Sentence, string Word = "")
{
    /// <summary>Whether it is a message of its own, and no words behind the message.</summary>
    public bool IsWhole { get; init; }
}
