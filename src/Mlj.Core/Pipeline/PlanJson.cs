using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Mlj.Pipeline;

/// <summary>Plans in their written form: <c>{"version":1,"seed":42,"steps":[{"action":"...","params":{...}}]}</c>.</summary>
public static class PlanJson
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a plan. Every action and every parameter must be known; nothing is passed over.</summary>
    /// <param name="json">The written form.</param>
    /// <param name="catalog">The known actions.</param>
    /// <param name="plan">The plan; null when there are problems.</param>
    /// <param name="problems">Everything that is wrong with it.</param>
    /// <returns>Whether there is a plan.</returns>
    public static bool TryRead(string json, ActionCatalog catalog, [NotNullWhen(true)] out Plan? plan, out IReadOnlyList<PlanProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(catalog);
        var found = new List<PlanProblem>();
        plan = null;
        problems = found;
        try
        {
            using var document = JsonDocument.Parse(json);
            var read = Read(document.RootElement, catalog, found);
            plan = found.Count == 0 ? read : null;
        }
        catch (JsonException error)
        {
            found.Add(PlanProblems.NotAPlan("it is not JSON: " + error.Message));
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            // Half of a character that takes two (\ud800) passes the parser and fails where the text is asked for.
            found.Add(PlanProblems.NotAPlan("a text in it is broken: " + error.Message));
        }
        return plan is not null;
    }

    /// <summary>Writes a plan, with the parameters that differ from their defaults.</summary>
    public static string Write(Plan plan, ActionCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(catalog);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", Plan.Version);
            writer.WriteNumber("seed", plan.Seed);
            writer.WriteStartArray("steps");
            foreach (var action in plan.Steps)
                WriteStep(writer, action, catalog.Describe(action));
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static Plan? Read(JsonElement root, ActionCatalog catalog, List<PlanProblem> problems)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("steps", out var steps) || steps.ValueKind != JsonValueKind.Array)
        {
            problems.Add(PlanProblems.NotAPlan("it has no list 'steps'"));
            return null;
        }
        FindStrangers(root, "a plan", ["version", "seed", "steps"], problems);
        if (root.TryGetProperty("version", out var version) && !(version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number == Plan.Version))
            problems.Add(PlanProblems.UnknownVersion(version.GetRawText()));
        long seed = 0;
        if (root.TryGetProperty("seed", out var written) && !(written.ValueKind == JsonValueKind.Number && written.TryGetInt64(out seed)))
            problems.Add(PlanProblems.NotAPlan("'seed' must be a whole number"));
        var actions = new List<TableAction>();
        foreach (var (index, step) in steps.EnumerateArray().Index())
            if (ReadStep(step, index + 1, catalog, problems) is { } action)
                actions.Add(action);
        return new Plan(actions, seed);
    }

    private static void FindStrangers(JsonElement json, string what, string[] known, List<PlanProblem> problems)
    {
        foreach (var property in json.EnumerateObject())
            if (!known.Contains(property.Name))
                problems.Add(PlanProblems.NotAPlan($"'{property.Name}' is no part of {what}"));
    }

    private static TableAction? ReadStep(JsonElement step, int number, ActionCatalog catalog, List<PlanProblem> problems)
    {
        if (step.ValueKind != JsonValueKind.Object || !step.TryGetProperty("action", out var named) || named.ValueKind != JsonValueKind.String)
        {
            problems.Add(PlanProblems.NotAPlan($"step {number} has no text 'action'"));
            return null;
        }
        FindStrangers(step, $"step {number}", ["action", "params"], problems);
        var name = named.GetString()!;
        if (catalog.Find(name) is not { } description)
        {
            problems.Add(PlanProblems.UnknownAction(number, name, catalog.Actions.Select(each => each.Name)));
            return null;
        }
        var action = description.Create();
        var given = new HashSet<string>(StringComparer.Ordinal);
        if (step.TryGetProperty("params", out var parameters))
        {
            if (parameters.ValueKind != JsonValueKind.Object)
            {
                problems.Add(PlanProblems.NotAPlan($"'params' of step {number} must be an object"));
                return null;
            }
            foreach (var property in parameters.EnumerateObject())
            {
                if (description.Parameters.FirstOrDefault(each => each.Name == property.Name) is not { } parameter)
                    problems.Add(PlanProblems.UnknownParameter(number, name, property.Name, description.Parameters.Select(each => each.Name)));
                else if (ParameterValue.TryRead(property.Value, parameter, out var value))
                {
                    parameter.Set(action, value);
                    given.Add(parameter.Name);
                }
                else
                    problems.Add(PlanProblems.WrongType(number, name, parameter.Name, ParameterValue.Expected(parameter), ParameterValue.Found(property.Value)));
            }
        }
        foreach (var parameter in description.Parameters.Where(each => each.IsRequired && !given.Contains(each.Name)))
            problems.Add(PlanProblems.MissingParameter(number, name, parameter.Name));
        return action;
    }

    private static void WriteStep(Utf8JsonWriter writer, TableAction action, ActionDescription description)
    {
        writer.WriteStartObject();
        writer.WriteString("action", description.Name);
        writer.WriteStartObject("params");
        foreach (var parameter in description.Parameters)
        {
            var value = parameter.Get(action);
            if (!parameter.IsRequired && ParameterValue.AreEqual(value, parameter.Default))
                continue;
            writer.WritePropertyName(parameter.Name);
            ParameterValue.Write(writer, value);
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
