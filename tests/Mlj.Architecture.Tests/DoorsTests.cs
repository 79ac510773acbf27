using Mlj.Architecture.Tests.Reading;
using Mlj.Architecture.Tests.Rules;

namespace Mlj.Architecture.Tests;

public sealed class DoorsTests
{
    [Fact]
    public void Doors_OutsideTheirProgram_NameNoAdapter()
    {
        var adapters = SourceProject.All.Where(project => ProjectRules.Adapters.Contains(project.Name)).Select(project => project.AssemblyName).ToHashSet();

        Verdict.Holds(SourceProject.All
            .Where(project => ProjectRules.Doors.Contains(project.Name))
            .SelectMany(door => DoorRule.Violations(door.Uses(), used => adapters.Contains(used.Assembly.GetName().Name!))));
    }

    [Fact]
    public void Doors_OutsideTheirProgram_NameNoOtherDoor() =>
        Verdict.Holds(SourceProject.All
            .Where(project => ProjectRules.Doors.Contains(project.Name))
            .SelectMany(door => DoorRule.Violations(door.Uses(), used => SourceProject.All.Any(other =>
                other.Name != door.Name && ProjectRules.Doors.Contains(other.Name) && used.Assembly.GetName().Name == other.AssemblyName))));

    [Theory]
    [InlineData("Mlj.Hosting.Web", "Mlj.Hosting.Telegram", true)]
    [InlineData("Mlj.Hosting.Web", "Mlj.Hosting.Cli", false)]
    [InlineData("Mlj.Hosting.Telegram", "Mlj.Hosting.Web", false)]
    [InlineData("Mlj.Hosting.Cli", "Mlj.Hosting.Telegram", false)]
    public void Reference_FromADoorToADoor_IsAllowedToTheWebHostAlone(string door, string other, bool allowed) =>
        Assert.Equal(allowed, !ProjectRules.All.SelectMany(rule => rule.Violations(door, [other])).Any());

    [Fact]
    public void Door_ThatNamesAnAdapterElsewhere_IsReported()
    {
        const string root = "Mlj.Architecture.Tests.Violators.Doors";

        Assert.Equal(
            [$"{root}.Page uses {root}.Adapter.Store outside Program.cs"],
            DoorRule.Violations(TypeDependencies.Of(GetType().Assembly, root), used => used.Namespace == root + ".Adapter"));
    }

    [Fact]
    public void Program_OfTopLevelStatements_IsRead() =>
        Assert.All(
            SourceProject.All.Where(project => project.Assembly.EntryPoint is not null),
            project => Assert.Contains(project.Uses(), use => use.Type.Name == "Program"));
}
