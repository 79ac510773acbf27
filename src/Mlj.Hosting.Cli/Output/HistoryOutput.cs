using System.Globalization;
using Mlj.Hosting.Cli.Shell;
using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Hosting.Cli.Output;

/// <summary>The accepted steps of a table and what an undo made of them, for people and as JSON.</summary>
internal static class HistoryOutput
{
    public static void WriteText(History before, History after, string? written, Terminal terminal)
    {
        var screen = new Screen(terminal);
        screen.Heading(after.Steps.Count == 0 ? "No step was accepted yet" : "Steps");
        foreach (var step in after.Steps)
            screen.Line(Invariant($"  {step.Number}. {Name(step)}{(step.IsUndone ? " (undone)" : "")}"));
        if (after != before)
        {
            screen.Line();
            foreach (var (was, now) in before.Steps.Zip(after.Steps).Where(pair => pair.First.IsUndone != pair.Second.IsUndone))
                screen.Line(Invariant($"Step {now.Number}, {Name(now)}, {(now.IsUndone ? "was undone" : "was done again")}."));
            screen.Line(Invariant($"The table has {after.Result.RowCount} rows and {after.Result.Columns.Count} columns now."));
        }
        screen.Line(written is null ? after == before ? "Nothing was changed." : "The table was not written; add -o graded.xlsx to get it." : $"Written: {written}");
    }

    public static void WriteJson(History before, History after, IReadOnlyList<PlanProblem> problems, string? written, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartArray("steps");
        foreach (var step in after.Steps)
        {
            json.WriteStartObject();
            json.WriteNumber("step", step.Number);
            json.WriteString("action", Name(step));
            json.WriteBoolean("undone", step.IsUndone);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("changed");
        foreach (var (_, now) in before.Steps.Zip(after.Steps).Where(pair => pair.First.IsUndone != pair.Second.IsUndone))
            json.WriteNumberValue(now.Number);
        json.WriteEndArray();
        json.WriteBoolean("can_redo", after.CanRedo);
        json.WriteString("hash", TableHash.Of(after.Result));
        RunJson.WriteProblems(json, problems);
        json.WriteString("written", written);
    });

    private static string Name(HistoryStep step) => BuiltInActions.Catalog.Describe(step.Action).Name;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
