using System.Diagnostics;
using System.Globalization;

namespace Mlj.Benchmarks.Processes;

/// <summary>
/// Runs one program and measures it by the kernel's own account. The account is of all children of a process together, so every run gets a
/// small process of its own between it and the harness: this program again, asked to <see cref="Launch"/>.
/// </summary>
internal static class Launcher
{
    public const string Word = "launch";

    /// <summary>Runs a program from a launcher of its own.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="cores">How many cores it may use; 0 for all.</param>
    /// <returns>What it cost, and the last line that it wrote.</returns>
    /// <exception cref="InvalidOperationException">The program failed.</exception>
    public static (Usage Usage, string LastLine) Measure(IReadOnlyList<string> command, int cores)
    {
        string[] arguments = [.. Self, Word, cores.ToString(CultureInfo.InvariantCulture), .. command];
        using var launcher = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true })!;
        var lines = launcher.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        launcher.WaitForExit();
        return launcher.ExitCode == 0 && lines.Length == 2
            ? (Usage.Parse(lines[0]), lines[1].Trim())
            : throw new InvalidOperationException($"'{string.Join(' ', command.Select(Path.GetFileName))}' failed; run it by hand to see why.");
    }

    /// <summary>The launcher: runs the program, prints what it cost and the last line that it wrote.</summary>
    public static int Launch(string[] args)
    {
        var cores = int.Parse(args[0], CultureInfo.InvariantCulture);
        if (cores > 0 && OperatingSystem.IsLinux())
            Process.GetCurrentProcess().ProcessorAffinity = (nint)((1L << cores) - 1);
        var (command, arguments) = args[1].EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? ("dotnet", args[1..]) : (args[1], args[2..]);
        var watch = Stopwatch.StartNew();
        using var program = Process.Start(new ProcessStartInfo(command, [.. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        program.ErrorDataReceived += static (_, _) => { };
        program.BeginErrorReadLine();
        var lastLine = LastLine(program.StandardOutput.BaseStream);
        program.WaitForExit();
        var wall = watch.Elapsed.TotalSeconds;
        var (user, kernel, peak) = Kernel.UsageOfChildren();
        Console.WriteLine(new Usage(wall, user, kernel, peak));
        Console.WriteLine(lastLine.Length == 0 ? "-" : lastLine);
        return program.ExitCode;
    }

    /// <summary>This program as a command: nothing before its arguments, or the file that the runtime's host is told to run.</summary>
    public static IReadOnlyList<string> Self { get; } =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [typeof(Launcher).Assembly.Location] : [];

    // Reads in large pieces and keeps the end only, so that what a program prints costs this process next to nothing.
    private static string LastLine(Stream output)
    {
        var buffer = new byte[1 << 16];
        var end = new byte[200];
        var kept = 0;
        while (output.Read(buffer) is > 0 and var read)
        {
            var take = Math.Min(read, end.Length);
            var keep = Math.Min(kept, end.Length - take);
            end.AsSpan(kept - keep, keep).CopyTo(end);
            buffer.AsSpan(read - take, take).CopyTo(end.AsSpan(keep));
            kept = keep + take;
        }
        var text = System.Text.Encoding.UTF8.GetString(end, 0, kept).TrimEnd();
        return text[(text.LastIndexOf('\n') + 1)..];
    }
}
