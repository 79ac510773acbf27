using Mlj.Pipeline;

namespace Mlj.Tests.Actions;

public class SpecPagesTests
{
    public static TheoryData<string> Pages => [.. SpecPage.Names];

    [Fact]
    public void Pages_OfTheCatalogue_AreOneForEachAction() => Assert.Equal(BuiltInActions.Catalog.Actions.Select(action => action.Name), SpecPage.Names);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_OfAnAction_HoldsWhatItShows(string name)
    {
        var page = SpecPage.Read(name);
        Assert.Equal(name, page.Action);
        Assert.Contains(page.Examples, example => example.After is not null);
        foreach (var example in page.Examples)
        {
            Assert.True(example.After is null != example.Problem is null, "An example shows either a table after or a problem.");
            Assert.Contains($"\"{name}\"", example.Plan, StringComparison.Ordinal);
            var (shown, problem) = Run(example);
            Assert.Equal(example.Problem, problem);
            if (example.After is not null)
                Assert.Equal(example.After.Select(line => string.Join(" | ", line)), shown);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_OfAnActionThatSaysItLosesNothing_KeepsEveryRowAndCell(string name)
    {
        foreach (var example in SpecPage.Read(name).Examples)
            if (PlanJson.TryRead(example.Plan, BuiltInActions.Catalog, out var plan, out _)
                && BuiltInActions.Catalog.RiskOf(plan) <= ActionRisk.Reversible
                && plan.Run(example.Before, BuiltInActions.Catalog) is { IsDone: true } run)
            {
                Assert.Equal(example.Before.Order.Stored.ToArray().Order(), run.Result.Order.Stored.ToArray().Order());
                Assert.All(example.Before.Columns, column => Assert.Contains(run.Result.Columns, after => Enumerable.Range(0, column.Count).All(stored => after[stored] == column[stored])));
            }
    }

    private static (IEnumerable<string> Shown, string? Problem) Run(SpecExample example)
    {
        if (!PlanJson.TryRead(example.Plan, BuiltInActions.Catalog, out var plan, out var problems))
            return ([], Assert.Single(problems).Message);
        var run = plan.Run(example.Before, BuiltInActions.Catalog);
        if (!run.IsDone)
            return ([], Assert.Single(run.Problems).Message);
        var columns = run.Result.Columns;
        return ([string.Join(" | ", columns.Select(column => column.Name)), .. run.Result.Order.Stored.Select(stored => string.Join(" | ", columns.Select(column => column.Show(stored))))], null);
    }
}
