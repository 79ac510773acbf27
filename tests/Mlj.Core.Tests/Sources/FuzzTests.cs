using Mlj.Fuzzing;
using Mlj.Sources;

namespace Mlj.Tests.Sources;

/// <summary>
/// Whatever the bytes are, a file is read or refused with a problem. These are the first files of the fuzzer, the same on every run; how to
/// make more of them stands in CONTRIBUTING.
/// </summary>
public class FuzzTests
{
    private const int Seed = 20;

    [Theory]
    [InlineData(FuzzFormat.Xlsx)]
    [InlineData(FuzzFormat.Csv)]
    public void Files_NearlyAllRight_AreReadOrRefused(FuzzFormat format)
    {
        var report = new Fuzzer(Seed, format).Run(2_000, TimeSpan.MaxValue);
        Assert.True(report.Findings.Count == 0, report.ToString());
        // Nothing is found among files that are refused at the door.
        Assert.InRange(report.Accepted, report.Executions / 4, report.Executions * 9 / 10);
    }

    [Fact]
    public void Fuzzer_MeetingAFault_FindsItAndMakesItsFileAgain()
    {
        var faulty = new SourceFormats([new Faulty(SourceFormats.Default)]);
        var found = Assert.Single(new Fuzzer(Seed, FuzzFormat.All, faulty).Run(100, TimeSpan.MaxValue).Findings);
        Assert.Contains(nameof(InvalidOperationException), found.Promise, StringComparison.Ordinal);
        var again = Assert.Single(new Fuzzer(Seed, FuzzFormat.All, faulty).Replay(found.Case.Number).Findings);
        Assert.Equal(found.Case.Bytes, again.Case.Bytes);
        Assert.Contains($"--replay {Seed}:{found.Case.Number} --format all", again.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Throws what nobody declared, at some of the files.</summary>
    private sealed class Faulty(SourceFormats formats) : ISourceFormat
    {
        public string Name => "faulty";

        public bool Recognises(ReadOnlySpan<byte> start) => true;

        public ISourceBook Open(SourceFile file, SourceLimits limits, CancellationToken cancellation = default)
        {
            using var stream = file.Open();
            return stream.Length % 16 == 0 ? throw new InvalidOperationException() : formats.Open(file, limits, cancellation);
        }
    }
}
