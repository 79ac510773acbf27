using Mlj.Hosting.Cli.Shell;
using Mlj.Pipeline;

namespace Mlj.Hosting.Cli.Output;

/// <summary>The catalogue for people.</summary>
internal static class ActionsText
{
    public static void Write(IReadOnlyList<ActionDescription> actions, Terminal terminal)
    {
        var screen = new Screen(terminal);
        screen.Table(["Action", "Does"], actions.Select(action => (IReadOnlyList<string>)[action.Name, action.Summary]));
        screen.Line("mlj actions NAME tells the parameters of one.");
    }

    public static void WriteOne(ActionDescription action, Terminal terminal)
    {
        var screen = new Screen(terminal);
        screen.Heading(action.Name);
        screen.Line(action.Summary);
        screen.Table(["Parameter", "Takes", "Left out", "Means"], action.Parameters.Select(parameter => (IReadOnlyList<string>)
        [
            parameter.Name,
            parameter.Choices.Count > 0 ? string.Join(" | ", parameter.Choices) : Takes(parameter),
            parameter.IsRequired ? "must be given" : ActionWords.DefaultOf(parameter) ?? "nothing",
            parameter.Help,
        ]));
        var needed = action.Parameters.Where(parameter => parameter.IsRequired).Select(parameter => $"\"{parameter.Name}\": ...");
        screen.Line($"In a plan: {{\"action\": \"{action.Name}\", \"params\": {{{string.Join(", ", needed)}}}}}");
    }

    private static string Takes(ActionParameter parameter)
    {
        var type = ActionWords.TypeOf(parameter);
        var many = type == "texts";
        return parameter.Names switch
        {
            ParameterSubject.Column => many ? "columns" : "column",
            ParameterSubject.NumberColumn => many ? "columns of numbers" : "column of numbers",
            ParameterSubject.NewColumn => many ? "new names" : "new name",
            _ => type.Replace('_', ' '),
        };
    }
}
