namespace Mlj.Hosting.Cli.Batches;

/// <summary>What became of a run.</summary>
internal enum BatchStatus
{
    /// <summary>Its output is written.</summary>
    Done,

    /// <summary>Its output is there already, and nothing that it is made of has changed.</summary>
    Skipped,

    /// <summary>It could not be done; its output is as it was.</summary>
    Failed,

    /// <summary>The batch was stopped before it was done.</summary>
    Stopped,
}
