namespace Mlj.Hosting.Data;

/// <summary>A count of use as a row.</summary>
internal sealed class UseRow
{
    public required string Name { get; set; }

    public long Times { get; set; }
}
