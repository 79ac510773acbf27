using System.Diagnostics;
using Mlj.Sources;

namespace Mlj.Fuzzing;

/// <summary>
/// Makes files that are nearly all right, one after the other, and holds each against what is promised of any file: it is read or refused
/// with a problem, in bounded time and memory, and nothing else comes out. Not safe for use by two threads.
/// </summary>
/// <param name="seed">The seed; the same makes the same files.</param>
/// <param name="format">Which files are made.</param>
/// <param name="formats">What reads them; null for all that the library reads.</param>
public sealed class Fuzzer(int seed, FuzzFormat format = FuzzFormat.All, SourceFormats? formats = null)
{
    /// <summary>The longest that a file may take; they are all small.</summary>
    public static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(5);

    /// <summary>The most bytes that may be allocated for a file, over all the ways in which it is read.</summary>
    public const long MaxBytes = 256 << 20;

    private readonly Examination _examination = new(formats ?? SourceFormats.Default);

    /// <summary>What is being examined at the moment, for somebody who watches from another thread; null between two files.</summary>
    public FuzzCase? Current { get; private set; }

    /// <summary>Told of every finding that is the first of its kind.</summary>
    public Action<Finding>? Found { get; init; }

    /// <summary>Makes and examines files until there were enough of them or the time is over.</summary>
    public FuzzReport Run(long executions, TimeSpan time)
    {
        var report = new FuzzReport();
        var clock = Stopwatch.StartNew();
        for (long number = 0; number < executions && clock.Elapsed < time; number++)
            Examine(number, report);
        report.Elapsed = clock.Elapsed;
        return report;
    }

    /// <summary>Makes one file and examines it.</summary>
    public FuzzReport Replay(long number)
    {
        var report = new FuzzReport();
        Examine(number, report);
        return report;
    }

    private void Examine(long number, FuzzReport report)
    {
        var file = FuzzCase.Make(seed, number, format);
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        Current = file;
        var (outcome, time) = Examine(file, report);
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        report.Add(outcome, number, time, bytes);
        // Other threads of the process may have worked meanwhile, but hardly twice.
        if (time > MaxTime && Examine(file, report).Time is var again && again > MaxTime)
            Add(new Finding(file, "Time is bounded", $"{time.TotalSeconds:F1} s, and again {again.TotalSeconds:F1} s"), report);
        if (bytes > MaxBytes)
            Add(new Finding(file, "Memory is bounded", $"{bytes >> 20} MB"), report);
        Current = null;
    }

    private (string Outcome, TimeSpan Time) Examine(FuzzCase file, FuzzReport report)
    {
        var before = Environment.CpuUsage.TotalTime;
        try
        {
            return (_examination.Examine(file), Environment.CpuUsage.TotalTime - before);
        }
        catch (BrokenPromiseException broken)
        {
            Add(new Finding(file, broken.Promise, broken.Detail), report);
        }
#pragma warning disable CA1031 // Any exception that got here is what is looked for.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Add(new Finding(file, $"Only declared exceptions come out, not {error.GetType().Name} {Origin(error)}", error.ToString()), report);
        }
        return ("finding", Environment.CpuUsage.TotalTime - before);
    }

    private void Add(Finding finding, FuzzReport report)
    {
        if (report.Add(finding))
            Found?.Invoke(finding);
    }

    // The first line of our own code on the way: faults of one origin are one fault.
    private static string Origin(Exception error) =>
        error.StackTrace?.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith("at Mlj.", StringComparison.Ordinal)) ?? "";
}
