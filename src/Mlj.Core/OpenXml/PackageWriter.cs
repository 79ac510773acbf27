using System.IO.Compression;

namespace Mlj.OpenXml;

/// <summary>
/// Writes the parts of a package as a zip, one after the other and straight to their place. It only ever writes onward, also where the
/// stream could seek, and keeps no time, so that equal parts give equal bytes wherever they go. Not safe for use by two threads.
/// </summary>
/// <param name="stream">Where to; not closed. Bytes that it has already are none of the package's business.</param>
/// <param name="level">How hard to deflate, 1 to 9.</param>
internal sealed class PackageWriter(Stream stream, int level) : IDisposable
{
    private readonly PackageOutput _output = new(stream);
    private readonly List<ZipEntry> _entries = [];
    private readonly ZLibCompressionOptions _compression = new() { CompressionLevel = level };

    /// <summary>Begins a part; the one before must be complete.</summary>
    /// <param name="name">The part's name, in ASCII and without a slash in front.</param>
    public PartWriter Begin(string name)
    {
        var offset = _output.Count;
        _output.Write(ZipRecords.Header(name));
        return new PartWriter(name, offset, _output, _compression, _entries.Add);
    }

    /// <summary>Writes the directory, without which there is no package: one that fails on the way is not completed and so cannot look whole.</summary>
    public void Complete() => _output.Write(ZipRecords.Directory(_entries, _output.Count));

    /// <summary>Ends writing, also to parts that are not complete. What is not complete by now never will be.</summary>
    public void Dispose()
    {
        _output.IsClosed = true;
        _output.Dispose();
    }
}
