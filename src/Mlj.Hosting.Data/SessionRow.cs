namespace Mlj.Hosting.Data;

/// <summary>A session as a row. Times are milliseconds since 1970, which every database compares as they are.</summary>
internal sealed class SessionRow
{
    public required string Id { get; set; }

    public long Version { get; set; }

    public long Created { get; set; }

    public long Expires { get; set; }

    public required string State { get; set; }
}
