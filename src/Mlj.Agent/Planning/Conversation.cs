namespace Mlj.Agent.Planning;

/// <summary>What was said before. Each conversation has its own; nothing is shared between them. Immutable.</summary>
/// <param name="Turns">The turns, the oldest first.</param>
public sealed record Conversation(IReadOnlyList<Turn> Turns)
{
    /// <summary>A conversation in which nothing was said.</summary>
    public static Conversation Empty { get; } = new([]);

    /// <summary>The conversation with one turn more.</summary>
    public Conversation With(string message, PlannerAnswer answer) => new([.. Turns, new Turn(message, answer)]);
}
