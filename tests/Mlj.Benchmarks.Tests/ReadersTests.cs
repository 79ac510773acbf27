using System.Globalization;
using Mlj.Benchmarks.Cells;
using Mlj.Benchmarks.Data;
using Mlj.Benchmarks.Readers;

namespace Mlj.Benchmarks.Tests;

public sealed class ReadersTests
{
    private static readonly Dictionary<string, Func<byte[], CellList>> Readers = new()
    {
        [nameof(MljReader)] = file => MljReader.Read(file, new CellList()),
        [nameof(MljReader.ReadStrings)] = file => MljReader.ReadStrings(file, new CellList()),
        [nameof(XmlReaderLoop)] = file => XmlReaderLoop.Read(file, new CellList()),
        [nameof(ExcelDataReaderReader)] = file => ExcelDataReaderReader.Read(file, new CellList()),
        [nameof(OpenXmlSaxReader)] = file => OpenXmlSaxReader.Read(file, new CellList()),
        [nameof(ClosedXmlReader)] = file => ClosedXmlReader.Read(file, new CellList()),
    };

    public static TheoryData<string> Names => new(Readers.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_SurveyWithInlineTexts_GivesTheCellsThatWereWritten(string reader) =>
        AssertReads(Sheets.Survey(Enumerable.Range(1, 200)), ReadSurveyExport.Small(TextStore.Inline), reader);

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_SurveyWithSharedTexts_GivesTheCellsThatWereWritten(string reader) =>
        AssertReads(Sheets.Survey(Enumerable.Range(1, 200)), ReadSurveyExport.Small(TextStore.Shared), reader);

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_Numbers_GivesTheCellsThatWereWritten(string reader)
    {
        // ClosedXML reads 0.9732059377493494 as 0.973205937749349: it keeps the 15 digits that a spreadsheet program shows.
        var rows = reader == nameof(ClosedXmlReader) ? Sheets.Numbers(200).Select(row => row.Select(FifteenDigits).ToArray()) : Sheets.Numbers(200);

        AssertReads(rows, ReadNumbers.Small(), reader);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_ClassExport_GivesTheCellsThatWereWritten(string reader) => AssertReads(Sheets.Class(), ReadClassExport.File(), reader);

    [Fact]
    public void Read_Csv_GivesTheTextsThatWereWritten()
    {
        var expected = Lines(Sheets.Survey(Enumerable.Range(1, 200)).Select(row => row.Select(cell => (object)FormattableString.Invariant($"{cell}")).ToArray()));
        var file = ReadCsv.Small();

        Assert.Equal(expected, MljReader.Read(file, new CellList()).Lines);
        Assert.Equal(expected, MljReader.ReadStream(file, new CellList()).Lines);
        Assert.Equal(expected, MljReader.ReadStrings(file, new CellList()).Lines);
        Assert.Equal(expected, CsvHelperReader.Read(file, new CellList()).Lines);
        Assert.Equal(expected, CsvHelperReader.ReadMemory(file, new CellList()).Lines);
        Assert.Equal(expected, CsvHelperReader.ReadStrings(file, new CellList()).Lines);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Tally_OfTheSameFile_IsThatOfTheCells(string reader)
    {
        var file = ReadSurveyExport.Small(TextStore.Inline);
        var tally = reader switch
        {
            nameof(MljReader) => MljReader.Read(file, new Tally()),
            nameof(MljReader.ReadStrings) => MljReader.ReadStrings(file, new Tally()),
            nameof(XmlReaderLoop) => XmlReaderLoop.Read(file, new Tally()),
            nameof(ExcelDataReaderReader) => ExcelDataReaderReader.Read(file, new Tally()),
            nameof(OpenXmlSaxReader) => OpenXmlSaxReader.Read(file, new Tally()),
            _ => ClosedXmlReader.Read(file, new Tally()),
        };
        var cells = Sheets.Survey(Enumerable.Range(1, 200)).SelectMany(row => row).ToList();

        Assert.Equal(cells.OfType<double>().Count(), tally.Numbers);
        Assert.Equal(cells.OfType<double>().Sum(), tally.Sum);
        Assert.Equal(cells.OfType<string>().Count(), tally.Texts);
    }

    [Fact]
    public void InflateAll_OfAFile_UnpacksEveryPart() =>
        Assert.True(Inflate.All(ReadClassExport.File()) > Inflate.Part(ReadClassExport.File(), "xl/worksheets/sheet1.xml").Length);

    private static object FifteenDigits(object number) => double.Parse(((double)number).ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static void AssertReads(IEnumerable<object[]> rows, byte[] file, string reader) => Assert.Equal(Lines(rows), Readers[reader](file).Lines);

    internal static List<string> Lines(IEnumerable<object[]> rows)
    {
        var cells = new CellList();
        var row = 0;
        foreach (var line in rows)
        {
            row++;
            for (var index = 0; index < line.Length; index++)
            {
                if (line[index] is double number)
                    cells.Number(row, index + 1, number);
                else
                    cells.Text(row, index + 1, (string)line[index]);
            }
        }
        return cells.Lines;
    }
}
