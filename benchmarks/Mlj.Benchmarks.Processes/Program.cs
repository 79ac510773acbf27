using System.Globalization;
using System.Runtime.InteropServices;
using Mlj.Benchmarks.Data;

namespace Mlj.Benchmarks.Processes;

/// <summary>Runs whole cold processes of <c>mlj</c> and prints what they cost. Linux only: it asks the kernel.</summary>
internal static class Program
{
    private const string Help = """
        Usage: [samples] [consolidate] [growth] [write] [--mlj [LABEL=]PATH]... [--runs N] [--cores N] [--max-rows N] [--date DATE] [--note TEXT]
        Without words all four are measured. --mlj may be given more than once, to compare builds; without it the Release build of this checkout is measured.
        """;

    private static readonly int[] Growth = [1_000, 10_000, 100_000, 1_000_000];
    private static readonly string[] Parts = ["samples", "consolidate", "growth", "write"];

    public static int Main(string[] args)
    {
        if (!OperatingSystem.IsLinux())
        {
            Console.Error.WriteLine("This measures by getrusage and /proc, which only Linux has.");
            return 2;
        }
        return args switch
        {
            [Launcher.Word, _, _, ..] => Launcher.Launch(args[1..]),
            [WritingProcess.Word, _, var path] when path.EndsWith(".xlsx", StringComparison.Ordinal) => WritingProcess.Run(args[1..]),
            _ => Measure(args),
        };
    }

    private static int Measure(string[] args)
    {
        var parts = new List<string>();
        var subjects = new List<Subject>();
        int runs = 5, cores = 0, maxRows = 1_000_000;
        var note = "";
        var date = TimeProvider.System.GetLocalNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        for (var index = 0; index < args.Length; index++)
        {
            if (Parts.Contains(args[index]))
            {
                parts.Add(args[index]);
                continue;
            }
            if (index + 1 == args.Length)
                return Explain();
            var value = args[index + 1];
            switch (args[index++])
            {
                case "--mlj":
                    subjects.Add(Subject.Parse(value));
                    break;
                case "--runs" when int.TryParse(value, CultureInfo.InvariantCulture, out runs) && runs > 0:
                case "--cores" when int.TryParse(value, CultureInfo.InvariantCulture, out cores) && cores is >= 0 and < 64:
                case "--max-rows" when int.TryParse(value, CultureInfo.InvariantCulture, out maxRows):
                    break;
                case "--date":
                    date = value;
                    break;
                case "--note":
                    note = value;
                    break;
                default:
                    return Explain();
            }
        }
        var root = Root();
        if (subjects.Count == 0)
            subjects.Add(Subject.Find(root));
        var folder = Directory.CreateTempSubdirectory("mlj-benchmarks-").FullName;
        try
        {
            PrintHeading(date, runs, cores, note);
            var report = new Report(subjects, runs, cores);
            var sizes = Growth.Where(rows => rows <= maxRows).ToList();
            bool Asked(string part) => parts.Count == 0 || parts.Contains(part);
            if (Asked("samples"))
                PrintSamples(report, Path.Combine(root, "samples"), folder);
            if (Asked("consolidate"))
                PrintConsolidation(report, folder);
            if (Asked("growth"))
                PrintGrowth(report, sizes, folder);
            if (Asked("write"))
                report.PrintWriting(sizes, folder);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void PrintHeading(string date, int runs, int cores, string note)
    {
        var processor = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor";
        Console.WriteLine("# Whole processes\n");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{date}. {processor}, {(cores == 0 ? Environment.ProcessorCount : cores)} cores, {RuntimeInformation.FrameworkDescription}. Medians of {runs} cold starts, the builds in turn. {note}").TrimEnd() + "\n");
    }

    private static void PrintSamples(Report report, string samples, string folder)
    {
        string[] files = [.. Directory.GetFiles(samples, "*.xlsx").Order(StringComparer.Ordinal)];
        report.Print("The five sample files", [
            new("start only: `mlj --version`", 0, ["--version"]),
            new("consolidate five files", 143, ["consolidate", .. files, "-o", Path.Combine(folder, "samples.xlsx")]),
        ]);
    }

    private static void PrintConsolidation(Report report, string folder)
    {
        const int People = 125_000;
        const int Tests = 5;
        var files = new List<string>();
        for (var test = 1; test <= Tests; test++)
        {
            // Everybody misses one test.
            var missing = test % Tests;
            files.Add(Write(folder, $"Test {test}.xlsx", Sheets.Survey(Enumerable.Range(1, People).Where(person => person % Tests != missing), test), TextStore.Inline));
        }
        report.Print("Five files of 100,000 rows and 8 columns, 125,000 people", [
            new("start only: `mlj --version`", 0, ["--version"]),
            new("consolidate to one workbook", 500_000, ["consolidate", .. files, "-o", Path.Combine(folder, "results.xlsx")]),
        ]);
        files.ForEach(File.Delete);
    }

    private static void PrintGrowth(Report report, List<int> sizes, string folder)
    {
        var files = sizes.ToDictionary(rows => rows, rows => Write(folder, string.Create(CultureInfo.InvariantCulture, $"Test 1 of {rows} rows.xlsx"), Sheets.Scores(rows), TextStore.Shared));
        report.Print("Growth of reading: `mlj cells`, 3 columns, shared texts, every cell printed",
            [.. sizes.Select(rows => new Report.Job(Name(rows), rows, ["cells", files[rows]]))]);
        report.Print("Growth of a consolidation: `mlj consolidate` of one file of 3 columns to a workbook",
            [.. sizes.Select(rows => new Report.Job(Name(rows), rows, ["consolidate", files[rows], "-o", Path.Combine(folder, "grown.xlsx")]))]);

        static string Name(int rows) => string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows");
    }

    private static string Write(string folder, string name, IEnumerable<object[]> rows, TextStore texts)
    {
        var path = Path.Combine(folder, name);
        using var file = File.Create(path);
        XlsxFile.Write(file, rows, texts);
        return path;
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Mlj.Core.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException("Run this from a checkout: no folder above the program holds Mlj.Core.sln.");
    }

    private static int Explain()
    {
        Console.Error.WriteLine(Help);
        return 2;
    }
}
