namespace Mlj.Fuzzing;

/// <summary>Looks from another thread whether a file takes so long that it will not end.</summary>
internal sealed class Watchdog : IDisposable
{
    private static readonly TimeSpan Interval = 4 * Fuzzer.MaxTime;

    private readonly Timer _timer;
    private FuzzCase? _seen;

    /// <param name="fuzzer">What is watched.</param>
    /// <param name="hangs">Called with a file that was being examined twice in a row.</param>
    public Watchdog(Fuzzer fuzzer, Action<FuzzCase> hangs) => _timer = new Timer(_ =>
    {
        var current = fuzzer.Current;
        if (current is not null && ReferenceEquals(current, _seen))
            hangs(current);
        _seen = current;
    }, null, Interval, Interval);

    public void Dispose() => _timer.Dispose();
}
