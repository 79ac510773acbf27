using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Order;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Mlj.Benchmarks.Measuring;

/// <summary>How benchmarks are measured: in this process, by processor time or by the clock on the wall.</summary>
internal static class Settings
{
    /// <summary>Work of a tenth of a second and more: one run an iteration.</summary>
    public static Job LongRuns { get; } = Job.Default.WithStrategy(RunStrategy.Monitoring).WithWarmupCount(1).WithIterationCount(5).WithInvocationCount(1).WithUnrollFactor(1);

    /// <summary>Work of some milliseconds, without a rival that takes seconds.</summary>
    public static Job MiddleRuns { get; } = LongRuns.WithWarmupCount(5).WithIterationCount(15);

    /// <summary>Work of a millisecond: many runs an iteration.</summary>
    public static Job ShortRuns { get; } = Job.Default.WithWarmupCount(5).WithIterationCount(15).WithIterationTime(TimeInterval.FromMilliseconds(100));

    public static IConfig Of(Job job, IClock clock, bool writes) => ManualConfig.CreateEmpty()
        .AddJob(job.WithToolchain(InProcessEmitToolchain.DontLogOutput).WithClock(clock).WithId(clock.Title))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddLogger(ConsoleLogger.Default)
        .AddExporter(MarkdownExporter.GitHub)
        .AddColumnProvider(DefaultColumnProviders.Descriptor, DefaultColumnProviders.Params)
        .AddColumn(StatisticColumn.Median, StatisticColumn.Min, StatisticColumn.StdDev, WorkColumn.Ratio, WorkColumn.Megabytes, WorkColumn.Rows)
        .AddColumn(writes ? [WorkColumn.FileSize] : [])
        .AddColumnProvider(DefaultColumnProviders.Metrics)
        .HideColumns("Gen0", "Gen1", "Gen2", "Alloc Ratio")
        .WithOrderer(new DefaultOrderer(SummaryOrderPolicy.Declared, MethodOrderPolicy.Declared));
}
