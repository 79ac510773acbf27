using System.Text;
using Mlj.Sources;
using Mlj.Testing.Workbooks;

namespace Mlj.Tests.Sources;

public class SpooledFileTests
{
    private const int Large = (SpooledFile.MaxBytesInMemory * 3) + 17;

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(SpooledFile.MaxBytesInMemory, false)]
    [InlineData(SpooledFile.MaxBytesInMemory + 1, true)]
    [InlineData(Large, true)]
    public async Task FromStream_OfAnyLength_GivesItsBytesAgainAndAgain(int length, bool isOnDisk)
    {
        var bytes = Bytes(length);
        await using var file = await SourceFile.FromStreamAsync("a.csv", new Upload(bytes));
        Assert.Equal((length, isOnDisk, "a.csv"), (file.Length, file.IsOnDisk, file.Source.Name));
        for (var time = 0; time < 2; time++)
        {
            using var stream = file.Source.Open();
            Assert.Equal(length, stream.Length);
            Assert.Equal(bytes, ReadAll(stream));
            stream.Position = length / 2;
            Assert.Equal(bytes[(length / 2)..], ReadAll(stream));
        }
    }

    [Fact]
    public async Task FromStream_BeginsWhereTheStreamStands_AndLeavesItOpen()
    {
        using var stream = new MemoryStream("Name,Score\nAnn,1\n"u8.ToArray()) { Position = 11 };
        await using var file = await SourceFile.FromStreamAsync("a.csv", stream);
        Assert.Equal(["A1 s Ann", "B1 s 1"], file.Source.ReadCells());
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task Source_OpenedAtTheSameTime_HasAPositionForEach()
    {
        var bytes = Bytes(Large);
        await using var file = await SourceFile.FromStreamAsync("a.csv", new Upload(bytes));
        var read = new byte[6][];
        Parallel.For(0, read.Length, index =>
        {
            using var stream = file.Source.Open();
            stream.Position = index * 1000;
            read[index] = ReadAll(stream);
        });
        for (var index = 0; index < read.Length; index++)
            Assert.Equal(bytes[(index * 1000)..], read[index]);
    }

    [Fact]
    public async Task Source_OfALargeFile_IsCompiled()
    {
        var text = new StringBuilder("Name,Email,Score (24)\n");
        for (var row = 1; text.Length < SpooledFile.MaxBytesInMemory + 1000; row++)
            text.Append("Ann,ann").Append(row).Append("@example.org,12\n");
        await using var file = await SourceFile.FromStreamAsync("Test 1.csv", new Upload(Encoding.UTF8.GetBytes(text.ToString())));
        Assert.True(file.IsOnDisk);
        var results = new ResultsCompiler().Compile([file.Source]);
        Assert.Empty(results.Refused);
        Assert.Equal(file.Length, Assert.Single(results.Inputs).Bytes);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(Large)]
    public async Task FromStream_AboveTheLimit_IsRefusedBeforeItIsReadWhole(int limit)
    {
        var before = Temporary();
        var upload = new Upload(Bytes(limit * 2));
        var error = await Assert.ThrowsAsync<SourceException>(() => SourceFile.FromStreamAsync("a.csv", upload, new SourceLimits { MaxFileBytes = limit }));
        Assert.Equal(("limit_file", "a.csv"), (error.Problem.Code, error.Problem.Where.File));
        Assert.InRange(upload.Given, limit + 1, limit + (1 << 16));
        Assert.Empty(Temporary().Except(before));
    }

    [Fact]
    public async Task FromStream_OfExactlyTheLimit_IsTaken()
    {
        await using var file = await SourceFile.FromStreamAsync("a.csv", new Upload(Bytes(5000)), new SourceLimits { MaxFileBytes = 5000 });
        Assert.Equal(5000, file.Length);
    }

    [Fact]
    public async Task FromStream_ThatSaysItIsTooLong_IsNotRead()
    {
        using var stream = new MemoryStream(new byte[5001]);
        await Assert.ThrowsAsync<SourceException>(() => SourceFile.FromStreamAsync("a.csv", stream, new SourceLimits { MaxFileBytes = 5000 }));
        Assert.Equal(0, stream.Position);
    }

    [Fact]
    public async Task FromStream_Cancelled_LeavesNoTemporaryFile()
    {
        var before = Temporary();
        using var cancellation = new CancellationTokenSource();
        var upload = new Upload(Bytes(Large)) { At = SpooledFile.MaxBytesInMemory * 2, Then = cancellation.Cancel };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SourceFile.FromStreamAsync("a.csv", upload, cancellation: cancellation.Token));
        Assert.True(upload.Given < Large);
        Assert.Empty(Temporary().Except(before));
    }

    [Fact]
    public async Task FromStream_ThatBreaksOff_SaysSoAndLeavesNoTemporaryFile()
    {
        var before = Temporary();
        var upload = new Upload(Bytes(Large)) { At = SpooledFile.MaxBytesInMemory * 2, Then = () => throw new IOException("The line is dead.") };
        var error = await Assert.ThrowsAsync<SourceException>(() => SourceFile.FromStreamAsync("a.csv", upload));
        Assert.Equal("cannot_open", error.Problem.Code);
        Assert.Contains("The line is dead.", error.Message, StringComparison.Ordinal);
        Assert.Empty(Temporary().Except(before));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(Large)]
    public async Task Dispose_EndsTheFile(int length)
    {
        var before = Temporary();
        var file = await SourceFile.FromStreamAsync("a.csv", new Upload(Bytes(length)));
        file.Dispose();
        await file.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => file.Source.Open());
        Assert.Empty(Temporary().Except(before));
    }

    [Fact]
    public async Task FromStream_WithoutNameOrStream_IsTheCallersError()
    {
        await Assert.ThrowsAsync<ArgumentNullException>("stream", () => SourceFile.FromStreamAsync("a.csv", null!));
        await Assert.ThrowsAsync<ArgumentException>("name", () => SourceFile.FromStreamAsync(" ", Stream.Null));
        var closed = new MemoryStream();
        closed.Dispose();
        Assert.Throws<ArgumentException>("stream", () => { _ = SourceFile.FromStreamAsync("a.csv", closed); });
    }

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }

    private static string[] Temporary() => Directory.GetFiles(Path.GetTempPath(), "mlj-*");

    /// <summary>A stream as a web server gives it: forward only, no length, and whoever waits for it synchronously is refused.</summary>
    private sealed class Upload(byte[] bytes) : Stream
    {
        public int Given { get; private set; }

        public int At { get; init; } = int.MaxValue;

        public Action Then { get; init; } = () => { };

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            if (Given >= At)
                Then();
            cancellationToken.ThrowIfCancellationRequested();
            var count = Math.Min(Math.Min(buffer.Length, 10_007), bytes.Length - Given);
            bytes.AsMemory(Given, count).CopyTo(buffer);
            Given += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override int Read(Span<byte> buffer) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
