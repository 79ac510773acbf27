using System.Diagnostics;
using System.Globalization;

namespace Mlj.Testing;

/// <summary>LibreOffice without a window, each run with a profile of its own so that runs do not wait for each other.</summary>
public static class LibreOffice
{
    private const int FilesOfARun = 50;

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
    public static async Task<byte[]> ConvertAsync(byte[] content, string extension, string target) => (await ConvertAsync([content], extension, target, recalculates: false))[0];

    /// <summary>Opens workbooks, computes every formula anew whatever values stand beside it, and saves them as workbooks again.</summary>
    /// <param name="workbooks">The files.</param>
    /// <exception cref="InvalidOperationException">The program did not give as many files, or took more than two minutes for fifty of them.</exception>
    public static async Task<IReadOnlyList<byte[]>> RecalculateAsync(IReadOnlyList<byte[]> workbooks)
    {
        var recalculated = new List<byte[]>();
        foreach (var some in workbooks.Chunk(FilesOfARun))
            recalculated.AddRange(await ConvertAsync(some, ".xlsx", "xlsx:Calc MS Excel 2007 XML", recalculates: true));
        return recalculated;
    }

    private static async Task<IReadOnlyList<byte[]>> ConvertAsync(byte[][] contents, string extension, string target, bool recalculates)
    {
        var folder = Directory.CreateTempSubdirectory("mlj-libreoffice-").FullName;
        try
        {
            var profile = Path.Combine(folder, "profile");
            if (recalculates)
                await AlwaysRecalculate(profile);
            var names = contents.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"input{index}")).ToList();
            for (var index = 0; index < names.Count; index++)
                await File.WriteAllBytesAsync(Path.Combine(folder, names[index] + extension), contents[index]);
            var output = Path.Combine(folder, "out");
            var start = new ProcessStartInfo(Program ?? throw new InvalidOperationException("LibreOffice is not installed."))
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            foreach (var argument in new[] { "-env:UserInstallation=" + new Uri(profile).AbsoluteUri, "--headless", "--norestore", "--convert-to", target, "--outdir", output }
                .Concat(names.Select(name => Path.Combine(folder, name + extension))))
                start.ArgumentList.Add(argument);
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
            var files = names.Select(name => Directory.Exists(output) ? Directory.EnumerateFiles(output, name + ".*").FirstOrDefault() : null).ToList();
            if (files.Contains(null))
                throw new InvalidOperationException("LibreOffice wrote nothing: " + string.Join(' ', await said));
            return [.. await Task.WhenAll(files.Select(file => File.ReadAllBytesAsync(file!)))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task AlwaysRecalculate(string profile)
    {
        var user = Directory.CreateDirectory(Path.Combine(profile, "user")).FullName;
        return File.WriteAllTextAsync(Path.Combine(user, "registrymodifications.xcu"), """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
            </oor:items>
            """);
    }
}
