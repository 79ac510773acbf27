using Mlj.Architecture.Tests.Reading;
using Mlj.Architecture.Tests.Rules;

namespace Mlj.Architecture.Tests;

public sealed class AgentTests
{
    [Fact]
    public void Agent_InItsCode_NamesNoRowNameOrAddress() =>
        Verdict.Holds(SourceProject.All
            .Where(project => NamePattern.Matches("Mlj.Agent.*", project.Name))
            .SelectMany(project => Ban.ForAgent.Violations(project.Uses())));

    [Theory]
    [InlineData("ReadsCell", "Mlj.Tables.Column.Show")]
    [InlineData("ReadsSource", "Mlj.Sources.SheetRow")]
    public void Agent_ThatReadsRows_IsReported(string type, string used) =>
        Assert.Contains(
            $"Mlj.Architecture.Tests.Violators.Actions.{type} uses {used}",
            Ban.ForAgent.Violations(TypeDependencies.Of(GetType().Assembly, "Mlj.Architecture.Tests.Violators.Actions")));

    [Fact]
    public void Agent_ThatReadsTheNamesOfColumns_IsNotReported() =>
        Assert.DoesNotContain(
            Ban.ForAgent.Violations(TypeDependencies.Of(GetType().Assembly, "Mlj.Architecture.Tests.Violators.Actions")),
            violation => violation.Contains("KeepsRules", StringComparison.Ordinal));

    [Fact]
    public void Ban_OnOurOwnTypes_NamesTypesThatExist()
    {
        var uses = SourceProject.Core.Assembly.GetTypes();
        var names = uses.Select(NamePattern.NameOf).Concat(uses.SelectMany(type => type.GetMembers().Select(NamePattern.NameOf))).ToHashSet();

        Assert.All(
            Ban.ForAgent.Never.Where(name => !name.EndsWith('*')),
            name => Assert.Contains(name, names));
    }
}
