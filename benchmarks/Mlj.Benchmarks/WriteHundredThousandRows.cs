using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using Mlj.Benchmarks.Data;
using Mlj.Benchmarks.Measuring;
using Mlj.Benchmarks.Readers;
using Mlj.Benchmarks.Writers;
using Mlj.Tables;

namespace Mlj.Benchmarks;

/// <summary>What does it cost to write a heading and 100,000 rows of 12 columns, every cell with a style?</summary>
public class WriteHundredThousandRows
{
    private const int Rows = 100_000;

    private readonly byte[] _room = new byte[1 << 25];
    private Table _table = new();
    private byte[] _xml = [];

    [GlobalSetup]
    public void SetUp()
    {
        Use(StyledResults.Of(100));
        Prepared.WarmUp("write", () => DeflateAlone(), () => Mlj(), () => XmlWriterLoop(), () => OpenXmlSax(), () => ClosedXml());
        Use(Prepared.Once("write", () => StyledResults.Of(Rows)));
        Workload.Is<WriteHundredThousandRows>(null, Rows + 1, _xml.Length);
    }

    /// <summary>Packs the sheet that Mlj writes at the level at which Mlj packs, 4 of 9.</summary>
    [Benchmark(Baseline = true)]
    public long DeflateAlone() => Into(file => Deflate.Write(_xml, 4, file));

    /// <summary>The same at the level at which the rivals pack, Optimal, and at levels that give larger files in less time.</summary>
    [Benchmark]
    public long DeflateAloneLevel6() => Into(file => Deflate.Write(_xml, 6, file));

    [Benchmark]
    public long DeflateAloneLevel2() => Into(file => Deflate.Write(_xml, 2, file));

    [Benchmark]
    public long DeflateAloneLevel1() => Into(file => Deflate.Write(_xml, 1, file));

    [Benchmark]
    public long Mlj() => Into(file => MljWriter.Write(_table, file));

    [Benchmark]
    public long XmlWriterLoop() => Into(file => Writers.XmlWriterLoop.Write(_table, file));

    [Benchmark]
    public long OpenXmlSax() => Into(file => OpenXmlSaxWriter.Write(_table, file));

    [Benchmark]
    public long ClosedXml() => Into(file => ClosedXmlWriter.Write(_table, file));

    private void Use(Table table)
    {
        _table = table;
        using var file = new MemoryStream();
        MljWriter.Write(table, file);
        _xml = Inflate.Part(file.ToArray(), "xl/worksheets/sheet1.xml");
    }

    // The room is used again, so that its growth counts for nobody.
    private long Into(Action<Stream> write, [CallerMemberName] string method = "")
    {
        using var file = new MemoryStream(_room);
        file.SetLength(0);
        write(file);
        Workload.Wrote(method, file.Length);
        return file.Length;
    }
}
