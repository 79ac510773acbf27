using Mlj.Architecture.Tests.Reading;
using Mlj.Architecture.Tests.Rules;

namespace Mlj.Architecture.Tests;

public sealed class ActionsTests
{
    private const string Fixtures = "Mlj.Architecture.Tests.Violators";

    [Fact]
    public void Actions_InCore_AskNothingOfTheWorld() =>
        Verdict.Holds(Ban.ForActions.Violations(TypeDependencies.Of(SourceProject.Core.Assembly, "Mlj.Actions")));

    [Fact]
    public void Actions_InAllProjects_AreNamedByTheFacadeOnly() =>
        Verdict.Holds(SourceProject.All.SelectMany(project => NamedActions.Violations(project.Uses(), "Mlj.Pipeline.TableAction", "Mlj")));

    [Theory]
    [InlineData("AsksClock", "System.DateTime.UtcNow")]
    [InlineData("AsksEnvironment", "System.Environment.TickCount")]
    [InlineData("AsksStopwatch", "System.Diagnostics.Stopwatch")]
    [InlineData("AsksTimeProvider", "System.TimeProvider")]
    [InlineData("CallsNetwork", "System.Net.WebUtility")]
    [InlineData("DrawsChance", "System.Random")]
    [InlineData("OpensFile", "System.IO.File")]
    [InlineData("ReadsSource", "Mlj.Sources.SheetRow")]
    public void Action_ThatAsksTheWorld_IsReported(string type, string used) =>
        Assert.Contains($"{Fixtures}.Actions.{type} uses {used}", Ban.ForActions.Violations(Fixture("Actions")));

    [Fact]
    public void Action_ThatWorksOnATableOnly_IsNotReported() =>
        Assert.DoesNotContain(Ban.ForActions.Violations(Fixture("Actions")), violation => violation.Contains("KeepsRules", StringComparison.Ordinal));

    [Fact]
    public void Action_NamedByAnyoneButTheFacade_IsReported() =>
        Assert.Equal(
            [
                $"{Fixtures}.Naming.Others.StrangerNamesAction names the action {Fixtures}.Naming.FirstAction",
                $"{Fixtures}.Naming.SecondAction names the action {Fixtures}.Naming.FirstAction",
            ],
            NamedActions.Violations(Fixture("Naming"), $"{Fixtures}.Naming.FakeAction", $"{Fixtures}.Naming.Facade"));

    private static IReadOnlyList<TypeUse> Fixture(string folder) => TypeDependencies.Of(typeof(ActionsTests).Assembly, $"{Fixtures}.{folder}");
}
