using System.CommandLine;
using Mlj.Hosting.Cli.Output;
using Mlj.Hosting.Cli.Shell;
using Mlj.Pipeline;
using Mlj.Values;

namespace Mlj.Hosting.Cli.Commands;

/// <summary><c>mlj actions</c>: what plans can do.</summary>
internal sealed class ActionsCommand : ICommand
{
    private readonly Argument<string?> _name = new("NAME") { Description = "One action, with its parameters in detail; all actions when left out.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document instead of text." };

    public string Examples => """
          mlj actions
          mlj actions add_pass_fail
          mlj actions --json
        """;

    public Command Describe() => new("actions", "Lists the actions that a plan's steps can name, with their parameters.") { _name, _json };

    public int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var all = BuiltInActions.Catalog.Actions;
        var name = parsed.GetValue(_name);
        var chosen = name is null ? all : BuiltInActions.Catalog.Find(name) is { } one ? [one] : throw Unknown(name, all);
        if (parsed.GetValue(_json))
            ActionsJson.Write(chosen, terminal.Output);
        else if (name is null)
            ActionsText.Write(chosen, terminal);
        else
            ActionsText.WriteOne(chosen[0], terminal);
        return ExitCode.Done;
    }

    private static UsageException Unknown(string name, IReadOnlyList<ActionDescription> all)
    {
        var most = Math.Max(2, name.Length / 3);
        var nearest = all.Select(each => (each.Name, Distance: Nearness.Distance(name.ToLowerInvariant(), each.Name, most))).MinBy(each => each.Distance);
        return new UsageException($"There is no action '{name}'.{(nearest.Distance <= most ? $" Did you mean '{nearest.Name}'?" : "")} The actions are: {string.Join(", ", all.Select(each => each.Name))}.");
    }
}
