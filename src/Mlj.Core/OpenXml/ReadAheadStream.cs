using System.Buffers;
using System.Runtime.ExceptionServices;

namespace Mlj.OpenXml;

/// <summary>
/// Reads another stream ahead on a thread of its own, a few blocks and no more, so that a part is inflated while it is parsed. What the
/// other stream throws is thrown here, in its place among the bytes.
/// </summary>
internal sealed class ReadAheadStream : ForwardStream
{
    // Large, because whoever waits for a block is put to sleep and woken.
    private const int BlockSize = 512 << 10;
    private const int Blocks = 3;

    private static int _running;

    private readonly Stream _source;
    private readonly Thread _thread;
    private readonly byte[][] _blocks = new byte[Blocks][];
    private readonly int[] _lengths = new int[Blocks];
    private readonly object _counts = new();
    private int _free = Blocks, _full;
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
            Take(ref _full);
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
            Give(ref _free);
        }
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isStopped)
        {
            _isStopped = true;
            Give(ref _free);
            _thread.Join();
            Interlocked.Decrement(ref _running);
            _source.Dispose();
            foreach (var block in _blocks)
                ArrayPool<byte>.Shared.Return(block);
        }
        base.Dispose(disposing);
    }

    // A semaphore would look out for the block with the processor's time before it sleeps, which costs more than all the copying. Only one
    // of the two threads can be waiting: if no block is free, one is full.
    private void Take(ref int count)
    {
        lock (_counts)
        {
            while (count == 0)
                Monitor.Wait(_counts);
            count--;
        }
    }

    private void Give(ref int count)
    {
        lock (_counts)
        {
            count++;
            Monitor.Pulse(_counts);
        }
    }

    private void ReadAhead()
    {
        for (var block = 0; ; block = (block + 1) % Blocks)
        {
            Take(ref _free);
            if (_isStopped)
                return;
            _lengths[block] = Fill(_blocks[block].AsSpan(0, BlockSize));
            Give(ref _full);
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
