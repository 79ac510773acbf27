namespace Mlj.Agent.Assistants;

/// <summary>Where a session stands.</summary>
public enum SessionStatus
{
    /// <summary>Files come in.</summary>
    Uploading,

    /// <summary>The files are being merged.</summary>
    Consolidating,

    /// <summary>There is a table.</summary>
    Completed,

    /// <summary>The last merge gave no table.</summary>
    Failed,
}
