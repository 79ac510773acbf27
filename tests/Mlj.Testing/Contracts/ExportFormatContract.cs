using Mlj.Exports;
using Mlj.Tables;

namespace Mlj.Testing.Contracts;

/// <summary>What every <see cref="IExportFormat"/> promises.</summary>
public abstract class ExportFormatContract
{
    /// <summary>The format under test.</summary>
    protected abstract IExportFormat Format { get; }

    [Fact]
    public void Names_OfAFormat_AreFitForMessagesAndPaths()
    {
        Assert.Equal(Format.Name.ToLowerInvariant(), Format.Name);
        Assert.NotEmpty(Format.Extensions);
        Assert.All(Format.Extensions, extension => Assert.Equal("." + extension.TrimStart('.').ToLowerInvariant(), extension));
    }

    [Fact]
    public void Write_ToAStreamThatOnlyGoesForward_WritesTheSameAndLeavesItOpen()
    {
        var seekable = Written(Book());
        using var forward = new OneWayStream();
        Format.Write(Book(), forward);
        Assert.False(forward.IsDisposed);
        Assert.Equal(seekable, forward.Received.ToArray());
    }

    [Fact]
    public void Write_OfEqualBooks_GivesEqualBytes() => Assert.Equal(Written(Book()), Written(Book()));

    [Fact]
    public void Write_BehindBytesThatAreThere_LeavesThemAlone()
    {
        using var stream = new MemoryStream();
        stream.Write("before"u8);
        Format.Write(Book(), stream);
        Assert.Equal([.. "before"u8, .. Written(Book())], stream.ToArray());
    }

    [Fact]
    public void Write_UnderAnotherCulture_GivesEqualBytes()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            var expected = Written(Book());
            Thread.CurrentThread.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(expected, Written(Book()));
            Thread.CurrentThread.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("fa-IR");
            Assert.Equal(expected, Written(Book()));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void Write_WithoutRows_WritesAFile() => Assert.NotEmpty(Written(One(new Table(new Column.Texts("Name", [])))));

    [Fact]
    public void Write_WithoutColumns_WritesAFile() => Assert.NotEmpty(Written(One(new Table())));

    [Fact]
    public void Write_CancelledBefore_Throws() =>
        Assert.Throws<OperationCanceledException>(() => Format.Write(One(new Table()), new MemoryStream(), new CancellationToken(true)));

    [Fact]
    public void Write_CancelledOnTheWay_StopsBetweenRows()
    {
        using var source = new CancellationTokenSource();
        var cells = new CountedCells(100_000, row =>
        {
            if (row == 5_000)
                source.Cancel();
        });
        Assert.Throws<OperationCanceledException>(() => Format.Write(One(new Table(new Column.Texts("Name", cells))), Stream.Null, source.Token));
        Assert.True(cells.Furthest < 5_010, $"Row {cells.Furthest} was asked for after the cancellation.");
    }

    [Fact]
    public void Write_WithoutBookOrStream_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => Format.Write(null!, Stream.Null));
        Assert.Throws<ArgumentNullException>(() => Format.Write(Book(), null!));
    }

    [Fact]
    public async Task Write_FromManyThreads_IsSafe()
    {
        var expected = Written(Book());
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Written(Book()))));
        Assert.All(all, bytes => Assert.Equal(expected, bytes));
    }

    /// <summary>The bytes of a book.</summary>
    protected byte[] Written(ExportBook book)
    {
        using var stream = new MemoryStream();
        Format.Write(book, stream);
        return stream.ToArray();
    }

    /// <summary>A book of one sheet.</summary>
    protected static ExportBook One(Table table)
    {
        var sheet = new ExportSheet("Results", table);
        return new ExportBook(sheet, sheet);
    }

    private static ExportBook Book()
    {
        var main = new ExportSheet("Results", new Table(
            new Column.Texts("Name", ["Ada Òjó", null, "=1+1"]) { Role = ColumnRole.Name },
            new Column.Numbers("Test 1", [76.4705882352941176m, null, -3m]) { Role = ColumnRole.Score, Test = 1, Format = NumberFormat.Percentage }));
        var other = new ExportSheet("About", new Table(new Column.Texts("Key", ["Version"]), new Column.Texts("Value", ["1.0"])));
        return new ExportBook(main, other, main) { Created = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)) };
    }

    private sealed class CountedCells(int count, Action<int> asked) : IReadOnlyList<string?>
    {
        public int Furthest { get; private set; }

        public int Count => count;

        public string? this[int index]
        {
            get
            {
                Furthest = Math.Max(Furthest, index);
                asked(index);
                return "cell";
            }
        }

        public IEnumerator<string?> GetEnumerator() => Enumerable.Repeat<string?>("cell", count).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class OneWayStream : Stream
    {
        public MemoryStream Received { get; } = new();

        public bool IsDisposed { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => Received.Write(buffer, offset, count);

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
