using System.Diagnostics;

namespace Mlj.Testing;

/// <summary>LibreOffice without a window, each run with a profile of its own so that runs do not wait for each other.</summary>
public static class LibreOffice
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The path of the program; null when it is not installed.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "soffice.com" : "soffice"))
        .FirstOrDefault(File.Exists);

    /// <summary>Converts a file's bytes.</summary>
    /// <param name="content">The file.</param>
    /// <param name="extension">The file's extension, with its dot.</param>
    /// <param name="target">What to convert to, as <c>--convert-to</c> takes it: <c>pdf</c>, <c>csv:...</c>.</param>
    /// <exception cref="InvalidOperationException">The program gave no file, or none within two minutes.</exception>
    public static async Task<byte[]> ConvertAsync(byte[] content, string extension, string target)
    {
        var folder = Directory.CreateTempSubdirectory("mlj-libreoffice-").FullName;
        try
        {
            var input = Path.Combine(folder, "input" + extension);
            await File.WriteAllBytesAsync(input, content);
            var output = Path.Combine(folder, "out");
            var start = new ProcessStartInfo(Program ?? throw new InvalidOperationException("LibreOffice is not installed."))
            {
                ArgumentList =
                {
                    "-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")).AbsoluteUri,
                    "--headless", "--norestore", "--convert-to", target, "--outdir", output, input,
                },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start) ?? throw new InvalidOperationException("LibreOffice did not start.");
            var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw new InvalidOperationException("LibreOffice did not finish in time.");
            }
            var file = Directory.Exists(output) ? Directory.EnumerateFiles(output).FirstOrDefault() : null;
            return file is null
                ? throw new InvalidOperationException("LibreOffice wrote nothing: " + string.Join(' ', await said))
                : await File.ReadAllBytesAsync(file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
