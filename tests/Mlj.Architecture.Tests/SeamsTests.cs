using Microsoft.Extensions.DependencyInjection;
using Mlj.Architecture.Tests.Reading;
using Mlj.Architecture.Tests.Rules;
using Mlj.Architecture.Tests.Violators.Seams;
using Mlj.Exports;
using Mlj.Sources;

namespace Mlj.Architecture.Tests;

public sealed class SeamsTests
{
    private const string Package = "Microsoft.Extensions.DependencyInjection.Abstractions";

    private static readonly List<Type> Seams =
        [.. SourceProject.All.SelectMany(project => project.Assembly.GetTypes()).Where(type => SeamSignatures.Names.Contains(type.Name))];

    [Fact]
    public void Signatures_OfSeams_SpeakNoPackagesTypes() => Verdict.Holds(Seams.SelectMany(SeamSignatures.Violations));

    [Theory]
    [InlineData(typeof(ISourceFormat))]
    [InlineData(typeof(ISourceBook))]
    [InlineData(typeof(ISheetReader))]
    [InlineData(typeof(IExportFormat))]
    public void Seams_ByTheirNames_AreFound(Type seam) => Assert.Contains(seam, Seams);

    [Fact]
    public void Signatures_ThatSpeakAPackagesType_AreReported()
    {
        Assert.Equal(
            [$"{typeof(IPackageSeam).FullName}: get_Services speaks of {typeof(ServiceDescriptor).FullName} of {Package}"],
            SeamSignatures.Violations(typeof(IPackageSeam)));
        Assert.Equal(
            [$"{typeof(PackageSeam).FullName}: Fill speaks of {typeof(IServiceCollection).FullName} of {Package}"],
            SeamSignatures.Violations(typeof(PackageSeam)));
    }
}
