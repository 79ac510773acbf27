using System.Diagnostics;
using System.Text.Json;
using Mlj.Sources;

namespace Mlj.Hosting.Cli.Tests;

/// <summary>The built program in a process of its own.</summary>
public sealed class ProgramTests : WorkFolder
{
    [Fact]
    public async Task Mlj_AsAProcess_DoesItsMainJob()
    {
        var (exit, output, error) = await RunAsync(null, ["consolidate", .. Samples, "-o", In("results.xlsx"), "--json"]);
        Assert.Equal((0, ""), (exit, error));
        using var json = JsonDocument.Parse(output);
        Assert.Equal(36, json.RootElement.GetProperty("participants").GetArrayLength());
        Assert.Contains("Rosa María Peñalver", output, StringComparison.Ordinal);
        using (var book = SourceFormats.Default.Open(SourceFile.FromPath(In("results.xlsx"))))
            Assert.Equal("Results", book.Sheets[1].Name);

        (exit, output, _) = await RunAsync(null, ["cells", In("results.xlsx"), "--sheet", "Results"]);
        Assert.Equal(0, exit);
        Assert.StartsWith("# Results\nR1C1\ts\tFull Name\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);

        (exit, output, error) = await RunAsync("Name,Email,Score (100)\nZoë,zoe@example.org,60\n", ["consolidate", "-", "-o", "-", "--json"]);
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("\"Zoë\"", output, StringComparison.Ordinal);

        (exit, output, error) = await RunAsync(null, ["consolidate", In("nothing.csv")]);
        Assert.Equal((3, ""), (exit, output));
        Assert.Contains("'nothing.csv': There is no such file.", error, StringComparison.Ordinal);

        (exit, output, error) = await RunAsync(null, ["consolidate", "--help"]);
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("  mlj consolidate <FILE>...", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mlj_WithAClosedOutput_SaysSo()
    {
        if (OperatingSystem.IsWindows())
            return;
        var (exit, _, error) = await RunAsync(null, new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >&-", "sh", Host, Program, "actions"]));
        Assert.Equal(3, exit);
        Assert.StartsWith("mlj: Standard output cannot be written", error, StringComparison.Ordinal);
    }

    private static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static string Program => Path.Combine(AppContext.BaseDirectory, "mlj.dll");

    private static Task<(int Exit, string Output, string Error)> RunAsync(string? input, IEnumerable<string> args) =>
        RunAsync(input, new ProcessStartInfo(Host, [Program, .. args]));

    private static async Task<(int Exit, string Output, string Error)> RunAsync(string? input, ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.StandardOutputEncoding = System.Text.Encoding.UTF8;
        start.StandardInputEncoding = new System.Text.UTF8Encoding(false);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output, await error);
    }
}
