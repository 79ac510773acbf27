namespace Mlj.Merging;

/// <summary>A participant who sat a test more than once, and which attempts count.</summary>
/// <param name="Participant">Who.</param>
/// <param name="Test">The test's number.</param>
/// <param name="Kept">The attempts that count: one, or all of them under <see cref="AttemptPolicy.Average"/>.</param>
/// <param name="Superseded">The attempts that do not.</param>
public sealed record Retake(Participant Participant, int Test, IReadOnlyList<Attempt> Kept, IReadOnlyList<Attempt> Superseded);
