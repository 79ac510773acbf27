using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using BenchmarkDotNet.Attributes;
using Mlj.Benchmarks.Measuring;
using Mlj.Benchmarks.Readers;
using Mlj.Exports;
using Mlj.Exports.Xlsx;
using Mlj.Sources;
using Mlj.Tables;

namespace Mlj.Benchmarks;

/// <summary>What does everything around the results of 100,000 people, 12 columns, cost beside the plain sheet of the same cells?</summary>
public class WriteBookOfHundredThousand
{
    private const int People = 100_000;
    private const int Tests = 6;

    private readonly byte[] _room = new byte[1 << 26];
    private Compilation? _results;
    private Table _plain = new();

    [GlobalSetup]
    public void SetUp()
    {
        Use(100);
        Prepared.WarmUp("write a book", () => PlainSheet(), () => Everything(), () => EverythingLive());
        (_results, _plain) = Prepared.Once("a book to write", () =>
        {
            Use(People);
            return (_results!, _plain);
        });
        using var file = new MemoryStream();
        Plain(file);
        Workload.Is<WriteBookOfHundredThousand>(null, People + 1, Inflate.Part(file.ToArray(), "xl/worksheets/sheet1.xml").Length);
    }

    /// <summary>The cells alone: no role, so no colour of a test and no condition.</summary>
    [Benchmark(Baseline = true)]
    public long PlainSheet() => Into(Plain);

    /// <summary>The book as it is saved: colours, conditions, summary with charts, tests, ledger, rules; values above 20,000 rows.</summary>
    [Benchmark]
    public long Everything() => Into(file => new XlsxExport().Write(ResultsBook.Of(_results!), file));

    /// <summary>The same with the limit lifted: a formula in every computed cell, notes at exceptional ones.</summary>
    [Benchmark]
    public long EverythingLive() => Into(file => new XlsxExport().Write(ResultsBook.Of(_results!, new BookOptions { MostLiveRows = int.MaxValue }), file));

    private void Plain(Stream file)
    {
        var sheet = new ExportSheet("Results", _plain) { FrozenColumns = 2 };
        new XlsxExport().Write(new ExportBook(sheet, sheet), file);
    }

    private void Use(int people)
    {
        _results = new ResultsCompiler().Compile(Enumerable.Range(1, Tests).Select(test => SourceFile.FromBytes(string.Create(CultureInfo.InvariantCulture, $"Test {test}.csv"), Csv(test, people))));
        var table = _results.Table;
        _plain = new Table([.. table.Columns.Select(column => column is Column.Numbers numbers
            ? (Column)new Column.Numbers(column.Name, [.. Enumerable.Range(0, column.Count).Select(numbers.Number)]) { Format = numbers.Format }
            : new Column.Texts(column.Name, [.. Enumerable.Range(0, column.Count).Select(stored => column[stored].Text)]))]);
    }

    private static byte[] Csv(int test, int people)
    {
        var text = new StringBuilder("Full Name,Email,Score (30)\n");
        for (var person = 0; person < people; person++)
            // A different tenth sits out each test.
            if ((person + test) % 10 != 0)
                text.Append(CultureInfo.InvariantCulture, $"Person Number{person},person.{person}@example.org,{(person * 7919L + test * 104_729L) % 31}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
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
