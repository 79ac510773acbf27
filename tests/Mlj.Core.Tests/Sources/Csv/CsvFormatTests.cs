using System.Globalization;
using System.Text;
using Mlj.Sources;
using Mlj.Sources.Csv;
using Mlj.Testing.Workbooks;
using Mlj.Values;

namespace Mlj.Tests.Sources.Csv;

public class CsvFormatTests
{
    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Encoding_WithAMark_IsRead(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("Name;Note\r\nZoë;東京 😀\r\n")];
        Assert.Equal(["A1 s Name", "B1 s Note", "A2 s Zoë", "B2 s 東京 😀"], Cells(bytes));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Encoding_Utf16WithoutAMark_IsGuessed(string name)
    {
        var file = SourceFile.FromBytes("a.csv", Encoding.GetEncoding(name).GetBytes("Name,Note\nZoë,ok\n"));
        using var book = SourceFormats.Default.Open(file);
        Assert.Equal(["A1 s Name", "B1 s Note", "A2 s Zoë", "B2 s ok"], book.ReadCells());
        Assert.Equal("encoding guessed: UTF-16", Assert.Single(book.Notes).Message);
    }

    [Fact]
    public void Encoding_NoValidUtf8_IsWindows1252WithANote()
    {
        var file = SourceFile.FromBytes("a.csv", [.. "Name,Price\nZo"u8, 0xEB, .. ",3 "u8, 0x80, .. "\n"u8]);
        using var book = SourceFormats.Default.Open(file);
        Assert.Equal(["A1 s Name", "B1 s Price", "A2 s Zoë", "B2 s 3 €"], book.ReadCells());
        Assert.Equal(new Note(NoteLevel.Information, "encoding_guessed", "encoding guessed: Windows-1252", new Place("a.csv")), Assert.Single(book.Notes));
    }

    [Theory]
    [InlineData("", "Name\nAda Öz\nÉva 😀\n")]
    [InlineData("\uFEFF", "Name\nAda Öz\nÉva 😀\n")]
    public void Encoding_Utf8WithALineThatIsNone_LosesNoName(string mark, string text)
    {
        var file = SourceFile.FromBytes("a.csv", [.. Encoding.UTF8.GetBytes(mark + text), .. "Zo"u8, 0xEB, .. "\n\u00d6"u8[..^1]]);
        using var book = SourceFormats.Default.Open(file);
        Assert.Equal(["A1 s Name", "A2 s Ada Öz", "A3 s Éva 😀", "A4 s Zoë", "A5 s Ã"], book.ReadCells());
        Assert.Equal("encoding guessed: Windows-1252", Assert.Single(book.Notes).Message);
    }

