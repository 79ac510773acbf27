using System.Security.Cryptography;
using Mlj.Hosting.Blobs;

namespace Mlj.Testing.Contracts;

/// <summary>What every <see cref="IBlobStore"/> promises.</summary>
public abstract class BlobStoreContract
{
    /// <summary>The store under test, empty at the beginning of a test.</summary>
    protected abstract IBlobStore Store { get; }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(700_000)]
    public async Task Open_OfWhatWasPut_GivesTheSameBytesAsOftenAsAsked(int length)
    {
        var bytes = Bytes(length);

        var receipt = await Store.PutAsync("a-1_x", new MemoryStream(bytes), length);

        Assert.Equal(new BlobReceipt(length, Convert.ToHexStringLower(SHA256.HashData(bytes))), receipt);
        using var content = await Store.OpenAsync("a-1_x");
        Assert.Equal(bytes, Read(content!));
        Assert.Equal(bytes, Read(content!));
    }

    [Fact]
    public async Task Open_OfTwoStreamsAtOnce_ReadsEachByItself()
    {
        await Store.PutAsync("a", new MemoryStream([1, 2, 3]), 3);
        using var content = await Store.OpenAsync("a");
        using var one = content!.Open();
        using var other = content.Open();

        Assert.Equal((1, 1, 2, 2), (one.ReadByte(), other.ReadByte(), one.ReadByte(), other.ReadByte()));
        Assert.True(one.CanSeek);
    }

    [Fact]
    public async Task Put_OfTooMuch_KeepsNothingAndReadsLittleMore()
    {
        using var endless = new EndlessStream();

        var error = await Assert.ThrowsAsync<BlobTooLargeException>(() => Store.PutAsync("a", endless, 1_000));

        Assert.Equal(1_000, error.MaxBytes);
        Assert.InRange(endless.Given, 1_001, 1 << 20);
        Assert.Null(await Store.OpenAsync("a"));
        Assert.Empty(await KeysAsync());
    }

    [Fact]
    public async Task Put_ThatBreaksOff_KeepsNothing()
    {
        using var broken = new EndlessStream { BreaksAt = 300_000 };

        await Assert.ThrowsAsync<IOException>(() => Store.PutAsync("a", broken, long.MaxValue));

        Assert.Null(await Store.OpenAsync("a"));
        await Store.PutAsync("a", new MemoryStream([1]), 1);
    }

    [Fact]
    public async Task Put_UnderAKeyThatIsTaken_LeavesWhatIsThere()
    {
        await Store.PutAsync("a", new MemoryStream([1]), 1);

        await Assert.ThrowsAsync<ArgumentException>(() => Store.PutAsync("a", new MemoryStream([2]), 1));

        using var content = await Store.OpenAsync("a");
        Assert.Equal([1], Read(content!));
    }

    [Theory]
    [InlineData("../escape")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("..")]
    [InlineData("a.b")]
    [InlineData("a\0b")]
    [InlineData("ä")]
    [InlineData("")]
    public async Task Key_ThatCouldBeAPath_IsRefused(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.PutAsync(key, new MemoryStream([1]), 1));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.OpenAsync(key));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.DeleteAsync(key));
    }

    [Fact]
    public async Task Delete_OfABlob_LeavesTheOthers()
    {
        await Store.PutAsync("a", new MemoryStream([1]), 1);
        await Store.PutAsync("b", new MemoryStream([2]), 1);

        Assert.True(await Store.DeleteAsync("a"));
        Assert.False(await Store.DeleteAsync("a"));
        Assert.Null(await Store.OpenAsync("a"));
        Assert.Equal(["b"], await KeysAsync());
    }

    [Fact]
    public async Task Delete_WhileSomebodyReads_LetsThemReadOn()
    {
        var bytes = Bytes(500_000);
        await Store.PutAsync("a", new MemoryStream(bytes), bytes.Length);
        using var content = await Store.OpenAsync("a");
        using var stream = content!.Open();
        var first = stream.ReadByte();

        await Store.DeleteAsync("a");

        using var rest = new MemoryStream();
        await stream.CopyToAsync(rest);
        Assert.Equal(bytes, rest.ToArray().Prepend((byte)first));
    }

    private static byte[] Bytes(int length) => [.. Enumerable.Range(0, length).Select(index => (byte)(index * 31 >> 3))];

    private static byte[] Read(BlobContent content)
    {
        using var copy = new MemoryStream();
        using var stream = content.Open();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private async Task<List<string>> KeysAsync()
    {
        var keys = new List<string>();
        await foreach (var entry in Store.ListAsync())
            keys.Add(entry.Key);
        return keys;
    }

    /// <summary>Gives zeros for ever, or until it breaks.</summary>
    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }

        public long BreaksAt { get; init; } = long.MaxValue;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (Given >= BreaksAt)
                throw new IOException("The line is cut.");
            Array.Clear(buffer, offset, count);
            Given += count;
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
