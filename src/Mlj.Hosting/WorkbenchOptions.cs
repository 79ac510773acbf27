namespace Mlj.Hosting;

/// <summary>What a workbench takes and keeps.</summary>
public sealed record WorkbenchOptions
{
    /// <summary>How long a session lives after it was last used; one hour by default.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Bytes of one file; 50 MB by default.</summary>
    public long MaxFileBytes { get; init; } = 50L << 20;

    /// <summary>Bytes of all files of a session; 200 MB by default.</summary>
    public long MaxSessionBytes { get; init; } = 200L << 20;

    /// <summary>Files of a session; 60 by default.</summary>
    public int MaxFiles { get; init; } = 60;

    /// <summary>Sessions that live at once; 10,000 by default.</summary>
    public int MaxSessions { get; init; } = 10_000;

    /// <summary>Cells of tables that are kept in memory, so that they need not be made again; 5 million by default.</summary>
    public long MaxCellsInMemory { get; init; } = 5_000_000;

    /// <summary>Tables that are made at once; the number of processors by default.</summary>
    public int MaxCompilationsAtOnce { get; init; } = Environment.ProcessorCount;

    /// <summary>Fails when a value makes no sense.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is not above 0; the message names it.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Lifetime, TimeSpan.Zero, nameof(Lifetime));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxFileBytes, 1, nameof(MaxFileBytes));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxSessionBytes, 1, nameof(MaxSessionBytes));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxFiles, 1, nameof(MaxFiles));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxSessions, 1, nameof(MaxSessions));
        ArgumentOutOfRangeException.ThrowIfNegative(MaxCellsInMemory, nameof(MaxCellsInMemory));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxCompilationsAtOnce, 1, nameof(MaxCompilationsAtOnce));
    }
}
