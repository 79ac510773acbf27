using BenchmarkDotNet.Running;

namespace Mlj.Benchmarks.Measuring;

/// <summary>What a benchmark works on, told by its setup and its runs for the columns of the report. Everything runs in one process, so it can be kept here.</summary>
internal static class Workload
{
    private static readonly Dictionary<string, (long Rows, long Bytes)> Sizes = [];
    private static readonly Dictionary<string, long> Files = [];

    /// <summary>Says how many rows a class of benchmarks works through, and how many bytes they are when unpacked.</summary>
    public static void Is<TBenchmark>(object? parameter, long rows, long bytes) => Sizes[Key(typeof(TBenchmark), parameter)] = (rows, bytes);

    /// <summary>Says how large the file is that a writer wrote.</summary>
    public static void Wrote(string method, long bytes) => Files[method] = bytes;

    public static (long Rows, long Bytes) Of(BenchmarkCase benchmark) =>
        Sizes.GetValueOrDefault(Key(benchmark.Descriptor.Type, benchmark.Parameters.Count > 0 ? benchmark.Parameters[0].Value : null));

    public static long? FileOf(BenchmarkCase benchmark) => Files.TryGetValue(benchmark.Descriptor.WorkloadMethod.Name, out var bytes) ? bytes : null;

    private static string Key(Type benchmark, object? parameter) => $"{benchmark.Name} {parameter}";
}
