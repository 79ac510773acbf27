using System.Buffers;
using System.Runtime.ExceptionServices;

namespace Mlj.OpenXml;

/// <summary>
/// Reads another stream ahead on a thread of its own, a few blocks and no more, so that a part is inflated while it is parsed. What the
/// other stream throws is thrown here, in its place among the bytes.
/// </summary>
internal sealed class ReadAheadStream : ForwardStream
{
    // Large, because whoever waits for a block looks out for it with the processor's time before it sleeps.
    private const int BlockSize = 512 << 10;
    private const int Blocks = 3;

    private static int _running;

    private readonly Stream _source;
    private readonly Thread _thread;
    private readonly byte[][] _blocks = new byte[Blocks][];
    private readonly int[] _lengths = new int[Blocks];
    private readonly SemaphoreSlim _free = new(Blocks);
    private readonly SemaphoreSlim _full = new(0);
    private int _block, _at;
    private bool _hasBlock;
    private ExceptionDispatchInfo? _error;
    private volatile bool _isStopped;

    private ReadAheadStream(Stream source)
    {
        _source = source;
        for (var block = 0; block < Blocks; block++)
            _blocks[block] = ArrayPool<byte>.Shared.Rent(BlockSize);
        _thread = new Thread(ReadAhead) { IsBackground = true, Name = "MLJ read-ahead" };
        _thread.Start();
    }

    /// <summary>The stream, read ahead when a processor is left for that; otherwise the stream itself.</summary>
    public static Stream Of(Stream source) => Volatile.Read(ref _running) + 1 < Environment.ProcessorCount ? Start(source) : source;

    /// <summary>The stream, read ahead.</summary>
    public static ReadAheadStream Start(Stream source)
    {
        Interlocked.Increment(ref _running);
        return new ReadAheadStream(source);
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        if (!_hasBlock)
        {
            _full.Wait();
            (_hasBlock, _at) = (true, 0);
        }
        var ready = _blocks[_block].AsSpan(_at, _lengths[_block] - _at);
        if (ready.IsEmpty)
        {
            // The last block is empty and stays, so that whoever asks again is told the same.
            _error?.Throw();
            return 0;
        }
        var read = Math.Min(ready.Length, buffer.Length);
        ready[..read].CopyTo(buffer);
        _at += read;
        if (read == ready.Length)
        {
            (_hasBlock, _block) = (false, (_block + 1) % Blocks);
            _free.Release();
        }
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isStopped)
        {
            _isStopped = true;
            _free.Release();
            _thread.Join();
            Interlocked.Decrement(ref _running);
            _source.Dispose();
            foreach (var block in _blocks)
                ArrayPool<byte>.Shared.Return(block);
            _free.Dispose();
            _full.Dispose();
        }
        base.Dispose(disposing);
    }

    private void ReadAhead()
    {
        for (var block = 0; ; block = (block + 1) % Blocks)
        {
            _free.Wait();
            if (_isStopped)
                return;
            _lengths[block] = Fill(_blocks[block].AsSpan(0, BlockSize));
            _full.Release();
            if (_lengths[block] == 0)
                return;
        }
    }

    /// <summary>Fills a block; what is thrown behind its bytes leaves the next one empty.</summary>
    private int Fill(Span<byte> block)
    {
        var length = 0;
        try
        {
            while (_error is null && length < block.Length && _source.Read(block[length..]) is > 0 and var read)
                length += read;
        }
        catch (Exception error)
        {
            _error = ExceptionDispatchInfo.Capture(error);
        }
        return length;
    }
}
