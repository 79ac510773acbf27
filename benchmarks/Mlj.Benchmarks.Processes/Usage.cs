using System.Globalization;

namespace Mlj.Benchmarks.Processes;

/// <summary>What one process cost.</summary>
/// <param name="Wall">Seconds from its start to its end.</param>
/// <param name="User">Seconds of processor time in the program, all threads.</param>
/// <param name="Kernel">Seconds of processor time in the kernel on its behalf.</param>
/// <param name="Peak">The most memory it had resident, in bytes.</param>
internal readonly record struct Usage(double Wall, double User, double Kernel, long Peak)
{
    public double Cpu => User + Kernel;

    /// <summary>The runs' medians, each number on its own.</summary>
    public static Usage Median(IReadOnlyCollection<Usage> runs) => new(
        Middle(runs.Select(run => run.Wall)), Middle(runs.Select(run => run.User)), Middle(runs.Select(run => run.Kernel)), (long)Middle(runs.Select(run => (double)run.Peak)));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Wall:R} {User:R} {Kernel:R} {Peak}");

    public static Usage Parse(string line)
    {
        var parts = line.Split(' ');
        return new Usage(Number(parts[0]), Number(parts[1]), Number(parts[2]), long.Parse(parts[3], CultureInfo.InvariantCulture));

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
