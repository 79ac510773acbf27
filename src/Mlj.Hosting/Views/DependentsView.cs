namespace Mlj.Hosting.Views;

/// <summary>The later steps that cannot stay without a step.</summary>
public sealed record DependentsView(int Step, IReadOnlyList<StepView> Dependents);
