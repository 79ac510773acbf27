namespace Mlj.Testing.Time;

/// <summary>The real clock, run faster: everything that waits by it waits as many times less.</summary>
/// <param name="factor">How many times faster.</param>
public sealed class FastClock(int factor) : TimeProvider
{
    private readonly DateTimeOffset _start = new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);
    private readonly long _began = System.GetTimestamp();

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _start + System.GetElapsedTime(_began) * factor;

    /// <inheritdoc />
    public override long GetTimestamp() => System.GetTimestamp() * factor;

    /// <inheritdoc />
    public override long TimestampFrequency => System.TimestampFrequency;

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Faster(dueTime), Faster(period));

    private TimeSpan Faster(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / factor;
}
