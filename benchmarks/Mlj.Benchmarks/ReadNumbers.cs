using BenchmarkDotNet.Attributes;
using Mlj.Benchmarks.Cells;
using Mlj.Benchmarks.Data;
using Mlj.Benchmarks.Measuring;
using Mlj.Benchmarks.Readers;

namespace Mlj.Benchmarks;

/// <summary>What does it cost to read numbers alone, 200,000 rows of 10 columns?</summary>
public class ReadNumbers
{
    private const int Rows = 200_000;

    private byte[] _file = [];

    [GlobalSetup]
    public void SetUp()
    {
        _file = Small();
        Prepared.WarmUp("numbers", () => InflateAlone(), () => Mlj(), () => XmlReaderLoop(), () => ExcelDataReader(), () => OpenXmlSax(), () => ClosedXml());
        _file = Prepared.Once("numbers", () => XlsxFile.ToBytes(Sheets.Numbers(Rows)));
        Workload.Is<ReadNumbers>(null, Rows, Inflate.All(_file));
    }

    /// <summary>The same file with 200 rows.</summary>
    internal static byte[] Small() => XlsxFile.ToBytes(Sheets.Numbers(200));

    [Benchmark(Baseline = true)]
    public double InflateAlone() => Inflate.All(_file);

    [Benchmark]
    public double Mlj() => MljReader.Read(_file, new Tally()).Checksum;

    [Benchmark]
    public double XmlReaderLoop() => Readers.XmlReaderLoop.Read(_file, new Tally()).Checksum;

    [Benchmark]
    public double ExcelDataReader() => ExcelDataReaderReader.Read(_file, new Tally()).Checksum;

    [Benchmark]
    public double OpenXmlSax() => OpenXmlSaxReader.Read(_file, new Tally()).Checksum;

    [Benchmark]
    public double ClosedXml() => ClosedXmlReader.Read(_file, new Tally()).Checksum;
}
