using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Mlj.Values;

namespace Mlj.Pipeline;

/// <summary>
/// Plans in their written form: <c>{"version":1,"seed":42,"steps":[{"action":"...","params":{...}}]}</c>. A plan that was previewed carries
/// <c>"table"</c>, the hash of its table; a recipe carries <c>"rules"</c>, the versions of its actions' rules: <c>{"add_pass_fail":1}</c>.
/// </summary>
public static class PlanJson
{
    internal static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What stands twice is not passed over either.</summary>
    internal static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly SearchValues<char> HashDigits = SearchValues.Create("0123456789abcdef");

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
            using var document = JsonDocument.Parse(json, Strict);
            var read = Read(document.RootElement, catalog, found);
            plan = found.Count == 0 ? read : null;
        }
        catch (JsonException error)
        {
            found.Add(PlanProblems.NotAPlan(JsonFault.Describe(json, error)));
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            // Half of a character that takes two (\ud800) passes the parser and fails where the text is asked for.
            found.Add(PlanProblems.NotAPlan(JsonFault.HalfCharacter));
        }
        return plan is not null;
    }

    /// <summary>Writes a plan, with the parameters that differ from their defaults.</summary>
    /// <exception cref="ArgumentException">The catalogue does not have one of the plan's actions.</exception>
    public static string Write(Plan plan, ActionCatalog catalog) => Write(plan, catalog, withRules: false);

    /// <summary>Writes a plan with every parameter that has a value, so that it can be read without knowing the defaults.</summary>
    /// <exception cref="ArgumentException">The catalogue does not have one of the plan's actions.</exception>
    public static string WriteFull(Plan plan, ActionCatalog catalog) => Write(plan, catalog, withRules: false, withDefaults: true);

    /// <summary>Writes a plan for other tables than the one it was made on: without its hash, with the versions of its actions' rules.</summary>
    /// <exception cref="ArgumentException">The catalogue does not have one of the plan's actions.</exception>
    public static string WriteRecipe(Plan plan, ActionCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Write(plan with { PreviewedOn = null }, catalog, withRules: true);
    }

    private static string Write(Plan plan, ActionCatalog catalog, bool withRules, bool withDefaults = false)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(catalog);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
            Write(writer, plan, catalog, withRules, withDefaults);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    internal static void Write(Utf8JsonWriter writer, Plan plan, ActionCatalog catalog, bool withRules, bool withDefaults = false)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", Plan.Version);
        writer.WriteNumber("seed", plan.Seed);
        if (plan.PreviewedOn is not null)
            writer.WriteString("table", plan.PreviewedOn);
        if (withRules)
        {
            writer.WriteStartObject("rules");
            foreach (var description in plan.Steps.Select(catalog.Describe).DistinctBy(each => each.Name).OrderBy(each => each.Name, StringComparer.Ordinal))
                writer.WriteNumber(description.Name, description.Version);
            writer.WriteEndObject();
        }
        writer.WriteStartArray("steps");
        foreach (var action in plan.Steps)
            WriteStep(writer, action, catalog.Describe(action), withDefaults);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    internal static Plan? Read(JsonElement root, ActionCatalog catalog, List<PlanProblem> problems)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("steps", out var steps) || steps.ValueKind != JsonValueKind.Array)
        {
            problems.Add(PlanProblems.NotAPlan("it has no list 'steps'"));
            return null;
        }
        FindStrangers(root, "a plan", ["version", "seed", "table", "rules", "steps"], problems);
        if (root.TryGetProperty("version", out var version) && !(version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number == Plan.Version))
            problems.Add(PlanProblems.UnknownVersion(version.GetRawText()));
        long seed = 0;
        if (root.TryGetProperty("seed", out var written) && !(written.ValueKind == JsonValueKind.Number && written.TryGetInt64(out seed)))
            problems.Add(PlanProblems.NotAPlan("'seed' must be a whole number"));
        string? table = null;
        if (root.TryGetProperty("table", out var hash) && !(hash.ValueKind == JsonValueKind.String && IsHash(table = hash.GetString()!)))
            problems.Add(PlanProblems.NotAPlan("'table' must be the hash that a preview tells: \"sha256:\" and 64 hexadecimal digits"));
        if (root.TryGetProperty("rules", out var rules))
            CheckRules(rules, catalog, problems);
        var actions = new List<TableAction>();
        foreach (var (index, step) in steps.EnumerateArray().Index())
            if (ReadStep(step, index + 1, catalog, problems) is { } action)
                actions.Add(action);
        return new Plan(actions, seed) { PreviewedOn = table };
    }

    private static bool IsHash(string text) => text.StartsWith("sha256:", StringComparison.Ordinal) && text.Length == 71 && text.AsSpan(7).IndexOfAnyExcept(HashDigits) < 0;

    private static void CheckRules(JsonElement rules, ActionCatalog catalog, List<PlanProblem> problems)
    {
        if (rules.ValueKind != JsonValueKind.Object)
        {
            problems.Add(PlanProblems.NotAPlan("'rules' must be an object with the versions of actions"));
            return;
        }
        // An action that is not known is a problem of the step that names it.
        foreach (var rule in rules.EnumerateObject())
            if (catalog.Find(rule.Name) is { } description && !(rule.Value.ValueKind == JsonValueKind.Number && rule.Value.TryGetInt32(out var version) && version == description.Version))
                problems.Add(PlanProblems.RuleVersion(rule.Name, ParameterValue.Found(rule.Value), description.Version));
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
                given.Add(property.Name);
                if (description.Parameters.FirstOrDefault(each => each.Name == property.Name) is not { } parameter)
                    problems.Add(PlanProblems.UnknownParameter(number, name, property.Name, description.Parameters.Select(each => each.Name)));
                else if (ParameterValue.TryRead(property.Value, parameter, out var value))
                    parameter.Set(action, value);
                else
                    problems.Add(PlanProblems.WrongType(number, name, parameter.Name, ParameterValue.Expected(parameter), ParameterValue.Found(property.Value)));
            }
        }
        foreach (var parameter in description.Parameters.Where(each => each.IsRequired && !given.Contains(each.Name)))
            problems.Add(PlanProblems.MissingParameter(number, name, parameter.Name));
        return action;
    }

    private static void WriteStep(Utf8JsonWriter writer, TableAction action, ActionDescription description, bool withDefaults)
    {
        writer.WriteStartObject();
        writer.WriteString("action", description.Name);
        writer.WriteStartObject("params");
        foreach (var parameter in description.Parameters)
        {
            var value = parameter.Get(action);
            if (withDefaults ? value is null : !parameter.IsRequired && ParameterValue.AreEqual(value, parameter.Default))
                continue;
            writer.WritePropertyName(parameter.Name);
            ParameterValue.Write(writer, value);
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
