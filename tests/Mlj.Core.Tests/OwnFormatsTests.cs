using Microsoft.Extensions.DependencyInjection;
using Mlj.Exports;
using Mlj.Recognition;
using Mlj.Sources;
using Mlj.Tables;
using Mlj.Testing.Formats;

namespace Mlj.Tests;

/// <summary>A program that reads and writes a kind of file of its own goes the same ways as with those of this library.</summary>
public sealed class OwnFormatsTests : IDisposable
{
    private static readonly CompilerOptions Options = new()
    {
        Formats = SourceFormats.Default.With(new TallyFormat()),
        Exports = ExportFormats.Default.With(new TallyExport()),
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("mlj-own-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Compile_OfAFormatOfItsOwn_BesideOthers_MergesThemAll(bool isInjected)
    {
        using var services = new ServiceCollection().AddMlj(Options).BuildServiceProvider();
        var compiler = isInjected ? services.GetRequiredService<ResultsCompiler>() : new ResultsCompiler(Options);

        var results = compiler.Compile([In("Test 1.tly", "%TLY1\nName|Email|Score (10)\nAda|ada@example.org|#7.5\nBo|bo@example.org|8\n"), In("Test 2.csv", "Name,Email,Score (10)\nAda,ada@example.org,9\n")]);

        Assert.Empty(results.Refused);
        Assert.Equal([(75m, 90m), (80m, null)], results.Participants.Select(each => (each.PercentageOf(1), each.PercentageOf(2))));
        Assert.Equal("Test 1.tly", compiler.Inspect(SourceFile.FromPath(Path.Combine(_folder, "Test 1.tly"))).Test!.File);
    }

    [Fact]
    public void Compile_OfABrokenFileOfItsOwn_RefusesThatAlone()
    {
        var results = new ResultsCompiler(Options).Compile([In("Test 1.tly", "%TLY1\nName|Score\nAda|#much\n"), In("Test 2.csv", "Name,Email,Score (10)\nAda,ada@example.org,9\n")]);

        Assert.Equal(("bad_tally", 2), (Assert.Single(results.Refused).Problem.Code, results.Refused[0].Problem.Where.Row));
        Assert.Single(results.Participants);
    }

    [Fact]
    public void Save_InAFormatOfItsOwn_IsReadAgainAsATable()
    {
        var results = new ResultsCompiler(Options).Compile([In("Test 1.csv", "Name,Email,Score (10)\nAda | Co,ada@example.org,9\nBo,bo@example.org,\n")]);
        var path = Path.Combine(_folder, "results.tally");

        results.Save(path);

        var read = TableReader.Read(SourceFile.FromPath(path), new TableReadOptions { Formats = Options.Formats }).Table;
        Assert.Equal(results.Table.Columns.Select(column => (column.Name, column.Kind, column.Role, column.Test)), read.Columns.Select(column => (column.Name, column.Kind, column.Role, column.Test)));
        Assert.Equal(["Ada | Co", "Bo"], read.Order.Stored.Select(stored => read.WithRole(ColumnRole.Name).First()[stored].Text));
        Assert.Equal([90m, null], read.Order.Stored.Select(stored => read.WithRole(ColumnRole.Score).First()[stored].Number));
        Assert.Contains(".tly, .tally, .xlsx", Assert.Throws<ArgumentException>(() => results.Save(Path.Combine(_folder, "results.pdf"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_AFormatOfItsOwn_AsksItFirst()
    {
        var formats = ExportFormats.Default.With(new Plain());
        Assert.IsType<Plain>(formats.ForPath("results.CSV"));
        Assert.Equal("csv", ExportFormats.Default.ForPath("results.csv")!.Name);
        Assert.Equal([".csv", ".xlsx", ".json"], formats.Extensions);
        Assert.Throws<ArgumentNullException>(() => ExportFormats.Default.With(null!));
    }

    [Fact]
    public void Options_WithoutFormats_AreRefused()
    {
        Assert.Contains("Exports", Assert.Throws<ArgumentException>(() => new ResultsCompiler(new CompilerOptions { Exports = null! })).Message, StringComparison.Ordinal);
        Assert.Contains("Formats", Assert.Throws<ArgumentException>(() => TableReader.Read(SourceFile.FromBytes("a.csv", "a\n"u8.ToArray()), new TableReadOptions { Formats = null! })).Message, StringComparison.Ordinal);
    }

    private string In(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private sealed class Plain : IExportFormat
    {
        public string Name => "plain";

        public IReadOnlyList<string> Extensions { get; } = [".csv"];

        public void Write(ExportBook book, Stream stream, CancellationToken cancellation = default) => throw new NotSupportedException();
    }
}
