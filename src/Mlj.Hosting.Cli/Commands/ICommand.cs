using System.CommandLine;
using Mlj.Hosting.Cli.Shell;

namespace Mlj.Hosting.Cli.Commands;

/// <summary>One command of the command line: what it takes, and what it does.</summary>
internal interface ICommand
{
    /// <summary>Calls that work as they stand, a line each, indented by two spaces.</summary>
    string Examples { get; }

    /// <summary>The name, arguments and options with their help.</summary>
    Command Describe();

    /// <summary>Does the work.</summary>
    /// <returns>The exit code.</returns>
    int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation);
}
