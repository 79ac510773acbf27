using Mlj.Testing;

namespace Mlj.Architecture.Tests;

public sealed class RepositoryTests
{
    [Fact]
    public void Root_OfACheckout_HoldsTheSolution() => Assert.True(File.Exists(Repository.PathOf("Mlj.Core.sln")));

    [Fact]
    public void SharedFact_WithoutTheFolder_IsSkippedWithAReason()
    {
        var absent = Repository.SharedFolder is null;

        Assert.Equal(absent, new SharedFactAttribute().Skip is not null);
    }
}
