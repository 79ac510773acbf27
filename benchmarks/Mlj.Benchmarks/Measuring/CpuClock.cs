using Perfolizer.Horology;

namespace Mlj.Benchmarks.Measuring;

/// <summary>
/// Counts the processor time of all threads of this process, so that other processes do not show in it and work that two cores share
/// counts as the work that it is.
/// </summary>
internal sealed class CpuClock : IClock
{
    public string Title => "processor time";

    public bool IsAvailable => true;

    public Frequency Frequency => new(TimeSpan.TicksPerSecond);

    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}
