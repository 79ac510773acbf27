using System.Text;
using Mlj.Hosting.Cli;
using Mlj.Hosting.Cli.Shell;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    // The first time the work ends in order; the second time the process ends at once.
    key.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
};
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
if (!Console.IsOutputRedirected)
    Console.OutputEncoding = utf8;
using var input = Console.OpenStandardInput();
var output = new StreamWriter(Console.OpenStandardOutput(), utf8, bufferSize: 1 << 16);
var terminal = new Terminal(output, Console.Error, input)
{
    ShowsProgress = !Console.IsErrorRedirected,
    IsTerminal = !Console.IsOutputRedirected,
    Clock = TimeProvider.System,
    Variable = Environment.GetEnvironmentVariable,
    Width = Console.IsOutputRedirected ? Terminal.PlainWidth : Console.WindowWidth,
};
try
{
    var code = CommandLine.Run(args, terminal, stop.Token);
    output.Flush();
    return code;
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException)
{
    // A standard output that is closed denies access.
    terminal.Complain($"Standard output cannot be written: {error.Message}");
    return ExitCode.NothingDone;
}
