using Mlj.Questions;

namespace Mlj.Hosting.Sessions;

/// <summary>A message and what was answered.</summary>
/// <param name="Said">The message.</param>
/// <param name="Kind"><c>steps</c>, <c>ask</c>, <c>clarify</c>, <c>refuse</c> or <c>undo</c>.</param>
/// <param name="Answered">The answer in words.</param>
/// <param name="Plan">The plan as JSON, of <c>steps</c>; the rows that <c>ask</c> is about; otherwise null.</param>
/// <param name="Choices">The choices that were offered.</param>
/// <param name="Subject">What was asked of the table; null for other kinds.</param>
/// <param name="Column">The column that was asked about; null for other kinds and for no column.</param>
/// <param name="Person">Whom was asked about; null for other kinds and for everybody.</param>
public sealed record SpokenTurn(string Said, string Kind, string Answered, string? Plan, IReadOnlyList<string> Choices, QuestionSubject? Subject = null, string? Column = null, string? Person = null);
