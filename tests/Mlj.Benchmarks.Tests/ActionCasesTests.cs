using Mlj.Benchmarks.Data;

namespace Mlj.Benchmarks.Tests;

public class ActionCasesTests
{
    public static TheoryData<string> Cases => [.. ActionCases.Names];

    [Fact]
    public void Cases_OfTheCatalogue_LeaveNoActionOut() =>
        // A table that was not merged knows of no attempts.
        Assert.Equal(BuiltInActions.Catalog.Actions.Select(action => action.Name).Where(name => name != "set_attempt_policy"), ActionCases.Names.Select(ActionCases.ActionOf).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_OnSomeRows_IsDone(string name)
    {
        var table = WideResults.Of(50);
        Assert.Equal(20, table.Columns.Count);
        var run = ActionCases.PlanOf(name).Run(table, BuiltInActions.Catalog);
        Assert.True(run.IsDone, string.Join(' ', run.Problems));
        Assert.False(run.Diff.IsEmpty);
    }
}
