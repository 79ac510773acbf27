using Mlj.Hosting.Cli.Shell;

namespace Mlj.Hosting.Cli.Commands;

/// <summary>One line about the files that are being read, which is written over; only on a terminal.</summary>
/// <param name="terminal">Where it stands.</param>
/// <param name="of">What it is part of, before the line; empty for nothing.</param>
internal sealed class ReadingProgress(Terminal terminal, string of) : IProgress<CompilationProgress>
{
    /// <summary>The progress that this terminal shows; null where it shows none.</summary>
    public static ReadingProgress? On(Terminal terminal, string of = "") => terminal.ShowsProgress ? new ReadingProgress(terminal, of) : null;

    public void Report(CompilationProgress value)
    {
        var line = $"{Terminal.Clean(of)}reading {value.Number} of {value.Count}, {value.Percent}%: {Terminal.Clean(value.File)}";
        terminal.Error.Write($"\r\u001b[K{(line.Length < terminal.Width ? line : line[..Math.Max(0, terminal.Width - 1)])}");
        if (value.Number == value.Count && value.BytesDone == value.BytesInAll)
            Clear();
    }

    /// <summary>Takes the line away, for another one in its place.</summary>
    public void Clear() => terminal.Error.Write("\r\u001b[K");
}
