using System.CommandLine;
using Mlj.Hosting.Cli.Shell;
using Mlj.Merging;
using Mlj.Pipeline;

namespace Mlj.Hosting.Cli.Commands;

/// <summary>How attempts become participants and results: which attempt counts, what was decided about people, the recipe.</summary>
internal sealed class MergeSettings
{
    public static readonly string[] Attempts = ["best", "latest", "first", "average"];

    private readonly Option<string> _attempts = new Option<string>("--attempts")
    {
        Description = "Which attempt counts when somebody sat a test twice. Latest and first go by the time of submission, not by the row.",
        DefaultValueFactory = _ => "best",
        HelpName = string.Join('|', Attempts),
    }.AcceptOnlyFromAmong(Attempts);

    private readonly Option<string> _accept = new Option<string>("--accept-suggestions")
    {
        Description = "Which suggested merges of addresses to accept.",
        DefaultValueFactory = _ => "none",
        HelpName = "sure|all|none",
    }.AcceptOnlyFromAmong("sure", "all", "none");

    private readonly Option<string[]> _same = new("--same") { Description = "Two addresses that are one person's; may be given more than once.", HelpName = "EMAIL=EMAIL", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> _different = new("--different") { Description = "Two addresses that are two people's, and are not suggested again; or one address that two people share, each time with a name before it: 'Ada Quill <q@example.org>=Ben Quill <q@example.org>'.", HelpName = "EMAIL=EMAIL", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _decisions = new("--decisions") { Description = "Decisions about addresses that were kept by --save-decisions.", HelpName = "D.json" };

    private readonly Option<string> _recipe = new("--recipe")
    {
        Description = $"What is computed from the scores: a recipe's file, or one of the built-in ones: {string.Join(", ", ScoringPolicy.Names)}.",
        DefaultValueFactory = _ => "mlj",
        HelpName = "R.json",
    };

    public void AddTo(Command command)
    {
        command.Add(_attempts);
        command.Add(_accept);
        command.Add(_same);
        command.Add(_different);
        command.Add(_decisions);
        command.Add(_recipe);
    }

    /// <summary>The file of decisions that is read, by the name that was given; null for none.</summary>
    public string? DecisionsFile(ParseResult parsed) => parsed.GetValue(_decisions);

    /// <summary>The recipe by the name that was given: a file, or one that is built in.</summary>
    public string Recipe(ParseResult parsed) => parsed.GetRequiredValue(_recipe);

    /// <summary>The options that the command line asks for.</summary>
    public CompilerOptions Read(ParseResult parsed) => new()
    {
        Merge = Decided(parsed, new MergeOptions { Attempts = PolicyOf(parsed.GetRequiredValue(_attempts)) }),
        Accept = Enum.Parse<AcceptedSuggestions>(parsed.GetRequiredValue(_accept), ignoreCase: true),
        Policy = RecipeOf(parsed.GetRequiredValue(_recipe)),
    };

    public static AttemptPolicy PolicyOf(string name) => Enum.Parse<AttemptPolicy>(name, ignoreCase: true);

    private MergeOptions Decided(ParseResult parsed, MergeOptions options)
    {
        if (parsed.GetValue(_decisions) is { } path && !DecisionsJson.TryRead(InputFiles.Text("decisions", path), options, out options!, out var problem))
            throw new UsageException($"The decisions in '{path}' cannot be used. {problem}");
        return options with
        {
            SamePeople = [.. options.SamePeople, .. Pairs("--same", parsed.GetValue(_same)).Select(pair => new SamePerson(pair.One, pair.Other))],
            DifferentPeople = [.. options.DifferentPeople, .. Pairs("--different", parsed.GetValue(_different)).Select(pair => new DifferentPeople(pair.One, pair.Other))],
        };
    }

    private static IEnumerable<(string One, string Other)> Pairs(string option, string[]? texts)
    {
        foreach (var text in texts ?? [])
        {
            if (text.Split('=') is not [{ Length: > 0 } one, { Length: > 0 } other])
                throw new UsageException($"{option} takes two addresses with '=' between them, not '{text}'.");
            yield return (one, other);
        }
    }

    private static Plan RecipeOf(string name)
    {
        if (ScoringPolicy.Find(name) is { } policy)
            return policy;
        return PlanJson.TryRead(InputFiles.Text("recipe", name, $" The built-in recipes are: {string.Join(", ", ScoringPolicy.Names)}."), BuiltInActions.Catalog, out var plan, out var problems)
            ? plan
            : throw new UsageException($"The recipe '{name}' cannot be used. {string.Join(" ", problems)}");
    }
}
