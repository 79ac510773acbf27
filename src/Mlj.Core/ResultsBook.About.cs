using System.Globalization;
using Mlj.Exports;
using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj;

public static partial class ResultsBook
{
    private static ExportSheet About(Compilation? results, Facts facts)
    {
        var lines = new List<(string What, string Value, string? Remark)>();
        Add("Made with", $"MLJ results compiler {typeof(ResultsBook).Assembly.GetName().Version?.ToString(3)}");
        if (facts.Options.Created is { } created)
            Add("Made at", created.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture));
        foreach (var file in results?.Inputs ?? [])
            Add("Input", file.File, $"SHA-256 {file.Sha256}");
        foreach (var step in facts.Steps)
            Add($"Step {step.Number}", facts.Actions.Describe(step.Action).Name, facts.Actions.Describe(step.Action).Summary);
        foreach (var run in facts.Runs)
            foreach (var (name, text) in Pieces(facts.Runs.Count == 1 ? "Recipe" : run == facts.Runs[0] ? "Scoring policy" : "Accepted plan", PlanJson.Write(run.Plan, facts.Actions)))
                Add(name, text);
        return new ExportSheet("About", new Table(
            Texts("What", lines.Select(line => line.What)),
            Texts("Value", lines.Select(line => line.Value)),
            Texts("Remark", lines.Select(line => line.Remark))))
        { FrozenColumns = 1 };

        void Add(string what, string value, string? remark = null) => lines.Add((what, value, remark));
    }
}
