using System.Text.Json;
using System.Text.RegularExpressions;
using Mlj.Hosting.Cli.Output;
using Mlj.Merging;
using Mlj.Recognition;
using Mlj.Testing.Snapshots;

namespace Mlj.Hosting.Cli.Tests.Output;

public sealed partial class WireNamesTests : WorkFolder
{
    [Fact]
    public void Consolidate_EveryKey_IsFrozen()
    {
        var options = new CompilerOptions { Roster = Mlj.Sources.SourceFile.FromPath(File("class.csv", "Name,Email\nNobody Here,nobody@example.org\n")) };
        var results = new ResultsCompiler(options).Compile([.. Samples, Strange, File("Test 9.csv", "Name,Email,Score (100)\nBen,ben,105\n,,7\n")]);
        results = results with
        {
            Consolidation = results.Consolidation with
            {
                Suggestions = [new IdentitySuggestion("a@example.org", "b@example.org", SuggestionBand.Sure, ["one letter differs"], ["both sat test 1"])],
            },
        };
        using var output = new StringWriter();
        ConsolidationJson.Write(results, new WhatIf(results, AttemptPolicy.First), output);
        Snapshot.Match(Keys(output.ToString()));
    }

    [Fact]
    public void Inspect_EveryKey_IsFrozen() => Snapshot.Match(Keys(CliRun.Of("inspect", Samples[0], Strange, In("missing.csv"), File("Test 9.csv", "Name,Email,Score (100)\nBen,ben,105\n"), "--json").Output));

    [Fact]
    public void Batch_EveryKey_IsFrozen()
    {
        Good("Test 1.csv");
        var manifest = File("term.json", """{"version":1,"runs":[{"name":"one","files":["Test 1.csv","missing.csv"]},{"name":"two","files":["missing.csv"]}]}""");
        Snapshot.Match(Keys(CliRun.Of("batch", manifest, "--out", In("out"), "--json").Output) + "\n\n" + Keys(System.IO.File.ReadAllText(In("out/.mlj-batch.json"))));
    }

    [Fact]
    public void Actions_EveryKey_IsFrozen() => Snapshot.Match(Keys(CliRun.Of("actions", "--json").Output));

    [Fact]
    public void Preview_EveryKey_IsFrozen()
    {
        var table = File("results.csv", "Name,Quiz 1,\nAda,5,x\n");
        var fits = CliRun.Of("preview", table, "--plan", File("a.json", """{"steps":[{"action":"count_tests","params":{"score_columns":["Test 1 Score"]}},{"action":"add_pass_fail","params":{"score_column":"No"}}]}"""), "--json", "--partial").Output;
        var fails = CliRun.Of("preview", table, "--plan", File("b.json", "[]"), "--json").Output;
        var refused = CliRun.Of("preview", In("missing.csv"), "--plan", In("a.json"), "--json").Output;
        Snapshot.Match(Keys($"[{fits},{fails},{refused}]"));
    }

    [Fact]
    public void RoleNames_OfEveryRole_AreFrozenAndSnakeCase()
    {
        var names = Enum.GetValues<SourceColumnRole>().Select(RoleNames.Of).ToList();
        Assert.All(names, name => Assert.Matches(SnakeCased(), name));
        Snapshot.Match(string.Join('\n', names));
    }

    /// <summary>The sorted paths of all keys. Keys that name data, such as a test's number, are a star.</summary>
    private static string Keys(string json)
    {
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(json);
        Walk(document.RootElement, "");
        return string.Join('\n', paths);

        void Walk(JsonElement element, string path)
        {
            if (element.ValueKind == JsonValueKind.Array)
                foreach (var each in element.EnumerateArray())
                    Walk(each, path + "[]");
            else if (element.ValueKind == JsonValueKind.Object)
                foreach (var property in element.EnumerateObject())
                {
                    var name = path.EndsWith(".scores", StringComparison.Ordinal) || path.EndsWith(".columns", StringComparison.Ordinal) ? "*" : property.Name;
                    if (name != "*")
                        Assert.Matches(SnakeCased(), name);
                    paths.Add($"{path}.{name}".TrimStart('.'));
                    // The words within are JSON Schema's.
                    if (name != "schema")
                        Walk(property.Value, $"{path}.{name}");
                }
        }
    }

    [GeneratedRegex("^[a-z]+(_[a-z0-9]+)*$")]
    private static partial Regex SnakeCased();
}
