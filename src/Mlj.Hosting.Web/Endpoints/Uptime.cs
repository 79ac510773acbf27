namespace Mlj.Hosting.Web.Endpoints;

/// <summary>Since when the host is there.</summary>
internal sealed class Uptime(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>Whole seconds.</summary>
    public long Seconds => (long)time.GetElapsedTime(_start).TotalSeconds;
}
