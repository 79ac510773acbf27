using Mlj.Agent.Phrases;
using Mlj.Language;
using Mlj.Testing;

namespace Mlj.Agent.Tests.Phrases;

public sealed class EvaluationTests
{
    // The committed figures: exact answers in percent. Raise them when the planner gets better.
    [Theory]
    [InlineData("heldout.jsonl", 100)]
    [InlineData("second.jsonl", 100)]
    [InlineData("third.jsonl", 100)]
    [InlineData("fourth.jsonl", 95)]
    [InlineData("fifth.jsonl", 99)]
    [InlineData("sixth.jsonl", 96)]
    [InlineData("seventh.jsonl", 98)]
    [InlineData("eighth.jsonl", 99)]
    [InlineData("ninth.jsonl", 98)]
    [InlineData("tenth.jsonl", 95)]
    [InlineData("eleventh.jsonl", 94)]
    [InlineData("twelfth.jsonl", 98)]
    [InlineData("thirteenth.jsonl", 96)]
    [InlineData("fourteenth.jsonl", 94)]
    [InlineData("fifteenth.jsonl", 95)]
    [InlineData("sixteenth.jsonl", 96)]
    [InlineData("seventeenth.jsonl", 87)]
    [InlineData("eighteenth.jsonl", 88)]
    [InlineData("nineteenth.jsonl", 82)]
    [InlineData("twentieth.jsonl", 73)]
    [InlineData("twentyfirst.jsonl", 100)]
    [InlineData("twentysecond.jsonl", 99)]
    [InlineData("twentythird.jsonl", 100)]
    [InlineData("twentyfourth.jsonl", 99)]
    [InlineData("disguises.jsonl", 98)]
    [InlineData("training.jsonl", 99)]
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
