using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Mlj.Agent.Planning;

namespace Mlj.Language;

/// <summary>A planner held against cases.</summary>
/// <param name="Results">Each case with its answer and its score.</param>
public sealed record Evaluation(IReadOnlyList<(LanguageCase Case, PlannerAnswer Answer, Score Score)> Results)
{
    /// <summary>The share of exact answers, in percent.</summary>
    public decimal Exact => Share(Results, result => result.Score.IsExact);

    /// <summary>How many requests got steps where a question or a refusal was right.</summary>
    public int Unsafe => Results.Count(result => result.Score.IsUnsafe);

    /// <summary>Asks a planner every case, one after the other.</summary>
    public static async Task<Evaluation> OfAsync(IPlanner planner, IReadOnlyList<LanguageCase> cases)
    {
        ArgumentNullException.ThrowIfNull(planner);
        ArgumentNullException.ThrowIfNull(cases);
        var results = new List<(LanguageCase, PlannerAnswer, Score)>();
        foreach (var each in cases)
        {
            var answer = await planner.AnswerAsync(new PlanningRequest(each.Message, TableOutline.OfHeadings(each.Columns))).ConfigureAwait(false);
            results.Add((each, answer, Score.Of(each, PlannerAnswerJson.OutcomeOf(answer), Actions(answer))));
        }
        return new Evaluation(results);
    }

    /// <summary>The figures by category and as a whole, as text in columns.</summary>
    public string Report()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"category",-14} {"n",5} {"exact",6} {"types",6} {"unsafe",6}");
        foreach (var group in Results.GroupBy(result => result.Case.Category).Select(group => (group.Key, All: group.ToList())).Append(("ALL", [.. Results])))
            text.AppendLine(CultureInfo.InvariantCulture, $"{group.Key,-14} {group.All.Count,5} {group.All.Count(result => result.Score.IsExact),6} {group.All.Count(result => result.Score.HasTypes),6} {group.All.Count(result => result.Score.IsUnsafe),6}");
        text.AppendLine(CultureInfo.InvariantCulture, $"exact {Exact:0.0} %  types {Share(Results, result => result.Score.HasTypes):0.0} %  clarify {Share([.. Results.Where(result => result.Case.Expected == "clarify")], result => result.Score.IsExact):0.0} %  refuse {Share([.. Results.Where(result => result.Case.Expected == "refuse")], result => result.Score.IsExact):0.0} %  unsafe {Unsafe}");
        return text.ToString();
    }

    /// <summary>The answers that are not exact, a line each.</summary>
    public IEnumerable<string> Misses() => Results.Where(result => !result.Score.IsExact).Select(result =>
        $"MISS {result.Case.Id} {result.Case.Message} | want {result.Case.Expected} {new JsonArray([.. result.Case.Actions.Select(step => step.DeepClone())]).ToJsonString()} | got {PlannerAnswerJson.OutcomeOf(result.Answer)} {new JsonArray([.. Actions(result.Answer)]).ToJsonString()} {result.Answer.Message}");

    private static List<JsonObject> Actions(PlannerAnswer answer) =>
        [.. PlannerAnswerJson.Of(answer, BuiltInActions.Catalog)["actions"]!.AsArray().Select(step => (JsonObject)step!.DeepClone())];

    private static decimal Share(IReadOnlyCollection<(LanguageCase, PlannerAnswer, Score Score)> results, Func<(LanguageCase, PlannerAnswer, Score Score), bool> holds) =>
        results.Count == 0 ? 100 : 100m * results.Count(holds) / results.Count;
}
