using Mlj.Hosting.Cli;
using Mlj.Hosting.Cli.Shell;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};
Console.OutputEncoding = System.Text.Encoding.UTF8;
using var input = Console.OpenStandardInput();
var terminal = new Terminal(Console.Out, Console.Error, input)
{
    ShowsProgress = !Console.IsErrorRedirected,
    HasColours = !Console.IsOutputRedirected,
    Width = Console.IsOutputRedirected ? Terminal.PlainWidth : Console.WindowWidth,
};
return CommandLine.Run(args, terminal, stop.Token);
