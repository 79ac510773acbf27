using System.Globalization;
using Mlj.Actions;
using Mlj.Exports;
using Mlj.Pipeline;
using Mlj.Recognition;
using Mlj.Tables;

namespace Mlj;

public static partial class ResultsBook
{
    private static ExportSheet About(Compilation? results, Facts facts, bool isOpen)
    {
        var lines = new List<Origin>();
        Add(OwnResults.MadeWith, $"{OwnResults.Program} {typeof(ResultsBook).Assembly.GetName().Version?.ToString(3)}");
        if (facts.Options.Created is { } created)
            Add("Made at", created.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture));
        foreach (var file in results?.Inputs ?? [])
            Add("Input, and its SHA-256", file.File, file.Sha256);
        if (results is not null)
            Add("Attempts", results.Options.Merge.Attempts.ToString().ToLowerInvariant());
        foreach (var decision in isOpen && results is not null ? results.Options.Merge.SamePeople : [])
            Add("One person by decision", decision.Email, decision.OtherEmail);
        foreach (var decision in isOpen && results is not null ? results.Options.Merge.DifferentPeople : [])
            Add("Two people by decision", decision.Email, decision.OtherEmail);
        // Whoever has the seed can make the codes again.
        foreach (var run in facts.Steps.Any(step => step.Action is Redact) ? [] : facts.Runs)
            foreach (var (name, text) in Pieces(facts.Runs.Count == 1 ? "Recipe" : run == facts.Runs[0] ? "Scoring policy" : "Accepted plan", PlanJson.Write(run.Plan, facts.Actions)))
                Add(name, text, run.IsDone ? null : "not carried out; the reasons are on the sheet Review");
        if (facts.Steps.Any(step => step.Action is Redact))
            Add("Recipe", "left out", "The plan that took the names out makes the codes again; it is kept with their key.");
        return new ExportSheet(OwnResults.AboutSheet, new Table(
            Texts("What", lines, line => line.What),
            Texts("Value", lines, line => line.Value),
            Texts("Remark", lines, line => line.Remark)))
        { FrozenColumns = 1 };

        void Add(string what, string value, string? remark = null) => lines.Add(new Origin(what, value, remark));
    }

    /// <summary>A line of how the book was made.</summary>
    private sealed record Origin(string What, string Value, string? Remark);
}