    [Fact]
    public void Encoding_ValidUtf8AcrossBuffers_IsNotGuessed()
    {
        // One byte in front moves the characters of four bytes across the ends of every buffer.
        for (var shift = 0; shift < 4; shift++)
        {
            var text = new string('a', shift) + string.Concat(Enumerable.Repeat("😀", 20)) + "\n";
            var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, 2000)));
            using var book = SourceFormats.Default.Open(SourceFile.FromBytes("a.csv", bytes));
            Assert.Empty(book.Notes);
            var cells = book.ReadCells();
            Assert.Equal(2000, cells.Count);
            Assert.Equal("A2000 s " + text[..^1], cells[^1]);
        }
    }

    [Fact]
    public void Encoding_Utf8ThatEndsWithinACharacter_IsGuessed()
    {
        using var book = SourceFormats.Default.Open(SourceFile.FromBytes("a.csv", [.. "Name,a\nZo"u8, 0xC3]));
        Assert.Equal("A2 s ZoÃ", book.ReadCells()[^1]);
        Assert.Single(book.Notes);
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "A1 a|B1 b|A2 1|B2 2")]
    [InlineData("a;b\n1,5;2\n2,5;3\n", "A1 a|B1 b|A2 1,5|B2 2|A3 2,5|B3 3")]
    [InlineData("a\tb\n1\t2, 3\n", "A1 a|B1 b|A2 1|B2 2, 3")]
    [InlineData("a|b\n1|2\n", "A1 a|B1 b|A2 1|B2 2")]
    [InlineData("\"a;x\",\"b;y\"\n\"1;2\",3\n", "A1 a;x|B1 b;y|A2 1;2|B2 3")]
    [InlineData("x,\"a;b;c\"\ny,\"1;2;3\"\n", "A1 x|B1 a;b;c|A2 y|B2 1;2;3")]
    [InlineData("x;\"a,b,c\"\ny;\"1,2,3\"\n", "A1 x|B1 a,b,c|A2 y|B2 1,2,3")]
    [InlineData("one column\nwithout any separator\n", "A1 one column|A2 without any separator")]
    [InlineData("Results of the week\n\nName;Score\nAnn;1\nBen;2\n", "A1 Results of the week|A3 Name|B3 Score|A4 Ann|B4 1|A5 Ben|B5 2")]
    [InlineData("\"Name\nof all\";Score\nAnn;1,5\n", "A1 Name\nof all|B1 Score|A2 Ann|B2 1,5")]
    [InlineData("sep=;\na,1;b\n", "A1 a,1|B1 b")]
    [InlineData("sep=,\r\na;1,b\r\n", "A1 a;1|B1 b")]
    [InlineData("sep=:\ra:b\rc:d", "A1 a|B1 b|A2 c|B2 d")]
    [InlineData("sep=\t\na,1\tb\n", "A1 a,1|B1 b")]
    [InlineData("\uFEFFsep=;\na,1;b\n", "A1 a,1|B1 b")]
    [InlineData("\uFEFF\uFEFFsep=;\na,1;b\n", "A1 a,1|B1 b")]
    [InlineData("sep=;;\n1;2;\n", "A1 sep=|A2 1|B2 2")]
    [InlineData("sep=;\nsep=;\n1;2\n", "A1 sep=|A2 1|B2 2")]
    [InlineData("sep=é\na,b\n", "A1 sep=é|A2 a|B2 b")]
    [InlineData("sep=\u0001\na,b\n", "A1 sep=\u0001|A2 a|B2 b")]
    [InlineData("sep=\"\na,b\n", "A1 sep=\"|A2 a|B2 b")]
    [InlineData("sep= \na b\n", "A1 a|B1 b")]
    public void Separator_IsFoundByTheFirstLines(string text, string cells) => Assert.Equal(cells, Plain(text));

    [Theory]
    [InlineData("a,b\r\nc,d\ne,f\rg,h", "A1 a|B1 b|A2 c|B2 d|A3 e|B3 f|A4 g|B4 h")]
    [InlineData("a,b\nc\nd,e,f\n", "A1 a|B1 b|A2 c|A3 d|B3 e|C3 f")]
    [InlineData("\na,b\n\nc,d\n\n", "A2 a|B2 b|A4 c|B4 d")]
    [InlineData("a,b\n,\n,c\n", "A1 a|B1 b|B3 c")]
    [InlineData("a,\"b \"\"c\"\" d\"\n", "A1 a|B1 b \"c\" d")]
    [InlineData("a,\"b\r\nc\"\nd,e\n", "A1 a|B1 b\r\nc|A2 d|B2 e")]
    [InlineData("a,5\" pipe\nb,6\n", "A1 a|B1 5\" pipe|A2 b|B2 6")]
    [InlineData("a,  b  \n", "A1 a|B1   b  ")]
    [InlineData("a,\"\"\n\"\",b\n", "A1 a|B2 b")]
    [InlineData("=1+1,+a\n", "A1 =1+1|B1 +a")]
    [InlineData("#comment,a\n", "A1 #comment|B1 a")]
    public void Record_HoweverItIsWritten_IsRead(string text, string cells) => Assert.Equal(cells, Plain(text));

    [Theory]
    [InlineData("Name,Score\nAnn,\"1\nBen,2\nCy,3\n", 2)]
    [InlineData("\"Name,Score\nAnn,1\n", 1)]
    [InlineData("Name,Score\nAnn,1\n\nBen,\"", 4)]
    public void Quote_ThatIsNotClosed_NamesItsRow(string text, int row)
    {
        var problem = Refused(Encoding.UTF8.GetBytes(text));
        Assert.Equal(("bad_csv", row), (problem.Code, problem.Where.Row));
    }

    [Fact]
    public void Quote_ThatIsNotClosedInALargeFile_EndsEarly()
    {
        var text = "a,b\n\"c" + string.Concat(Enumerable.Repeat(new string('x', 99) + "\n", 400_000));
        var problem = Refused(Encoding.UTF8.GetBytes(text));
        Assert.Equal(("bad_csv", 2), (problem.Code, problem.Where.Row));
    }

    [Fact]
    public void Nul_NamesItsCell()
    {
        var problem = Refused("Name,Score\nAnn,1\nBe\0n,2\n"u8.ToArray());
        Assert.Equal("'a.csv', row 3, column A", problem.Where.ToString());
        Assert.Equal("bad_csv", problem.Code);
    }

    [Fact]
    public void Text_FromAStreamInPieces_IsReadAsFromMemory()
    {
        string[] atoms = [",", ",", ";", "\"", "\"\"", "\n", "\r\n", "\r", "a", "Zoë", "東", "😀", " ", "1,5", "\0", "sep=;\n", "\uFEFF", "x\"y", "\",\"", "a longer text"];
        for (var seed = 1; seed <= 400; seed++)
        {
            var chance = new Random(seed);
            // Most texts have no NUL, many no quotation mark, so that whole rows are read and not only refused.
            var allowed = atoms.Where(atom => (seed % 4 == 0 || atom != "\0") && (seed % 3 != 0 || !atom.Contains('"', StringComparison.Ordinal))).ToArray();
            var text = string.Concat(chance.GetItems(allowed, chance.Next(1, 300)));
            byte[] bytes = chance.Next(4) == 0 ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text);
            var limits = new SourceLimits { MaxRows = chance.Next(2, 60), MaxColumns = chance.Next(5, 60), MaxCellCharacters = chance.Next(8, 60) };

            Assert.Equal(Outcome(SourceFile.FromBytes("a.csv", bytes), limits), Outcome(new SourceFile("a.csv", () => new PiecewiseStream(bytes, chance.Next(1, 50))), limits));
        }
    }

    [Theory]
    [InlineData("a,b,\n1,2,\n3,,", "A1 a|B1 b|A2 1|B2 2|A3 3")]
    [InlineData(",,c\n,2,", "C1 c|B2 2")]
    [InlineData("a,b\n\"c\",\"d\"", "A1 a|B1 b|A2 c|B2 d")]
    [InlineData("a,b\nc,\"\"", "A1 a|B1 b|A2 c")]
    [InlineData("a,b\nc,\"d\"\"\"", "A1 a|B1 b|A2 c|B2 d\"")]
    [InlineData("\"a\"\"b\",c,\"d\"\n\"e\",\"f\",\"g\"\"h\"\n", "A1 a\"b|B1 c|C1 d|A2 e|B2 f|C2 g\"h")]
    public void Record_WithEmptyOrQuotedCells_IsRead(string text, string cells) => Assert.Equal(cells, Plain(text));

    [Theory]
    [InlineData(1 << 10)]
    [InlineData(20 << 20)]
    public void Row_AfterTheReaderIsDisposed_HasNoCells(int length)
    {
        // A large file is parsed in a buffer of a pool, which somebody else may have by then.
        var text = string.Concat(Enumerable.Repeat("Ann,1\n", length / 6));
        using var book = SourceFormats.Default.Open(SourceFile.FromBytes("a.csv", Encoding.UTF8.GetBytes(text)));
        var reader = book.OpenSheet(0);
        Assert.True(reader.Read());
        var row = reader.Row;
        Assert.Equal("Ann", row[0].GetText());
        reader.Dispose();
        Assert.Equal(0, row.Count);
    }

    [Fact]
    public void Row_OfALargeFile_IsReadToItsEnd()
    {
        const int Rows = 1_000_000;
        var text = new StringBuilder("Name,Score\n");
        for (var row = 1; row <= Rows; row++)
            text.Append("Ann ").Append(row).Append(row % 1000 == 0 ? ",\"12\"\"\"" : ",12").Append(row % 3 == 0 ? "\r\n" : "\n");
        var file = SourceFile.FromBytes("a.csv", Encoding.UTF8.GetBytes(text.ToString()));
        using var book = SourceFormats.Default.Open(file);
        using var reader = book.OpenSheet(0);
        Assert.True(reader.Read());
        for (var row = 1; row <= Rows; row++)
        {
            Assert.True(reader.Read());
            if (row % 997 != 0 && row % 1000 != 0)
                continue;
            Assert.Equal((row + 1, $"Ann {row}", row % 1000 == 0 ? "12\"" : "12"), (reader.Row.Number, reader.Row[0].GetText(), reader.Row[1].GetText()));
        }
        Assert.False(reader.Read());
    }

    [Fact]
    public void Sheets_IsOneNamedAsTheFile()
    {
        using var book = SourceFormats.Default.Open(SourceFile.FromBytes("Test 3.csv", "a,b"u8.ToArray()));
        Assert.Equal([new SheetHeading("Test 3.csv")], book.Sheets);
    }

    private static string Plain(string text) => string.Join('|', Cells(Encoding.UTF8.GetBytes(text)).Select(cell => cell.Replace(" s ", " ", StringComparison.Ordinal)));

    private static List<string> Cells(byte[] bytes) => SourceFile.FromBytes("a.csv", bytes).ReadCells();

    private static string Outcome(SourceFile file, SourceLimits limits)
    {
        var read = new StringBuilder();
        try
        {
            using var book = new SourceFormats([new CsvFormat()]).Open(file, limits);
            read.AppendJoin('|', book.Notes);
            using var reader = book.OpenSheet(0);
            while (reader.Read())
                for (var index = 0; index < reader.Row.Count; index++)
                    read.Append(CultureInfo.InvariantCulture, $"|R{reader.Row.Number}C{reader.Row[index].Column} {reader.Row[index].GetText()}");
        }
        catch (SourceException error)
        {
            read.Append(error.Problem);
        }
        return read.ToString();
    }

    private static Problem Refused(byte[] bytes) => Assert.Throws<SourceException>(() => Cells(bytes)).Problem;

    /// <summary>A stream that gives a few bytes at a time.</summary>
    private sealed class PiecewiseStream(byte[] bytes, int size) : MemoryStream(bytes, writable: false)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, size));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, size)]);
    }
}
