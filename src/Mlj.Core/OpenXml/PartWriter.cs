using System.IO.Compression;

namespace Mlj.OpenXml;

/// <summary>The bytes of a part on their way into a package: summed, deflated and counted. A part that is disposed before it is complete ends its package.</summary>
internal sealed class PartWriter : OnwardStream
{
    private readonly string _name;
    private readonly long _headerOffset;
    private readonly PackageOutput _output;
    private readonly Action<ZipEntry> _completed;
    private readonly DeflateStream _deflater;
    private readonly long _start;
    private long _length;
    private uint _checksum;
    private bool _isComplete;

    public PartWriter(string name, long headerOffset, PackageOutput output, ZLibCompressionOptions compression, Action<ZipEntry> completed)
    {
        _name = name;
        _headerOffset = headerOffset;
        _output = output;
        _completed = completed;
        _start = output.Count;
        _deflater = new DeflateStream(output, compression, leaveOpen: true);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _checksum = Crc32.Append(_checksum, buffer);
        _length += buffer.Length;
        _deflater.Write(buffer);
    }

    /// <summary>Ends the part.</summary>
    public void Complete()
    {
        _deflater.Dispose();
        // The deflater says nothing about nothing; an empty part still is one block, the last.
        if (_length == 0 && _output.Count == _start)
            _output.Write([3, 0]);
        var entry = new ZipEntry
        {
            Name = _name,
            IsEncrypted = false,
            Method = ZipRecords.Deflated,
            Checksum = _checksum,
            CompressedLength = _output.Count - _start,
            Length = _length,
            HeaderOffset = _headerOffset,
        };
        _output.Write(ZipRecords.Descriptor(entry));
        _isComplete = true;
        _completed(entry);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isComplete)
        {
            // Before the deflater hands over what it still holds: whatever went wrong, the stream is not to be troubled again.
            _output.IsClosed = true;
            _deflater.Dispose();
        }
        base.Dispose(disposing);
    }
}
