namespace Mlj.Pipeline;

/// <summary>A step of the accepted plans of a <see cref="History"/>.</summary>
/// <param name="Number">Its place among all steps that were ever accepted, from 1; never used again.</param>
/// <param name="Action">What it does.</param>
/// <param name="Done">The step as it was done; null while it is undone.</param>
public sealed record HistoryStep(int Number, TableAction Action, Step? Done)
{
    /// <summary>Whether it is undone.</summary>
    public bool IsUndone => Done is null;
}
