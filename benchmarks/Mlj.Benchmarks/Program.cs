using System.Globalization;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Mlj.Benchmarks.Measuring;
using Perfolizer.Horology;

namespace Mlj.Benchmarks;

/// <summary>Runs the benchmarks that are named, or all: <c>[NAME...] [--wall] [--iterations N] [--results FOLDER] [--date DATE] [--note TEXT]</c>.</summary>
internal static class Program
{
    private static readonly Type[] All = [typeof(ReadSurveyExport), typeof(ReadNumbers), typeof(ReadClassExport), typeof(ReadCsv), typeof(WriteHundredThousandRows), typeof(WriteBookOfHundredThousand), typeof(ChangeHundredThousandRows)];

    public static int Main(string[] args)
    {
        var names = new List<string>();
        string? results = null, note = null;
        var date = TimeProvider.System.GetLocalNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        IClock clock = new CpuClock();
        int? iterations = null;
        for (var index = 0; index < args.Length; index++)
        {
            switch (args[index])
            {
                case "--iterations" when index + 1 < args.Length && int.TryParse(args[index + 1], CultureInfo.InvariantCulture, out var number) && number > 0:
                    iterations = number;
                    index++;
                    break;
                case "--wall":
                    clock = Chronometer.BestClock;
                    break;
                case "--results" or "--date" or "--note" or "--iterations" when index + 1 == args.Length:
                    return Explain($"{args[index]} needs a value.");
                case "--results":
                    results = args[++index];
                    break;
                case "--date":
                    date = args[++index];
                    break;
                case "--note":
                    note = args[++index];
                    break;
                default:
                    names.Add(args[index]);
                    break;
            }
        }
        if (names.Find(name => !All.Any(type => type.Name == name)) is { } unknown)
            return Explain($"There is no benchmark '{unknown}'.");
        foreach (var type in All.Where(type => names.Count == 0 || names.Contains(type.Name)))
        {
            var job = type == typeof(ReadClassExport) ? Settings.ShortRuns : type == typeof(ReadCsv) || type == typeof(ChangeHundredThousandRows) ? Settings.MiddleRuns : Settings.LongRuns;
            if (iterations is { } count)
                job = job.WithIterationCount(count);
            var summary = BenchmarkRunner.Run(type, Settings.Of(job, clock, writes: type == typeof(WriteHundredThousandRows) || type == typeof(WriteBookOfHundredThousand)));
            if (results is not null)
                Save(summary, clock, Path.Combine(results, $"{type.Name}.md"), date, note);
        }
        return 0;
    }

    private static void Save(Summary summary, IClock clock, string path, string date, string? note)
    {
        var table = new AccumulationLogger();
        MarkdownExporter.GitHub.ExportToLog(summary, table);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, $"""
            # {Path.GetFileNameWithoutExtension(path)}

            {date}. Times are {(clock is CpuClock ? "processor time of all threads" : "wall clock")}. {note}

            {table.GetLog().ReplaceLineEndings("\n").TrimEnd()}

            """);
    }

    private static int Explain(string problem)
    {
        Console.Error.WriteLine(problem);
        Console.Error.WriteLine($"Usage: [NAME...] [--wall] [--iterations N] [--results FOLDER] [--date DATE] [--note TEXT]. The names are: {string.Join(", ", All.Select(type => type.Name))}.");
        return 2;
    }
}
