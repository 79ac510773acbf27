using Mlj.Pipeline;

namespace Mlj.Questions;

/// <summary>A question that a table answers without being changed. Immutable.</summary>
/// <param name="Subject">What is asked.</param>
/// <param name="Column">The column that is asked about; null for <see cref="QuestionSubject.Count"/> and <see cref="QuestionSubject.List"/>.</param>
public sealed record TableQuestion(QuestionSubject Subject, string? Column = null)
{
    /// <summary>Which rows it is about, as steps that filter and sort; all rows by default.</summary>
    public Plan Rows { get; init; } = Plan.Empty;
}
