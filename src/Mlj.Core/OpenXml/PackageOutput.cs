namespace Mlj.OpenXml;

/// <summary>Where a package goes. It counts, so that nobody needs to ask the stream behind it for its position, which it may not have.</summary>
internal sealed class PackageOutput(Stream stream) : OnwardStream
{
    /// <summary>The bytes written so far.</summary>
    public long Count { get; private set; }

    /// <summary>Whether what is still written is dropped: the package has failed, and nothing more belongs into the stream.</summary>
    public bool IsClosed { get; set; }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (IsClosed)
            return;
        stream.Write(buffer);
        Count += buffer.Length;
    }
}
