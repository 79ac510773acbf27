using Mlj.Architecture.Tests.Reading;
using Mlj.Architecture.Tests.Rules;

namespace Mlj.Architecture.Tests;

public sealed class ParameterNamesTests
{
    [Fact]
    public void Parameters_InAllProjects_AskForNoDryRun() =>
        Verdict.Holds(ParameterNames.Violations(SourceProject.All.SelectMany(project => project.Assembly.GetTypes())));

    [Fact]
    public void Parameters_ThatAskForADryRun_AreReported()
    {
        const string root = "Mlj.Architecture.Tests.Violators.Parameters";
        var violations = ParameterNames.Violations(GetType().Assembly.GetTypes().Where(type => type.Namespace == root)).ToList();

        Assert.Equal(4, violations.Count(violation => !violation.Contains("set_", StringComparison.Ordinal)));
        Assert.Contains($"{root}.TakesDryRun.Delete has a parameter dryRun", violations);
        Assert.Contains($"{root}.TakesPreviewInConstructor..ctor has a parameter Preview", violations);
        Assert.Contains($"The record {root}.RecordSimulates has a property Simulate", violations);
        Assert.Contains(violations, violation => violation.Contains("LocalFunctionTakesDryRun", StringComparison.Ordinal));
        Assert.DoesNotContain(violations, violation => violation.Contains("MentionsPreviews", StringComparison.Ordinal));
    }
}
