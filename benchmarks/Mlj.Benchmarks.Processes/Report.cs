using System.Globalization;

namespace Mlj.Benchmarks.Processes;

/// <summary>Runs commands in turn, each as often as the others, and prints their medians as tables in Markdown.</summary>
internal sealed class Report(IReadOnlyList<Subject> subjects, int runs, int cores)
{
    /// <summary>What is asked of every build.</summary>
    /// <param name="What">The row's heading.</param>
    /// <param name="Rows">How many rows it works through; 0 where that means nothing.</param>
    /// <param name="Arguments">The arguments of <c>mlj</c>.</param>
    public sealed record Job(string What, long Rows, IReadOnlyList<string> Arguments);

    /// <summary>Measures and prints one table.</summary>
    public void Print(string title, IReadOnlyList<Job> jobs)
    {
        var all = jobs.SelectMany(job => subjects.Select(subject => (Job: job, Subject: subject, Runs: new List<Usage>()))).ToList();
        // In turn, so that a slow minute of the machine is shared by all.
        for (var run = 0; run < runs; run++)
            foreach (var (job, subject, usages) in all)
                usages.Add(Launcher.Measure([subject.Path, .. job.Arguments], cores).Usage);
        Console.WriteLine($"## {title}\n");
        Console.WriteLine("| work | build | wall s | CPU s | user s | system s | CPU s, least | peak MB | rows/s of CPU |");
        Console.WriteLine("|---|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var (job, subject, usages) in all)
        {
            var median = Usage.Median(usages);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {job.What} | {subject.Label} | {median.Wall:F3} | {median.Cpu:F3} | {median.User:F3} | {median.Kernel:F3} | {usages.Min(usage => usage.Cpu):F3} | {median.Peak / 1e6:F0} | {(job.Rows == 0 ? "" : (job.Rows / median.Cpu).ToString("N0", CultureInfo.InvariantCulture))} |"));
        }
        Console.WriteLine();
    }

    /// <summary>Measures the writer alone.</summary>
    public void PrintWriting(IReadOnlyList<int> sizes, string folder)
    {
        var all = sizes.Select(rows => (Rows: rows, Runs: new List<(Usage Usage, long Growth, long File)>())).ToList();
        for (var run = 0; run < runs; run++)
        {
            foreach (var (rows, usages) in all)
            {
                var (usage, line) = Launcher.Measure([.. Self, WritingProcess.Word, rows.ToString(CultureInfo.InvariantCulture), Path.Combine(folder, "written.xlsx")], cores);
                var parts = line.Split(' ');
                usages.Add((usage, long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture)));
            }
        }
        Console.WriteLine("## Growth of writing: one sheet of 12 styled columns, from a table that holds no rows in memory\n");
        Console.WriteLine("| rows | CPU s | growth over start, MB | file MB |");
        Console.WriteLine("|---:|---:|---:|---:|");
        foreach (var (rows, usages) in all)
        {
            var median = Usage.Median([.. usages.Select(each => each.Usage with { Peak = each.Growth })]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {rows:N0} | {median.Cpu:F3} | {median.Peak / 1e6:F1} | {usages[0].File / 1e6:F2} |"));
        }
        Console.WriteLine();
    }

    private static IEnumerable<string> Self => Launcher.Self.Count > 0 ? Launcher.Self : [Environment.ProcessPath!];
}
