using System.Buffers;
using System.Text;

namespace Mlj.OpenXml;

/// <summary>
/// A window on the bytes of an XML document that moves forward: what is behind <see cref="Position"/> is forgotten when more is read. All
/// of it is UTF-8, whatever the document's encoding is, and has been checked for characters that no document may have.
/// </summary>
internal sealed class XmlWindow : IDisposable
{
    /// <summary>
    /// How many zeros stand behind the bytes. No document has a zero, so whoever looks for something a few bytes ahead need not ask where
    /// the window ends: it finds a zero instead.
    /// </summary>
    public const int Margin = 64;

    private const int FirstSize = 256 << 10;

    // A token is gathered whole. The longest honest one is the text of a cell, every character of it written as a reference.
    private const int MaxTokenBytes = 4 << 20;

    // Below this length a token is looked through again for every piece that is read; above it, only whenever it has grown by half.
    private const int ShortToken = 1024;

    private static readonly byte[] Nothing = new byte[Margin];

    private readonly string _part;
    private Stream _stream;
    private int _filled;
    private bool _isDone;

    public XmlWindow(string part, Stream stream)
    {
        _part = part;
        _stream = stream;
        Bytes = ArrayPool<byte>.Shared.Rent(FirstSize);
        try
        {
            Begin();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public byte[] Bytes { get; private set; }

    /// <summary>Where the bytes begin that have not been used.</summary>
    public int Position { get; set; }

    /// <summary>Where they end. Some bytes of a character that is not whole may stand behind it, before the zeros.</summary>
    public int End { get; private set; }

    public ReadOnlySpan<byte> Rest => Bytes.AsSpan(Position, End - Position);

    /// <summary>Reads on; what is not used stays. Positions in <see cref="Bytes"/> lose their meaning.</summary>
    /// <returns>False when the document has ended.</returns>
    /// <exception cref="PackageException">The part is damaged, is not in its encoding, or what is not used is too long.</exception>
    public bool ReadMore()
    {
        if (_isDone)
            return false;
        var length = End - Position;
        var wanted = length < ShortToken ? length + 1 : length + length / 2;
        MakeRoom(wanted);
        while (!_isDone && End < wanted)
        {
            var read = Read(Bytes.AsSpan(_filled, Bytes.Length - Margin - _filled));
            _isDone = read == 0;
            _filled += read;
            Admit();
        }
        return End > length;
    }

    public void Dispose()
    {
        _stream.Dispose();
        if (Bytes != Nothing)
            ArrayPool<byte>.Shared.Return(Bytes);
        Bytes = Nothing;
        (Position, End, _filled, _isDone) = (0, 0, 0, true);
    }

    private void Begin()
    {
        while (NeedsMoreToKnowTheEncoding(Bytes.AsSpan(0, _filled)) && Read(Bytes.AsSpan(_filled, XmlEncoding.MaxDeclaration)) is > 0 and var read)
            _filled += read;
        var start = Bytes.AsSpan(0, _filled);
        Encoding? encoding;
        try
        {
            encoding = XmlEncoding.Find(start);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw BadXml(error.Message.TrimEnd('.'), error);
        }
        if (encoding is not null)
        {
            _stream = Encoding.CreateTranscodingStream(new JoinedStream(start.ToArray(), _stream), encoding, Encoding.UTF8);
            _filled = 0;
        }
        Admit();
    }

    private static bool NeedsMoreToKnowTheEncoding(ReadOnlySpan<byte> start) =>
        start.Length < 4 || (start.Length < XmlEncoding.MaxDeclaration && start.StartsWith("<?xm"u8) && start.IndexOf("?>"u8) < 0);

    private void MakeRoom(int wanted)
    {
        var kept = Bytes.AsSpan(Position, _filled - Position);
        if (kept.Length > MaxTokenBytes)
            throw BadXml("it has an element of more than 4 MB");
        if (wanted + Margin < Bytes.Length)
            kept.CopyTo(Bytes);
        else
        {
            var larger = ArrayPool<byte>.Shared.Rent(wanted + 2 * Margin);
            kept.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(Bytes);
            Bytes = larger;
        }
        _filled = kept.Length;
        End -= Position;
        Position = 0;
    }

    // Checks what was read, but for a character at its end that is not whole.
    private void Admit()
    {
        var fresh = Bytes.AsSpan(End, _filled - End);
        if (!_isDone)
            fresh = fresh[..^XmlCharacters.CutOff(fresh)];
        if (!XmlCharacters.AreAllowed(fresh))
            throw BadXml("it has bytes that are no UTF-8, or characters that no XML may have");
        End += fresh.Length;
        Bytes.AsSpan(_filled, Margin).Clear();
    }

    private int Read(Span<byte> buffer)
    {
        try
        {
            return _stream.Read(buffer);
        }
        catch (DecoderFallbackException error)
        {
            throw BadXml("it has bytes that its encoding does not have", error);
        }
    }

    private PackageException BadXml(string what, Exception? cause = null) => new(PackageFault.BadXml, $"the part '{_part}': {what}", _part, cause: cause);
}
