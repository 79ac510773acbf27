using BenchmarkDotNet.Attributes;
using Mlj.Benchmarks.Cells;
using Mlj.Benchmarks.Data;
using Mlj.Benchmarks.Measuring;
using Mlj.Benchmarks.Readers;

namespace Mlj.Benchmarks;

/// <summary>What does it cost to read a file of real size, a heading and 80 rows of 32 columns, in a program that has read one before?</summary>
public class ReadClassExport
{
    private byte[] _file = [];

    [GlobalSetup]
    public void SetUp()
    {
        _file = File();
        Prepared.WarmUp("class", () => InflateAlone(), () => Mlj(), () => MljStrings(), () => XmlReaderLoop(), () => ExcelDataReader(), () => OpenXmlSax(), () => ClosedXml());
        Workload.Is<ReadClassExport>(null, 81, Inflate.All(_file));
    }

    internal static byte[] File() => XlsxFile.ToBytes(Sheets.Class());

    [Benchmark(Baseline = true)]
    public double InflateAlone() => Inflate.All(_file);

    [Benchmark]
    public double Mlj() => MljReader.Read(_file, new Tally()).Checksum;

    [Benchmark]
    public double MljStrings() => MljReader.ReadStrings(_file, new Tally()).Checksum;

    [Benchmark]
    public double XmlReaderLoop() => Readers.XmlReaderLoop.Read(_file, new Tally()).Checksum;

    [Benchmark]
    public double ExcelDataReader() => ExcelDataReaderReader.Read(_file, new Tally()).Checksum;

    [Benchmark]
    public double OpenXmlSax() => OpenXmlSaxReader.Read(_file, new Tally()).Checksum;

    [Benchmark]
    public double ClosedXml() => ClosedXmlReader.Read(_file, new Tally()).Checksum;
}
