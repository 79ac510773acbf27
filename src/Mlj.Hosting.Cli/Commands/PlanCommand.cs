using System.CommandLine;
using Mlj.Agent.Chat;
using Mlj.Agent.OpenAI;
using Mlj.Agent.Phrases;
using Mlj.Agent.Planning;
using Mlj.Hosting.Cli.Output;
using Mlj.Hosting.Cli.Shell;

namespace Mlj.Hosting.Cli.Commands;

/// <summary><c>mlj plan</c>: words to a plan, without doing it.</summary>
internal sealed class PlanCommand : ICommand
{
    private readonly TableSettings _table = new();
    private readonly Argument<string[]> _words = new("WORDS") { Description = "What should become of the table, or a question about it.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _requests = new("--requests") { Description = "A file of requests, one a line: text, a JSON string, or an object with 'message' and optional 'id' and 'columns'; '-' reads standard input. One JSON document a line comes out, in order.", HelpName = "FILE" };
    private readonly Option<bool> _offline = new("--offline") { Description = "Ask no model, even when the environment names one." };
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document instead of text." };

    public string Examples => """
          mlj plan results.xlsx "grade them on the average, WAEC scale, then sort by name"
          mlj plan results.xlsx "who has the highest score in test 1?"
          mlj plan results.csv "keep averages of at least 50 and rank by average" --json
          mlj plan results.csv --requests requests.jsonl
        """;

    public Command Describe()
    {
        var command = new Command("plan", "Turns words into a plan, a question back, a refusal, or the answer to a question about the table. Needs no key and no network, and changes nothing. With GROQ_API_KEY, OPENAI_API_KEY or MLJ_MODEL_BASE_ADDRESS in the environment, a model is asked where the words alone leave a question; it sees the names of columns and no row.");
        _table.AddTo(command);
        command.Add(_words);
        command.Add(_requests);
        command.Add(_offline);
        command.Add(_json);
        return command;
    }

    public int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var (words, requests) = (Words(parsed), parsed.GetValue(_requests));
        if (words is null == requests is null)
            throw new UsageException("Give the words of one request, or a file of them with --requests.");
        if (requests == "-" && _table.File(parsed) == "-")
            throw new UsageException("Standard input can be read only once; '-' stands twice.");
        var lines = requests is null ? null : Lines(requests, terminal, cancellation);
        if (!_table.TryRead(parsed, terminal, out var table, out var refused, cancellation))
        {
            if (lines is null && parsed.GetValue(_json))
                PlanText.Write(PlannerAnswerJson.Of(new PlannerAnswer.Refuse(Told.Of(refused.Problem)), BuiltInActions.Catalog), "", json: true, terminal);
            terminal.Complain(Told.Of(refused.Problem));
            return ExitCode.NothingDone;
        }
        var reader = new RequestLines(table.Table, parsed.GetValue(_offline) ? Offline() : WithModel(terminal), cancellation);
        if (lines is null)
            PlanText.Write(reader.Answer(words!), words!, parsed.GetValue(_json), terminal);
        else
            foreach (var line in lines)
            {
                cancellation.ThrowIfCancellationRequested();
                if (!string.IsNullOrWhiteSpace(line))
                    terminal.Output.WriteLine(reader.AnswerLine(line).ToJsonString(PlanText.Compact));
            }
        return ExitCode.Done;
    }

    /// <summary>The request, with or without quotation marks around its words; null when there is none.</summary>
    private string? Words(ParseResult parsed)
    {
        var words = parsed.GetValue(_words) ?? [];
        // The parser takes an option that it does not know for one more word.
        if (words.FirstOrDefault(word => word.StartsWith("--", StringComparison.Ordinal) && !word.Contains(' ', StringComparison.Ordinal)) is { } option)
            throw new UsageException($"There is no option '{option}'.");
        return words.Length == 0 ? null : string.Join(' ', words);
    }

    private static PhrasePlanner Offline() => new(BuiltInActions.Catalog);

    private static IPlanner WithModel(Terminal terminal)
    {
        try
        {
            return ModelEndpoint.FromEnvironment(terminal.Variable) is { } endpoint ? new ChatPlanner(new ModelClient(endpoint), Offline(), BuiltInActions.Catalog) : Offline();
        }
        catch (ArgumentException error)
        {
            throw new UsageException(error.Message);
        }
    }

    private static IEnumerable<string> Lines(string path, Terminal terminal, CancellationToken cancellation) =>
        (path == "-" ? terminal.ReadInputText(cancellation) : InputFiles.Text("file of requests", path)).Split('\n').Select(line => line.TrimEnd('\r'));
}
