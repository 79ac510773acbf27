using System.Globalization;
using Mlj.Benchmarks.Data;
using Mlj.Exports;
using Mlj.Exports.Xlsx;

namespace Mlj.Benchmarks.Processes;

/// <summary>Writes styled rows out of a table that holds none of them in memory, and says how far the process grew.</summary>
internal static class WritingProcess
{
    public const string Word = "write";

    /// <summary>Writes a small file to have everything loaded, then the asked one; prints the bytes of growth and of the file.</summary>
    public static int Run(string[] args)
    {
        Write(1_000, Stream.Null);
        GC.Collect();
        var before = Resident();
        using (var file = File.Create(args[1]))
            Write(int.Parse(args[0], CultureInfo.InvariantCulture), file);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Peak() - before} {new FileInfo(args[1]).Length}"));
        return 0;
    }

    private static void Write(int rows, Stream file)
    {
        var sheet = new ExportSheet("Results", StyledResults.Repeated(rows)) { FrozenColumns = 2 };
        new XlsxExport().Write(new ExportBook(sheet, sheet), file);
    }

    private static long Resident() => Status("VmRSS:");

    private static long Peak() => Status("VmHWM:");

    private static long Status(string key)
    {
        foreach (var line in File.ReadLines("/proc/self/status"))
            if (line.StartsWith(key, StringComparison.Ordinal))
                return long.Parse(line.AsSpan(key.Length).Trim().TrimEnd("kB").Trim(), CultureInfo.InvariantCulture) * 1024;
        throw new InvalidOperationException($"There is no {key} in /proc/self/status.");
    }
}
