namespace Mlj.Hosting.Web.Settings;

/// <summary>The section <c>Mlj</c> of the configuration; each as <c>MLJ__NAME</c> in the environment. See docs/configuration.md.</summary>
internal sealed record WebSettings
{
    public const string Section = "Mlj";

    /// <summary>Where sessions and files are kept; null for a folder <c>mlj</c> in the user's data folder.</summary>
    public string? DataFolder { get; init; }

    /// <summary>How long a session lives after it was last used.</summary>
    public double SessionMinutes { get; init; } = 60;

    /// <summary>The largest file.</summary>
    public int MaxFileMegabytes { get; init; } = 50;

    /// <summary>All files of a session.</summary>
    public int MaxSessionMegabytes { get; init; } = 200;

    /// <summary>Files of a session.</summary>
    public int MaxFiles { get; init; } = 60;

    /// <summary>Sessions that live at once.</summary>
    public int MaxSessions { get; init; } = 10_000;

    /// <summary>Cells of tables that are kept in memory.</summary>
    public long MaxCellsInMemory { get; init; } = 5_000_000;

    /// <summary>How often what has expired is deleted.</summary>
    public double PurgeMinutes { get; init; } = 5;

    /// <summary>Requests of one address in a minute; 0 for no limit.</summary>
    public int RequestsPerMinute { get; init; } = 1_200;

    /// <summary>Sessions that one address begins in a minute; 0 for no limit.</summary>
    public int SessionsPerMinute { get; init; } = 60;

    /// <summary>Messages in words from one address in a minute; 0 for no limit.</summary>
    public int WordsPerMinute { get; init; } = 30;

    /// <summary>Whether traces and metrics are sent where the variables OTEL_* say.</summary>
    public bool Telemetry { get; init; }

    /// <summary>The folder of the data, in full.</summary>
    public string Folder => Path.GetFullPath(DataFolder is { Length: > 0 } folder ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } home ? home : Path.GetTempPath(), "mlj"));

    public WorkbenchOptions Workbench => new()
    {
        Lifetime = TimeSpan.FromMinutes(SessionMinutes),
        MaxFileBytes = (long)MaxFileMegabytes << 20,
        MaxSessionBytes = (long)MaxSessionMegabytes << 20,
        MaxFiles = MaxFiles,
        MaxSessions = MaxSessions,
        MaxCellsInMemory = MaxCellsInMemory,
    };
}
