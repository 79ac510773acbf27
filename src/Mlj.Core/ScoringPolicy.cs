using Mlj.Pipeline;

namespace Mlj;

/// <summary>The scoring policies that come with the library: plans like any other, kept as files under <c>Recipes</c>.</summary>
public static class ScoringPolicy
{
    private static readonly Lazy<Plan> MljPlan = new(() => Load("mlj"));
    private static readonly Lazy<Plan> PlainPlan = new(() => Load("plain"));

    /// <summary>
    /// The default. Tests taken; an assignment score of 50 to 93 for taking part; the mean of all tests, missing ones as 0, and the
    /// assignment score; PASS from 50.
    /// </summary>
    public static Plan Mlj => MljPlan.Value;

    /// <summary>Tests taken; the mean of the tests taken; PASS from 50.</summary>
    public static Plan Plain => PlainPlan.Value;

    /// <summary>The names of the policies.</summary>
    public static IReadOnlyList<string> Names { get; } = ["mlj", "plain"];

    /// <summary>The policy of this name, ignoring case; null when there is none.</summary>
    public static Plan? Find(string name) => name?.ToLowerInvariant() switch
    {
        "mlj" => Mlj,
        "plain" => Plain,
        _ => null,
    };

    private static Plan Load(string name)
    {
        using var reader = new StreamReader(typeof(ScoringPolicy).Assembly.GetManifestResourceStream($"Mlj.Recipes.{name}.json")!);
        return PlanJson.TryRead(reader.ReadToEnd(), BuiltInActions.Catalog, out var plan, out var problems)
            ? plan
            : throw new InvalidOperationException($"The built-in recipe '{name}' is broken: {string.Join(" ", problems)}");
    }
}
