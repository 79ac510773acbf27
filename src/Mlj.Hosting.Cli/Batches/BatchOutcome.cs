namespace Mlj.Hosting.Cli.Batches;

/// <summary>What became of a run.</summary>
/// <param name="Name">The run's name.</param>
/// <param name="Output">The path of its output.</param>
/// <param name="Status">Whether it is done.</param>
/// <param name="Record">What it came to; null when there is no output.</param>
/// <param name="Refused">The files that could not be used.</param>
/// <param name="Problem">Why it failed; null when it did not.</param>
internal sealed record BatchOutcome(string Name, string Output, BatchStatus Status, BatchRecord? Record, IReadOnlyList<BatchRefusal> Refused, string? Problem)
{
    /// <summary>Whether it has its output, made of all its files.</summary>
    public bool IsWhole => Status is BatchStatus.Done or BatchStatus.Skipped && Refused.Count == 0;
}
