using Mlj.Architecture.Tests.Reading;
using Mlj.Architecture.Tests.Rules;

namespace Mlj.Architecture.Tests;

public sealed class CoreTests
{
    [Fact]
    public void Packages_OfCore_AreItsThree() => Verdict.Holds(StrangePackages(SourceProject.Core));

    [Fact]
    public void Assemblies_UsedByCore_AreOfItsThreeOrOfTheFramework() => Verdict.Holds(StrangeAssemblies(SourceProject.Core.AssemblyReferences));

    [Fact]
    public void Packages_WithAFourth_AreReported()
    {
        var project = SourceProject.Parse("Mlj.Core", """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <PackageReference Include="CsvHelper" />
                <PackageReference Include="ClosedXML" />
              </ItemGroup>
            </Project>
            """);

        Assert.Contains("ClosedXML", Assert.Single(StrangePackages(project)), StringComparison.Ordinal);
    }

    [Fact]
    public void Assemblies_OfPackagesNamedLikeTheFramework_AreReported() =>
        Assert.Equal(
            ["Mlj.Core uses System.CommandLine", "Mlj.Core uses Mlj.Agent"],
            StrangeAssemblies(["System.Runtime", "System.CommandLine", "System.IO.Packaging", "CsvHelper", "Mlj.Agent"]));

    private static IEnumerable<string> StrangePackages(SourceProject project) =>
        project.Packages.Except(ProjectRules.CorePackages).Select(package => $"{project} refers to the package {package}");

    private static IEnumerable<string> StrangeAssemblies(IEnumerable<string> assemblies) =>
        assemblies.Except(ProjectRules.CoreAssemblies).Where(name => !Framework.Has(name)).Select(name => $"Mlj.Core uses {name}");
}
