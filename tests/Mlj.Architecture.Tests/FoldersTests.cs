using Mlj.Architecture.Tests.Reading;
using Mlj.Architecture.Tests.Rules;

namespace Mlj.Architecture.Tests;

public sealed class FoldersTests
{
    private const string Fixtures = "Mlj.Architecture.Tests.Violators";

    public static TheoryData<string> Projects => new(SourceProject.All.Select(project => project.Name));

    [Fact]
    public void Folders_InCore_UseOnlyLowerFloors() =>
        Verdict.Holds(Floors.Violations(SourceProject.Core.Uses(), SourceProject.Core.RootNamespace, Floor.OfCore));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_InAProject_MakeNoCircle(string name)
    {
        var project = SourceProject.All.Single(project => project.Name == name);

        Verdict.Holds(Circles.Violations(project.Uses(), project.RootNamespace));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespaces_InAProject_AreItsFolders(string name) =>
        Verdict.Holds(FolderNamespaces.Violations(SourceProject.All.Single(project => project.Name == name)));

    [Fact]
    public void Folders_ThatUseHigherOrEqualFloorsOrHaveNone_AreReported()
    {
        const string root = Fixtures + ".Floors";
        var violations = Floors.Violations(
            TypeDependencies.Of(GetType().Assembly, root), root, [new(0, "Low"), new(0, "Beside"), new(1, "High"), new(2, "")]);

        Assert.Equal(
            [
                $"{root}.Low.Deep.DeepUsesHigh (floor 0) uses {root}.High.Roof (floor 1)",
                $"{root}.Low.LowUsesBeside (floor 0) uses {root}.Beside.Neighbour (floor 0)",
                $"{root}.Low.LowUsesHigh (floor 0) uses {root}.High.Roof (floor 1)",
                $"{root}.Nowhere.Homeless stands in a namespace without a floor",
            ],
            violations);
    }

    [Fact]
    public void Circles_BetweenNeighbours_AreReportedWithTheTypesThatCloseThem()
    {
        const string root = Fixtures + ".Circles";

        Assert.Equal(
            [
                "(root) -> Farm (Farmer uses Barn) -> (root) (Barn uses Farmer)",
                "Chicken -> Egg (Hen uses Shell) -> Chicken (Shell uses Hen)",
                "Farm.Left -> Farm.Right (LeftWing uses RightWing) -> Farm.Left (RightWing uses LeftWing)",
            ],
            Circles.Violations(TypeDependencies.Of(GetType().Assembly, root), root));
    }

    [Theory]
    [InlineData("Table.cs", "namespace Mlj;", null)]
    [InlineData("Sources/Xlsx/Reader.cs", "namespace Mlj.Sources.Xlsx;", null)]
    [InlineData("Program.cs", "return 0;", null)]
    [InlineData("Sources/Reader.cs", "namespace Mlj.Tables;", "Sources/Reader.cs says namespace Mlj.Tables instead of Mlj.Sources")]
    [InlineData("Reader.cs", "class Reader;", "Reader.cs says no namespace instead of Mlj")]
    public void Namespace_OtherThanTheFolder_IsReported(string file, string line, string? expected) =>
        Assert.Equal(expected, FolderNamespaces.Violation("Mlj", file, ["// first", line]));
}
