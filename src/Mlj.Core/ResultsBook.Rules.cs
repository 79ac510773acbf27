using System.Text.Json;
using Mlj.Exports;
using Mlj.Merging;
using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj;

public static partial class ResultsBook
{
    private static ExportSheet Rules(Compilation? results, Facts facts)
    {
        var sections = new List<ExportSection>();
        var (numbers, scales) = (facts.Formulas.Numbers, facts.Formulas.Scales);
        if (numbers.Count > 0)
            sections.Add(new ExportSection(new Table(
                Texts("Name", numbers, number => number.Name),
                Numbers("Value", numbers, number => (decimal?)number.Value),
                Texts("What it decides", numbers, number => number.Meaning)), "Numbers that the formulas use: change one here, and the results follow")
            {
                HasFilter = false,
                Names = [.. numbers.Select((number, row) => new ExportName(number.Name, "Value", row))],
            });
        sections.AddRange(scales.Select(Scale));
        var steps = facts.Steps.Select(step => new StepLine(step.Number, facts.Actions.Describe(step.Action), Settings(step.Action, facts))).ToList();
        if (steps.Count > 0)
            sections.Add(new ExportSection(new Table(
                Texts("Step", steps, step => $"{step.Number} {step.Description.Name}"),
                Texts("What it does", steps, step => step.Description.Summary),
                Texts("With", steps, step => step.Settings)), "Steps, in this order")
            { HasFilter = false });
        if (results is not null)
            sections.Add(Merge(results.Options.Merge));
        if (sections.Count == 0)
            sections.Add(new ExportSection(new Table(new Column.Texts("Rules", ["The table is as it was given; no step was done."]))) { HasFilter = false });
        return new ExportSheet("Rules", sections) { Title = "The rules behind the results" };
    }

    private static ExportSection Scale(PolicyScale scale)
    {
        Column gives = scale.Bands[0].Gives.Number is not null
            ? Numbers("Gives", scale.Bands, band => band.Gives.Number)
            : Texts("Gives", scale.Bands, band => band.Gives.Text);
        return new ExportSection(new Table(Numbers("From", scale.Bands, band => (decimal?)band.From), gives), scale.Title)
        {
            HasFilter = false,
            Names = [new ExportName(scale.FromName, "From", 0, scale.Bands.Count), new ExportName(scale.GivesName, "Gives", 0, scale.Bands.Count)],
        };
    }

    private static ExportSection Merge(MergeOptions options)
    {
        Rule[] lines =
        [
            new("Who is one person", "by e-mail address", "Capitals and blanks do not count. Somebody without an address is matched by name, which is noted."),
            new("Somebody sat a test twice", options.Attempts.ToString().ToLowerInvariant(), options.Attempts switch
            {
                AttemptPolicy.Best => "The attempt with the highest score counts.",
                AttemptPolicy.Latest => "The attempt that was submitted last counts.",
                AttemptPolicy.First => "The attempt that was submitted first counts.",
                _ => "The mean of all attempts counts.",
            }),
            new("Scores", "percent of the test's maximum", "Not rounded; shown with as many digits as it takes to see on which side of a pass mark or grade they are."),
        ];
        return new ExportSection(new Table(
            Texts("Rule", lines, line => line.Name),
            Texts("Setting", lines, line => line.Setting),
            Texts("Meaning", lines, line => line.Meaning)), "How the tests were merged")
        { HasFilter = false };
    }

    private static string Settings(TableAction action, Facts facts)
    {
        using var plan = JsonDocument.Parse(PlanJson.Write(new Plan([action]), facts.Actions));
        var settings = plan.RootElement.GetProperty("steps")[0].GetProperty("params").EnumerateObject()
            .Select(each => $"{each.Name.Replace('_', ' ')}: {(each.Value.ValueKind == JsonValueKind.String ? each.Value.GetString() : each.Value.GetRawText())}").ToList();
        var words = settings.Count == 0 ? "its usual settings" : string.Join("; ", settings);
        return words.Length <= 2000 ? words : words[..2000] + "… (the whole is on the sheet About)";
    }

    /// <summary>A rule that holds for all tests.</summary>
    private sealed record Rule(string Name, string Setting, string? Meaning);

    /// <summary>A step in words.</summary>
    private sealed record StepLine(int Number, ActionDescription Description, string Settings);
}
