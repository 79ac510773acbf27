namespace Mlj.Sources.Csv;

/// <summary>Text of values separated by commas, semicolons, tabs or bars. Every cell is text.</summary>
internal sealed class CsvFormat : ISourceFormat
{
    // A mark, and what the separator is found by.
    private const int StartLength = 4 + CsvDialect.SampleLength;

    public string Name => "csv";

    public bool Recognises(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty || Signatures.IsZip(start) || Signatures.IsCompoundFile(start) || Signatures.Describe(start) is not null)
            return false;
        return CsvEncoding.HasMark(start) || CsvEncoding.LooksLikeUtf16(start) is not null || LooksLikeText(start);
    }

    public ISourceBook Open(SourceFile file, SourceLimits limits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        cancellation.ThrowIfCancellationRequested();
        try
        {
            using var stream = file.OpenUnwatched();
            if (stream.Length > limits.MaxFileBytes)
                throw SourceErrors.TooLarge(file.Name, limits.MaxFileBytes);
            if (stream.Length == 0)
                throw SourceErrors.Empty(file.Name);
            var start = file.Memory ?? ReadAtMost(stream, StartLength);
            var encoding = CsvEncoding.Find(start, file.Memory is null ? stream : Stream.Null, cancellation);
            return new CsvBook(file, limits, encoding, FindDialect(file, encoding, start), cancellation);
        }
        catch (IOException error)
        {
            throw SourceErrors.CannotOpen(file.Name, error);
        }
    }

    private static CsvDialect FindDialect(SourceFile file, CsvEncoding encoding, ArraySegment<byte> start)
    {
        if (encoding.TextOf(start) is { } sample)
            return CsvDialect.Find(sample);
        using var text = encoding.OpenText(file);
        return CsvDialect.Find(ReadAtMost(text, CsvDialect.SampleLength));
    }

    private static ArraySegment<byte> ReadAtMost(Stream stream, int length)
    {
        var bytes = new byte[length];
        return new ArraySegment<byte>(bytes, 0, stream.ReadAtLeast(bytes, length, throwOnEndOfStream: false));
    }

    // A stray control character is somebody's mistake within a text, and is reported with its row; many of them are no text.
    private static bool LooksLikeText(ReadOnlySpan<byte> start)
    {
        var controls = 0;
        foreach (var value in start)
            if (value < ' ' && value is not ((byte)'\t' or (byte)'\n' or (byte)'\v' or (byte)'\f' or (byte)'\r' or 0x1A))
                controls++;
        return controls <= Math.Max(2, start.Length / 50);
    }
}
