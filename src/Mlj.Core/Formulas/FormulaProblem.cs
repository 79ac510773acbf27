namespace Mlj.Formulas;

/// <summary>Why a text is no formula, or no formula for a table.</summary>
/// <param name="Code">A stable name of the kind of problem in snake_case, for programs.</param>
/// <param name="Position">The character of the formula where it was found, from 1.</param>
/// <param name="Message">What is wrong and what to do, in words.</param>
public sealed record FormulaProblem(string Code, int Position, string Message)
{
    /// <summary>The position, then the message.</summary>
    public override string ToString() => $"At character {Position} of the formula: {Message}";
}
