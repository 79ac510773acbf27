using CsvHelper;
using Mlj.OpenXml;

namespace Mlj.Sources.Csv;

/// <summary>The text on its way to the parser, in UTF-8. The parser reads into the buffer that it parses, so that this stream knows which record is the last one.</summary>
internal sealed class CsvText : ForwardStream
{
    private readonly Stream _text;

    /// <summary>Watches a stream.</summary>
    /// <param name="text">The text; is closed with this.</param>
    public CsvText(Stream text)
    {
        _text = text;
    }

    private CsvText(ArraySegment<byte> text)
    {
        _text = Null;
        Buffer = text.Array!;
        End = text.Offset + text.Count;
    }

    /// <summary>Where the records lie.</summary>
    public byte[] Buffer { get; private set; } = [];

    /// <summary>Where the text ends in <see cref="Buffer"/>; above all places until the parser has come to its end.</summary>
    public int End { get; private set; } = int.MaxValue;

    /// <summary>Makes a parser of text that is in memory, and is parsed where it lies.</summary>
    public static (CsvText Text, CsvReader Reader) OfMemory(ArraySegment<byte> text, CsvReaderOptions options) => (new CsvText(text), CsvReader.Create(text.AsMemory(), options));

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = Read(buffer.AsSpan(offset, count));
        Buffer = buffer;
        if (read == 0)
            End = offset;
        return read;
    }

    public override int Read(Span<byte> buffer)
    {
        var read = _text.Read(buffer);
        Buffer = [];
        if (read == 0)
            End = 0;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _text.Dispose();
        base.Dispose(disposing);
    }
}
