using BenchmarkDotNet.Attributes;
using Mlj.Benchmarks.Cells;
using Mlj.Benchmarks.Data;
using Mlj.Benchmarks.Measuring;
using Mlj.Benchmarks.Readers;

namespace Mlj.Benchmarks;

/// <summary>What does it cost to read every cell of a survey's export, a heading and 100,000 rows of 8 columns?</summary>
public class ReadSurveyExport
{
    private const int Rows = 100_000;

    private byte[] _file = [];

    [ParamsAllValues]
    public TextStore Texts { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _file = Small(Texts);
        Prepared.WarmUp($"survey {Texts}", () => InflateAlone(), () => Mlj(), () => MljStrings(), () => XmlReaderLoop(), () => ExcelDataReader(), () => OpenXmlSax(), () => ClosedXml());
        _file = Prepared.Once($"survey {Texts}", () => XlsxFile.ToBytes(Sheets.Survey(Enumerable.Range(1, Rows)), Texts));
        Workload.Is<ReadSurveyExport>(Texts, Rows + 1, Inflate.All(_file));
    }

    /// <summary>The same file with 200 rows.</summary>
    internal static byte[] Small(TextStore texts) => XlsxFile.ToBytes(Sheets.Survey(Enumerable.Range(1, 200)), texts);

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
