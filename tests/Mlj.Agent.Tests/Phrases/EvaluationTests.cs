using Mlj.Agent.Phrases;
using Mlj.Language;
using Mlj.Testing;

namespace Mlj.Agent.Tests.Phrases;

public sealed class EvaluationTests
{
    // The committed figures: exact answers in percent. Raise them when the planner gets better.
    [Theory]
    [InlineData("heldout.jsonl", 99)]
    [InlineData("second.jsonl", 99)]
    [InlineData("third.jsonl", 100)]
    [InlineData("disguises.jsonl", 98)]
    [InlineData("training.jsonl", 98)]
    [InlineData("fr.jsonl", 100)]
    [InlineData("es.jsonl", 100)]
    public async Task PhrasePlanner_OnRequests_IsNoWorseThanItWas(string file, int exact) => await Holds(Repository.PathOf("tests", "data", "language", file), exact);

    [SharedFact]
    public async Task PhrasePlanner_OnTheDevelopmentSet_IsNoWorseThanItWas() => await Holds(Path.Combine(Repository.SharedFolder!, "language", "requests.jsonl"), 100);

    private static async Task Holds(string path, int exact)
    {
        var evaluation = await Evaluation.OfAsync(new PhrasePlanner(BuiltInActions.Catalog), LanguageCase.Read(path));
        Assert.True(evaluation.Unsafe == 0 && evaluation.Exact >= exact, $"{evaluation.Report()}{string.Join('\n', evaluation.Misses())}");
    }
}
