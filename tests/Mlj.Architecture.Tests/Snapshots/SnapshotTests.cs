using Mlj.Testing;
using Mlj.Testing.Snapshots;
using Xunit.Sdk;

namespace Mlj.Architecture.Tests.Snapshots;

public sealed class SnapshotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlj-snapshots-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Match_ApprovedText_Passes() => Snapshot.Match("one\ntwo\n");

    [Fact]
    public void Match_OtherLineEndings_Passes()
    {
        var file = Approved("one\r\ntwo");

        file.Match("one\ntwo\n");

        Assert.False(File.Exists(file.ReceivedPath));
    }

    [Fact]
    public void Match_ApprovedText_RemovesTheReceivedFileOfAnEarlierFailure()
    {
        var file = Approved("one");
        File.WriteAllText(file.ReceivedPath, "other");

        file.Match("one");

        Assert.False(File.Exists(file.ReceivedPath));
    }

    [Fact]
    public void Match_OtherText_FailsWithTheFirstDifferenceAndTheRemedy()
    {
        var file = Approved("one\ntwo\nthree");

        var failure = Assert.Throws<FailException>(() => file.Match("one\n2\n3"));

        Assert.Contains("line 2", failure.Message, StringComparison.Ordinal);
        Assert.Contains("verified: two", failure.Message, StringComparison.Ordinal);
        Assert.Contains("received: 2", failure.Message, StringComparison.Ordinal);
        Assert.Contains("rename", failure.Message, StringComparison.Ordinal);
        Assert.Equal("one\n2\n3\n", File.ReadAllText(file.ReceivedPath));
        Assert.Equal("one\ntwo\nthree", File.ReadAllText(file.VerifiedPath));
    }

    [Fact]
    public void Match_TextThatEndsEarly_NamesTheLineThatIsMissing()
    {
        var failure = Assert.Throws<FailException>(() => Approved("one\ntwo").Match("one"));

        Assert.Contains("received: (the text ends before)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Match_NothingApproved_FailsAndWritesTheReceivedFile()
    {
        var file = new SnapshotFile(_folder, "New");

        var failure = Assert.Throws<FailException>(() => file.Match("one"));

        Assert.Contains("Nothing was approved yet", failure.Message, StringComparison.Ordinal);
        Assert.Equal("one\n", File.ReadAllText(file.ReceivedPath));
        Assert.False(File.Exists(file.VerifiedPath));
    }

    [Fact]
    public void Match_OtherTextAccepted_WritesTheVerifiedFile()
    {
        var file = Approved("one");

        file.Match("two", accept: true);

        Assert.Equal("two\n", File.ReadAllText(file.VerifiedPath));
        Assert.False(File.Exists(file.ReceivedPath));
    }

    [Theory]
    [InlineData("/_/tests/Mlj.Some.Tests/TableTests.cs")]
    [InlineData("/_1/tests/Mlj.Some.Tests/TableTests.Columns.cs")]
    public void Beside_PathOfADeterministicBuild_StandsInTheRepository(string callerFile)
    {
        var file = SnapshotFile.Beside(callerFile, "Rename_OneColumn_KeepsTheRest");

        Assert.Equal(
            Repository.PathOf("tests", "Mlj.Some.Tests", "TableTests.Rename_OneColumn_KeepsTheRest.verified.txt"),
            Path.GetFullPath(file.VerifiedPath));
    }

    [Fact]
    public void Beside_NameGiven_UsesIt()
    {
        var file = SnapshotFile.Beside(Path.Combine(_folder, "TableTests.cs"), "Method", "PublicApi.Mlj.Core");

        Assert.Equal("PublicApi.Mlj.Core.verified.txt", Path.GetFileName(file.VerifiedPath));
    }

    private SnapshotFile Approved(string text)
    {
        var file = new SnapshotFile(_folder, "Sample");
        File.WriteAllText(file.VerifiedPath, text);
        return file;
    }
}
