using Mlj.Hosting.Refusals;

namespace Mlj.Hosting.Views;

/// <summary>A step that was left out, and why.</summary>
public sealed record SkippedView(int Step, string Action, IReadOnlyList<ProblemView> Problems);
