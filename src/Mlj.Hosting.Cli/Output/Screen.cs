using Mlj.Hosting.Cli.Shell;
using Spectre.Console;

namespace Mlj.Hosting.Cli.Output;

/// <summary>Text for people, through Spectre.Console: colours on a terminal, where long lines are broken between words; elsewhere every line as it is, for programs that look for something in it.</summary>
internal sealed class Screen(Terminal terminal)
{
    private readonly IAnsiConsole _console = Make(terminal);

    public void Line(string text = "")
    {
        if (terminal.IsTerminal)
            _console.WriteLine(Terminal.Clean(text));
        else
            terminal.Output.WriteLine(Terminal.Clean(text));
    }

    public void Heading(string text)
    {
        if (terminal.IsTerminal)
            _console.Write(new Text(Terminal.Clean(text) + Environment.NewLine, new Style(decoration: Decoration.Bold)));
        else
            Line(text);
    }

    public void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows, params ReadOnlySpan<int> numbers)
    {
        var table = new Table { Border = TableBorder.Simple };
        for (var index = 0; index < headings.Count; index++)
        {
            var column = new TableColumn(new Text(headings[index], new Style(decoration: Decoration.Bold)));
            table.AddColumn(numbers.Contains(index) ? column.RightAligned() : column);
        }
        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(Terminal.Clean(cell))));
        _console.Write(table);
    }

    /// <summary>The first lines of a list, and how many are left out.</summary>
    public void List(IReadOnlyList<string> lines, int most, string more)
    {
        foreach (var line in lines.Take(most))
            if (terminal.IsTerminal)
                _console.Write(new Padder(new Text("- " + Terminal.Clean(line)), new Padding(2, 0, 0, 0)));
            else
                Line("  - " + line);
        if (lines.Count > most)
            Line($"  ... and {lines.Count - most} more{more}");
    }

    private static IAnsiConsole Make(Terminal terminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(terminal.Output),
            Ansi = terminal.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
        });
        console.Profile.Width = terminal.Width;
        return console;
    }
}
