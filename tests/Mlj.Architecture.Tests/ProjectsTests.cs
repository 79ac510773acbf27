using Mlj.Architecture.Tests.Reading;
using Mlj.Architecture.Tests.Rules;

namespace Mlj.Architecture.Tests;

public sealed class ProjectsTests
{
    public static TheoryData<string> Rules => new(ProjectRules.All.Select(rule => rule.ToString()));

    [Fact]
    public void Projects_UnderSource_HaveAPlaceInTheRules() =>
        Verdict.Holds(SourceProject.All.Select(project => project.Name).Except(ProjectRules.Known).Select(name => $"{name} is not in {nameof(ProjectRules)}.{nameof(ProjectRules.Known)}"));

    [Fact]
    public void Projects_UnderSource_AreBuiltAndReadable() => Assert.All(SourceProject.All, project => Assert.NotEmpty(project.Uses()));

    [Theory]
    [MemberData(nameof(Rules))]
    public void References_OfProjects_KeepTheRule(string line)
    {
        var rule = ProjectRules.All.Single(rule => rule.ToString() == line);

        Verdict.Holds(SourceProject.All.SelectMany(project => rule.Violations(project.Name, project.References.Concat(project.AssemblyReferences))));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void References_ToAnythingThatTheRuleNames_AreReported(string line)
    {
        var rule = ProjectRules.All.Single(rule => rule.ToString() == line);
        var project = rule.Projects == "*" ? "Mlj.Reports" : rule.Projects.Replace(".*", ".Other", StringComparison.Ordinal);

        Assert.All(rule.Never.Where(name => name != project), name =>
            Assert.NotEmpty(rule.Violations(project, [name.Replace("*", "Some", StringComparison.Ordinal)])));
    }

    [Fact]
    public void References_OfAProjectFileThatBreaksRules_AreReportedOneByOne()
    {
        var hosting = SourceProject.Parse("Mlj.Hosting", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <ItemGroup>
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
                <PackageReference Include="Quartz" />
                <PackageReference Include="Microsoft.Extensions.Logging.Abstractions" />
                <ProjectReference Include="..\Mlj.Core\Mlj.Core.csproj" />
                <ProjectReference Include="..\Mlj.Hosting.Data\Mlj.Hosting.Data.csproj" />
                <ProjectReference Include="..\..\tests\Mlj.Testing\Mlj.Testing.csproj" />
              </ItemGroup>
            </Project>
            """);

        var violations = ProjectRules.All.SelectMany(rule => rule.Violations(hosting.Name, hosting.References)).ToList();

        Assert.Equal(5, violations.Count);
        Assert.All(
            ["Mlj.Testing", "Quartz", "Mlj.Hosting.Data", "Microsoft.AspNetCore.App", "Microsoft.NET.Sdk.Web"],
            name => Assert.Single(violations, violation => violation.StartsWith($"Mlj.Hosting refers to {name};", StringComparison.Ordinal)));
    }

    [Fact]
    public void References_FromADoorToAnAdapter_AreLeftToItsProgram() =>
        Assert.Empty(ProjectRules.All.SelectMany(rule => rule.Violations("Mlj.Hosting.Web", ["Mlj.Hosting", "Mlj.Hosting.Data", "Mlj.Hosting.Web"])));
}
