using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Mlj.Sources.Csv;

/// <summary>How the bytes of a text file become UTF-8.</summary>
internal sealed class CsvEncoding
{
    private const int StartLength = 4096;
    private const int BlockLength = 1 << 16;

    private static readonly (byte[] Mark, Encoding? Encoding)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], null),
        ([0xFF, 0xFE, 0, 0], Encoding.UTF32),
        ([0xFF, 0xFE], Encoding.Unicode),
        ([0xFE, 0xFF], Encoding.BigEndianUnicode),
    ];

    private readonly Encoding? _encoding;
    private readonly int _markLength;

    private CsvEncoding(Encoding? encoding, int markLength = 0, string? guess = null)
    {
        _encoding = encoding;
        _markLength = markLength;
        Guess = guess;
    }

    /// <summary>The name of the encoding when it was guessed; null when the file says it, or is valid UTF-8.</summary>
    public string? Guess { get; }

    /// <summary>The language whose letters spoke for the guess; null when none was needed.</summary>
    public string? Language { get; private init; }

    public static bool HasMark(ReadOnlySpan<byte> start)
    {
        foreach (var (mark, _) in Marks)
            if (start.StartsWith(mark))
                return true;
        return false;
    }

    /// <summary>The kind of UTF-16 that a text without a mark has, judged by the zeros beside its Latin letters; null when it has none.</summary>
    public static Encoding? LooksLikeUtf16(ReadOnlySpan<byte> start)
    {
        if (start.Length < 4 || start.Length % 2 != 0)
            return null;
        int first = 0, second = 0;
        for (var at = 0; at < start.Length; at += 2)
        {
            first += start[at] == 0 ? 1 : 0;
            second += start[at + 1] == 0 ? 1 : 0;
        }
        var enough = start.Length / 2 * 7 / 10;
        if (first == 0 && second > enough && start[1] == 0)
            return Encoding.Unicode;
        return second == 0 && first > enough && start[0] == 0 ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>Finds the encoding of a whole file: by its mark, else UTF-8 when all of it is valid, else the Windows code page that its letters speak for, else Windows-1252 where it is not UTF-8.</summary>
    /// <param name="start">The first bytes of the file, 4,096 or all that it has.</param>
    /// <param name="rest">What comes behind them.</param>
    /// <param name="cancellation">Asked between blocks.</param>
    public static CsvEncoding Find(ReadOnlySpan<byte> start, Stream rest, CancellationToken cancellation)
    {
        foreach (var (mark, encoding) in Marks)
            if (start.StartsWith(mark))
            {
                // A program that puts a mark before a text that has one leaves two; the second would be part of the first heading.
                var length = mark.Length;
                while (start[length..].StartsWith(mark))
                    length += mark.Length;
                return encoding is not null ? new CsvEncoding(encoding, length)
                    : IsUtf8(start, rest, cancellation, out _) ? new CsvEncoding(null, length)
                    : Windows1252(length);
            }
        if (LooksLikeUtf16(start[..Math.Min(start.Length, StartLength)]) is { } utf16)
            return new CsvEncoding(utf16, guess: "UTF-16");
        if (IsUtf8(start, rest, cancellation, out var broken))
            return new CsvEncoding(null);
        return CodePageGuess.Of(broken) is var (page, language)
            ? new CsvEncoding(page, guess: $"Windows-{page.CodePage}") { Language = language }
            : Windows1252(0);
    }

    /// <summary>The bytes as UTF-8 text, without a mark, when the file is in UTF-8; else null.</summary>
    public ArraySegment<byte>? TextOf(ArraySegment<byte> bytes) => _encoding is null ? bytes[Math.Min(_markLength, bytes.Count)..] : default(ArraySegment<byte>?);

    /// <summary>Opens the file as UTF-8 text, without a mark.</summary>
    public Stream OpenText(SourceFile file)
    {
        var stream = file.Open();
        try
        {
            stream.Position = _markLength;
            return _encoding is null ? stream : Encoding.CreateTranscodingStream(stream, _encoding, Encoding.UTF8);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    // What is UTF-8 in it stays so: a text of which one line comes from elsewhere, or whose end was cut off, does not lose all its other names.
    private static CsvEncoding Windows1252(int markLength) =>
        new(Encoding.GetEncoding(Encoding.UTF8.CodePage, EncoderFallback.ReplacementFallback, new Windows1252Fallback()), markLength, "Windows-1252");

    /// <summary>Whether all bytes are UTF-8; if not, which block of them is not.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> start, Stream rest, CancellationToken cancellation, out byte[] broken)
    {
        broken = [];
        while (start.Length > BlockLength)
        {
            cancellation.ThrowIfCancellationRequested();
            var block = start[..BlockLength];
            if (!IsUtf8(block, out var cut))
            {
                broken = block.ToArray();
                return false;
            }
            start = start[(block.Length - cut)..];
        }
        var buffer = ArrayPool<byte>.Shared.Rent(BlockLength);
        try
        {
            start.CopyTo(buffer);
            for (var filled = start.Length; ;)
            {
                cancellation.ThrowIfCancellationRequested();
                if (!IsUtf8(buffer.AsSpan(0, filled), out var cut))
                {
                    broken = buffer[..filled];
                    return false;
                }
                buffer.AsSpan(filled - cut, cut).CopyTo(buffer);
                var read = rest.Read(buffer, cut, buffer.Length - cut);
                if (read == 0)
                {
                    broken = buffer[..cut];
                    return cut == 0;
                }
                filled = cut + read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool IsUtf8(ReadOnlySpan<byte> block, out int cut)
    {
        cut = IncompleteTail(block);
        return Utf8.IsValid(block[..^cut]);
    }

    /// <summary>How many bytes at the end begin a character that goes on behind them.</summary>
    private static int IncompleteTail(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var value = bytes[^back];
            if (value < 0x80)
                return 0;
            if (value >= 0xC0)
                return back < (value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : 2) ? back : 0;
        }
        return 0;
    }
}
