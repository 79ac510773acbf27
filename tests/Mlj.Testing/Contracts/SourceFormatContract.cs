using Mlj.Sources;
using Mlj.Testing.Workbooks;

namespace Mlj.Testing.Contracts;

/// <summary>What every format must do, whatever its bytes look like.</summary>
public abstract class SourceFormatContract
{
    private static readonly string?[][] Rows =
    [
        ["Name", "E-mail", "Score"],
        ["Zoë Müller-Strauß", null, "17"],
        [],
        [null, "Nguyễn 😀, \"Ann\"\nTwo", "  spaces  "],
    ];

    private static readonly string[] Cells =
    [
        "A1 s Name", "B1 s E-mail", "C1 s Score",
        "A2 s Zoë Müller-Strauß", "C2 s 17",
        "B4 s Nguyễn 😀, \"Ann\"\nTwo", "C4 s   spaces  ",
    ];

    /// <summary>The format under test.</summary>
    protected abstract ISourceFormat Format { get; }

    /// <summary>A file of the format with these texts; null is an empty cell.</summary>
    protected abstract byte[] Write(IReadOnlyList<string?[]> rows);

    /// <summary>Files of the format that cannot be read, each damaged in another way.</summary>
    protected abstract IEnumerable<byte[]> Damaged { get; }

    [Fact]
    public void Recognises_TheFirstBytesOfItsFiles() => Assert.True(Format.Recognises(Write(Rows).AsSpan()[..4]));

    [Fact]
    public void Recognises_Nothing_IsFalse() => Assert.False(Format.Recognises([]));

    [Fact]
    public void Name_IsShortAndSmall() => Assert.Matches("^[a-z0-9]{2,5}$", Format.Name);

    [Fact]
    public void Read_GivesEveryCellThatIsNotEmpty()
    {
        using var book = Open(Write(Rows));
        Assert.Equal(Cells, book.ReadCells());
    }

    [Fact]
    public void Read_Twice_GivesTheSame()
    {
        using var book = Open(Write(Rows));
        var first = book.ReadCells();
        Assert.Equal(first, book.ReadCells());
    }

    [Fact]
    public void Read_AfterAReadingWasLeftInTheMiddle_BeginsAtTheTop()
    {
        using var book = Open(Write(Rows));
        using (var reader = book.OpenSheet(0))
            Assert.True(reader.Read());
        Assert.Equal(Cells, book.ReadCells());
    }

    [Fact]
    public void Read_FillsTheSameRowAgain()
    {
        using var book = Open(Write(Rows));
        using var reader = book.OpenSheet(0);
        var row = reader.Row;
        while (reader.Read())
            Assert.Same(row, reader.Row);
    }

    [Fact]
    public void Read_GivesRowsAndColumnsAscending()
    {
        using var book = Open(Write(Rows));
        using var reader = book.OpenSheet(0);
        var row = 0;
        while (reader.Read())
        {
            Assert.True(reader.Row.Number > row);
            row = reader.Row.Number;
            Assert.True(reader.Row.Count > 0);
            for (var index = 1; index < reader.Row.Count; index++)
                Assert.True(reader.Row[index].Column > reader.Row[index - 1].Column);
        }
    }

    [Fact]
    public void Read_AfterTheLastRow_StaysFalse()
    {
        using var book = Open(Write(Rows));
        using var reader = book.OpenSheet(0);
        while (reader.Read())
        {
        }
        Assert.False(reader.Read());
    }

    [Fact]
    public void Read_ManyRows_GivesThemAll()
    {
        var rows = Enumerable.Range(1, 5000).Select(number => new string?[] { $"person {number}", $"p{number}@example.org" }).ToList();
        using var book = Open(Write(rows));
        var cells = book.ReadCells();
        Assert.Equal(10_000, cells.Count);
        Assert.Equal("A1 s person 1", cells[0]);
        Assert.Equal("B5000 s p5000@example.org", cells[^1]);
    }

    [Fact]
    public void Row_TryGet_FindsByColumn()
    {
        using var book = Open(Write(Rows));
        using var reader = book.OpenSheet(0);
        reader.Read();
        reader.Read();
        Assert.True(reader.Row.TryGet(3, out var cell));
        Assert.Equal("17", cell.GetText());
        Assert.False(reader.Row.TryGet(2, out _));
        Assert.False(reader.Row.TryGet(4, out _));
    }

    [Fact]
    public void OpenSheet_ThatIsNotThere_IsTheCallersError()
    {
        using var book = Open(Write(Rows));
        Assert.Throws<ArgumentOutOfRangeException>(() => book.OpenSheet(book.Sheets.Count));
        Assert.Throws<ArgumentOutOfRangeException>(() => book.OpenSheet(-1));
    }

    [Fact]
    public void Open_DamagedFile_SaysSoWithItsName()
    {
        var index = 0;
        foreach (var bytes in Damaged)
        {
            var name = $"damaged {index++}";
            var error = Assert.Throws<SourceException>(() =>
            {
                using var book = Format.Open(SourceFile.FromBytes(name, bytes), SourceLimits.Default);
                for (var sheet = 0; sheet < book.Sheets.Count; sheet++)
                    book.ReadCells(sheet);
            });
            Assert.Equal(name, error.Problem.Where.File);
            Assert.NotEmpty(error.Problem.Remedy);
        }
        Assert.NotEqual(0, index);
    }

