namespace Mlj.OpenXml;

/// <summary>Some bytes of a file, read forward. It keeps its own position, so several slices of one file can be read in turns, also by several threads.</summary>
internal sealed class SliceStream(Stream file, long position, long length) : ForwardStream
{
    private long _position = position;
    private long _left = length;

    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length > _left)
            buffer = buffer[..(int)_left];
        if (buffer.IsEmpty)
            return 0;
        try
        {
            lock (file)
            {
                file.Position = _position;
                var read = file.Read(buffer);
                _position += read;
                _left -= read;
                return read;
            }
        }
        catch (IOException error)
        {
            throw new PackageException(PackageFault.Unreadable, error.Message, cause: error);
        }
    }
}
