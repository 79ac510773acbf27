namespace Mlj.OpenXml;

/// <summary>
/// The bytes of a part. They are counted while they are inflated, whatever the headers say, and at the end their length and their
/// checksum must be those of the directory.
/// </summary>
internal sealed class PartStream(PackageReader package, ZipEntry entry, Stream inflated) : ForwardStream
{
    private long _count;
    private uint _checksum;

    public override int Read(Span<byte> buffer)
    {
        package.Cancellation.ThrowIfCancellationRequested();
        if (buffer.IsEmpty)
            return 0;
        int read;
        try
        {
            read = inflated.Read(buffer);
        }
        catch (InvalidDataException error)
        {
            throw new PackageException(PackageFault.Damaged, $"the part '{entry.Name}' cannot be unpacked", entry.Name, cause: error);
        }
        if (read == 0)
        {
            if (_count != entry.Length || _checksum != entry.Checksum)
                throw new PackageException(PackageFault.Damaged, $"the checksum of the part '{entry.Name}' is wrong", entry.Name);
            return 0;
        }
        _count += read;
        _checksum = Crc32.Append(_checksum, buffer[..read]);
        package.Count(entry, _count);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inflated.Dispose();
        base.Dispose(disposing);
    }
}