    [Fact]
    public void Open_EmptyFile_SaysSo()
    {
        var error = Assert.Throws<SourceException>(() => Open([]));
        Assert.Equal("empty_file", error.Problem.Code);
    }

    [Fact]
    public void Open_FileThatIsNotThere_SaysSo()
    {
        var file = SourceFile.FromPath(Path.Combine(Path.GetTempPath(), "there is no such file"));
        Assert.Equal("cannot_open", Assert.Throws<SourceException>(() => Format.Open(file, SourceLimits.Default)).Problem.Code);
    }

    [Fact]
    public void Open_FileAboveTheLimit_SaysSo()
    {
        var file = SourceFile.FromBytes("large", Write(Rows));
        var error = Assert.Throws<SourceException>(() => Format.Open(file, new SourceLimits { MaxFileBytes = 10 }));
        Assert.Equal("limit_file", error.Problem.Code);
    }

    [Theory]
    [InlineData("limit_rows")]
    [InlineData("limit_columns")]
    [InlineData("limit_text")]
    public void Read_AboveALimit_SaysWhichAndWhere(string code)
    {
        var limits = code switch
        {
            "limit_rows" => new SourceLimits { MaxRows = 3 },
            "limit_columns" => new SourceLimits { MaxColumns = 2 },
            _ => new SourceLimits { MaxCellCharacters = 10 },
        };
        using var book = Format.Open(SourceFile.FromBytes("file", Write(Rows)), limits);
        var error = Assert.Throws<SourceException>(() => book.ReadCells());
        Assert.Equal(code, error.Problem.Code);
        Assert.NotNull(error.Problem.Where.Row);
    }

    [Fact]
    public void Read_Cancelled_Stops()
    {
        using var cancellation = new CancellationTokenSource();
        using var book = Format.Open(SourceFile.FromBytes("file", Write(Rows)), SourceLimits.Default, cancellation.Token);
        using var reader = book.OpenSheet(0);
        Assert.True(reader.Read());
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => reader.Read());
    }

    [Theory]
    [InlineData("the reader")]
    [InlineData("the book")]
    [InlineData("another reading")]
    public void Read_AfterItsEnd_IsTheCallersErrorAndNotTheEndOfTheSheet(string ended)
    {
        using var book = Format.Open(SourceFile.FromBytes("file", Write(Rows)), SourceLimits.Default);
        using var reader = book.OpenSheet(0);
        Assert.True(reader.Read());
        if (ended == "the reader")
            reader.Dispose();
        else if (ended == "the book")
            book.Dispose();
        else
            Assert.True(book.OpenSheet(0).Read());
        Assert.Throws<ObjectDisposedException>(() => reader.Read());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(100)]
    public void OpenSheet_ThatIsNotThere_NamesItsIndex(int index)
    {
        using var book = Format.Open(SourceFile.FromBytes("file", Write(Rows)), SourceLimits.Default);
        var error = Assert.Throws<ArgumentOutOfRangeException>(nameof(index), () => book.OpenSheet(index));
        Assert.Equal(index, error.ActualValue);
    }

    [Fact]
    public void Open_Cancelled_Stops() =>
        Assert.Throws<OperationCanceledException>(() => Format.Open(SourceFile.FromBytes("file", Write(Rows)), SourceLimits.Default, new CancellationToken(canceled: true)));

    [Fact]
    public void Dispose_ClosesEveryStreamThatWasOpened()
    {
        var open = new List<MemoryStream>();
        var bytes = Write(Rows);
        var file = new SourceFile("file", () =>
        {
            open.Add(new MemoryStream(bytes));
            return open[^1];
        });
        using (var book = Format.Open(file, SourceLimits.Default))
            book.ReadCells();
        Assert.NotEmpty(open);
        Assert.All(open, stream => Assert.False(stream.CanRead));
    }

    [Fact]
    public void Open_ThatFails_ClosesEveryStreamThatWasOpened()
    {
        var open = new List<MemoryStream>();
        foreach (var bytes in Damaged)
        {
            var file = new SourceFile("file", () =>
            {
                open.Add(new MemoryStream(bytes));
                return open[^1];
            });
            Assert.Throws<SourceException>(() =>
            {
                using var book = Format.Open(file, SourceLimits.Default);
                book.ReadCells();
            });
        }
        Assert.All(open, stream => Assert.False(stream.CanRead));
    }

    [Fact]
    public void Open_FileOnDisk_LetsOthersReadWriteAndDelete()
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, Write(Rows));
        using (var book = Format.Open(SourceFile.FromPath(path), SourceLimits.Default))
        {
            using var reader = book.OpenSheet(0);
            Assert.True(reader.Read());
            using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
            {
            }
            File.Delete(path);
        }
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void Open_FromTwoThreads_GivesBothTheSame()
    {
        var bytes = Write(Rows);
        var results = new List<string>[4];
        Parallel.For(0, results.Length, index =>
        {
            using var book = Open(bytes);
            results[index] = book.ReadCells();
        });
        Assert.All(results, result => Assert.Equal(Cells, result));
    }

    private ISourceBook Open(byte[] bytes) => Format.Open(SourceFile.FromBytes("file", bytes), SourceLimits.Default);
}
