using Mlj.Merging;

namespace Mlj.Hosting.Cli.Output;

/// <summary>Who would have another result if other attempts counted.</summary>
internal sealed class WhatIf(Compilation results, AttemptPolicy attempts)
{
    /// <summary>The attempts that would count.</summary>
    public AttemptPolicy Attempts => attempts;

    /// <summary>Those whose outcome would be another one.</summary>
    public IReadOnlyList<OutcomeChange> Changes { get; } =
        results.ChangesTo(results.With(results.Options with { Merge = results.Options.Merge with { Attempts = attempts } }));
}
