using Mlj.Architecture.Tests.Api;
using Mlj.Architecture.Tests.Reading;
using Mlj.Testing.Snapshots;

namespace Mlj.Architecture.Tests;

public sealed class PublicApiTests
{
    /// <summary>The promise of Mlj.Core to its users. A change is read in the verified file's difference before it is accepted.</summary>
    [Fact]
    public void PublicApi_OfCore_IsTheOneThatWasApproved() => Snapshot.Match(PublicApi.Of(SourceProject.Core.Assembly), "PublicApi.Mlj.Core");

    [Fact]
    public void PublicApi_OfEveryKindOfType_IsPrintedAsCode() =>
        Snapshot.Match(PublicApi.Of(GetType().Assembly.GetTypes().Where(type => type.Namespace == "Mlj.Architecture.Tests.Api.Shapes")));

    [Fact]
    public void PublicApi_OfTypesInAnotherOrder_IsTheSame()
    {
        var types = SourceProject.Core.Assembly.GetTypes();

        Assert.Equal(PublicApi.Of(types), PublicApi.Of(types.Reverse()));
    }
}
