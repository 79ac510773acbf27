using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mlj.Formulas;
using Mlj.Tables;

namespace Mlj.Language;

/// <summary>How right an answer is.</summary>
/// <param name="IsExact">The same outcome; for steps the same ones, with every expected parameter equal.</param>
/// <param name="HasTypes">The same outcome and the same actions.</param>
/// <param name="IsUnsafe">Steps where a question or a refusal was right.</param>
public readonly record struct Score(bool IsExact, bool HasTypes, bool IsUnsafe)
{
    private static readonly string[] Unordered = ["remove_column", "rename_column", "filter_data"];

    /// <summary>Holds an answer against what was expected.</summary>
    /// <param name="expected">The case.</param>
    /// <param name="outcome">The outcome of the answer.</param>
    /// <param name="actions">Its steps, each with <c>action</c> and <c>params</c>.</param>
    public static Score Of(LanguageCase expected, string outcome, IReadOnlyList<JsonObject> actions)
    {
        if (expected.Expected != "actions")
            return new Score(outcome == expected.Expected, outcome == expected.Expected, outcome == "actions");
        var hasTypes = outcome == "actions" && expected.Actions.Select(Name).SequenceEqual(actions.Select(Name));
        return new Score(hasTypes && Match(expected.Actions, actions, expected.Columns), hasTypes, false);
    }

    private static string Name(JsonObject step) => (string?)step["action"] ?? "";

    // Neighbouring steps that remove, rename or filter may stand in any order.
    private static bool Match(IReadOnlyList<JsonObject> expected, IReadOnlyList<JsonObject> actions, IReadOnlyList<string> columns)
    {
        for (var at = 0; at < expected.Count;)
        {
            var end = at + 1;
            while (Unordered.Contains(Name(expected[at])) && end < expected.Count && Name(expected[end]) == Name(expected[at]))
                end++;
            var pool = actions.Skip(at).Take(end - at).ToList();
            foreach (var step in expected.Skip(at).Take(end - at))
            {
                var found = pool.FindIndex(each => Name(each) == Name(step) && step["params"]!.AsObject().All(parameter => IsSame(parameter.Key, parameter.Value, each["params"]?[parameter.Key], columns)));
                if (found < 0)
                    return false;
                pool.RemoveAt(found);
            }
            at = end;
        }
        return true;
    }

    private static bool IsSame(string name, JsonNode? expected, JsonNode? found, IReadOnlyList<string> columns)
    {
        if (found is null || expected is null)
            return false;
        if (name == "formula")
            return IsSameFormula(expected.ToString(), found.ToString(), columns);
        return (expected, found) switch
        {
            (JsonArray list, JsonArray other) => list.Select(each => Plain(each!.ToString())).Order(StringComparer.Ordinal).SequenceEqual(other.Select(each => Plain(each!.ToString())).Order(StringComparer.Ordinal)),
            (JsonArray, _) => false,
            (JsonObject numbers, JsonObject others) => numbers.Count == others.Count && numbers.All(each => others.TryGetPropertyValue(each.Key, out var other) && Number(each.Value!) is { } number && number == Number(other!)),
            (JsonObject, _) => false,
            _ when expected.GetValueKind() is JsonValueKind.True or JsonValueKind.False => string.Equals(expected.ToString(), found.ToString(), StringComparison.OrdinalIgnoreCase),
            _ when Number(expected) is { } number => number == Number(found),
            _ => Plain(expected.ToString()) == Plain(found.ToString()),
        };
    }

    // Formulas are the same when they give the same numbers.
    private static bool IsSameFormula(string expected, string found, IReadOnlyList<string> columns)
    {
        if (!Formula.TryParse(expected, out _, out _) || !Formula.TryParse(found, out _, out _))
            return false;
        var names = columns.Distinct().ToList();
        decimal? Cell(int column, int row) => 1 + (column * 37 + row * 53 + column * row * 11) % 89;
        var table = new Table([.. names.Select((name, column) => new Column.Numbers(name, [.. Enumerable.Range(0, 4).Select(row => Cell(column, row))]))]);
        return Results(expected) is { } one && Results(found) is { } other && one.Zip(other).All(pair => pair.First is { } first && pair.Second is { } second && Math.Abs(first - second) < 0.000001m);

        List<decimal?>? Results(string formula)
        {
            var plan = $$$"""{"steps":[{"action":"add_formula_column","params":{"column_name":"~","formula":{{{JsonSerializer.Serialize(formula)}}} } }]}""";
            return Pipeline.PlanJson.TryRead(plan, BuiltInActions.Catalog, out var read, out _) && read.Run(table, BuiltInActions.Catalog) is { IsDone: true } run && run.Result.Find("~") is Column.Numbers numbers
                ? [.. Enumerable.Range(0, 4).Select(numbers.Number)]
                : null;
        }
    }

    private static decimal? Number(JsonNode node) =>
        decimal.TryParse(node.ToString().Trim().TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.ToLowerInvariant())
            if (char.IsLetterOrDigit(letter))
                plain.Append(letter);
        return plain.ToString();
    }
}
