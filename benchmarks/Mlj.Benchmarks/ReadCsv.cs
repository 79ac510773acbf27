using BenchmarkDotNet.Attributes;
using Mlj.Benchmarks.Cells;
using Mlj.Benchmarks.Data;
using Mlj.Benchmarks.Measuring;
using Mlj.Benchmarks.Readers;

namespace Mlj.Benchmarks;

/// <summary>What do the search for encoding and separator and the limits cost over CsvHelper's reading by spans, on 100,000 rows of 8 columns?</summary>
public class ReadCsv
{
    private const int Rows = 100_000;

    private byte[] _file = [];

    [GlobalSetup]
    public void SetUp()
    {
        _file = Small();
        Prepared.WarmUp("csv", () => CsvHelperSpans(), () => CsvHelperMemory(), () => Mlj(), () => MljStream(), () => CsvHelperStrings(), () => MljStrings());
        _file = Prepared.Once("csv", () => CsvFile.ToBytes(Sheets.Survey(Enumerable.Range(1, Rows))));
        Workload.Is<ReadCsv>(null, Rows + 1, _file.Length);
    }

    /// <summary>The same file with 200 rows.</summary>
    internal static byte[] Small() => CsvFile.ToBytes(Sheets.Survey(Enumerable.Range(1, 200)));

    [Benchmark(Baseline = true)]
    public double CsvHelperSpans() => CsvHelperReader.Read(_file, new Tally()).Checksum;

    [Benchmark]
    public double CsvHelperMemory() => CsvHelperReader.ReadMemory(_file, new Tally()).Checksum;

    [Benchmark]
    public double Mlj() => MljReader.Read(_file, new Tally()).Checksum;

    [Benchmark]
    public double MljStream() => MljReader.ReadStream(_file, new Tally()).Checksum;

    [Benchmark]
    public double CsvHelperStrings() => CsvHelperReader.ReadStrings(_file, new Tally()).Checksum;

    [Benchmark]
    public double MljStrings() => MljReader.ReadStrings(_file, new Tally()).Checksum;
}
