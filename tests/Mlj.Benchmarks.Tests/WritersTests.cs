using System.IO.Compression;
using System.Text.RegularExpressions;
using Mlj.Benchmarks.Cells;
using Mlj.Benchmarks.Data;
using Mlj.Benchmarks.Readers;
using Mlj.Benchmarks.Writers;
using Mlj.Tables;

namespace Mlj.Benchmarks.Tests;

public sealed partial class WritersTests
{
    private const int Rows = 100;

    private static readonly Table Table = StyledResults.Of(Rows);

    private static readonly Dictionary<string, Action<Table, Stream>> Writers = new()
    {
        [nameof(MljWriter)] = MljWriter.Write,
        [nameof(XmlWriterLoop)] = XmlWriterLoop.Write,
        [nameof(OpenXmlSaxWriter)] = OpenXmlSaxWriter.Write,
        [nameof(ClosedXmlWriter)] = ClosedXmlWriter.Write,
    };

    public static TheoryData<string> Names => new(Writers.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_Results_GivesAFileWithTheCellsOfTheTable(string writer) =>
        Assert.Equal(ReadersTests.Lines(Cells()), ExcelDataReaderReader.Read(Write(writer), new CellList()).Lines);

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_Results_GivesEveryCellAStyle(string writer)
    {
        using var package = new ZipArchive(new MemoryStream(Write(writer)));
        var part = package.Entries.Single(entry => entry.FullName.Contains("worksheets/", StringComparison.Ordinal) && entry.Name.EndsWith(".xml", StringComparison.Ordinal));
        using var text = new StreamReader(part.Open());
        var styles = StyledCell().Matches(text.ReadToEnd());

        Assert.Equal((Rows + 1) * StyledResults.Columns, styles.Count);
        Assert.True(styles.Select(match => match.Groups[1].Value).Distinct().Count() >= StyledResults.Columns);
    }

    [Fact]
    public void Deflate_OfASheet_GivesItsBytesBack()
    {
        var xml = Inflate.Part(Write(nameof(MljWriter)), "xl/worksheets/sheet1.xml");
        using var packed = new MemoryStream();
        Deflate.Write(xml, 6, packed);
        packed.Position = 0;
        using var unpacked = new MemoryStream();
        using var inflated = new DeflateStream(packed, CompressionMode.Decompress);
        inflated.CopyTo(unpacked);

        Assert.Equal(xml, unpacked.ToArray());
    }

    private static byte[] Write(string writer)
    {
        using var file = new MemoryStream();
        Writers[writer](Table, file);
        return file.ToArray();
    }

    private static IEnumerable<object[]> Cells()
    {
        yield return [.. Table.Columns.Select(column => column.Name)];
        for (var row = 0; row < Table.RowCount; row++)
            yield return [.. Enumerable.Range(0, Table.Columns.Count).Select(column => Table[row, column] is { Number: { } number } ? (object)(double)number : Table[row, column].Text!)];
    }

    [GeneratedRegex("""<(?:x:)?c [^>]*s="([1-9][0-9]*)""", RegexOptions.CultureInvariant)]
    private static partial Regex StyledCell();
}
