namespace Mlj.Hosting.Views;

/// <summary>All steps that were ever accepted.</summary>
public sealed record HistoryView(long Version, IReadOnlyList<StepView> Steps, bool CanRedo);
