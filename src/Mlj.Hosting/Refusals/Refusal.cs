namespace Mlj.Hosting.Refusals;

/// <summary>Why something is not done.</summary>
/// <param name="Kind">Which sort of reason it is.</param>
/// <param name="Code">The reason in snake_case, for programs.</param>
/// <param name="Message">The reason and what to do, for people. It has no address and no name of a participant in it.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Message)
{
    /// <summary>Single problems, such as those of a plan's steps; none by default.</summary>
    public IReadOnlyList<ProblemView> Problems { get; init; } = [];
}
