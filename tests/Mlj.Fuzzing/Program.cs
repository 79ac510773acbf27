using Mlj.Fuzzing;

FuzzOptions options;
try
{
    options = FuzzOptions.Parse(args);
}
catch (FormatException error)
{
    Console.Error.WriteLine($"{error.Message}\n{FuzzOptions.Usage}");
    return 2;
}

var fuzzer = new Fuzzer(options.Seed, options.Format)
{
    Found = finding =>
    {
        Console.WriteLine(finding);
        Keep(finding.Case);
    },
};
if (options.Replay is { } number)
{
    var file = FuzzCase.Make(options.Seed, number, options.Format);
    Console.WriteLine($"{file.Name}, {file.Bytes.Length} bytes\n  {string.Join("\n  ", file.Steps)}");
    Keep(file);
}

// A file that never ends cannot be stopped, but it can be named.
using var watchdog = new Watchdog(fuzzer, file =>
{
    Console.WriteLine(new Finding(file, "Time is bounded", "it was given up"));
    Keep(file);
    Environment.Exit(1);
});
var report = options.Replay is { } again ? fuzzer.Replay(again) : fuzzer.Run(options.Executions, TimeSpan.FromSeconds(options.Seconds));
Console.Write($"seed {options.Seed}: {report}");
return report.Findings.Count == 0 ? 0 : 1;

void Keep(FuzzCase file)
{
    if (options.Keep is not { } folder)
        return;
    Directory.CreateDirectory(folder);
    var path = Path.Combine(folder, $"{file.Seed}-{file.Number}{Path.GetExtension(file.Name)}");
    File.WriteAllBytes(path, file.Bytes);
    Console.WriteLine($"  kept as {path}");
}
