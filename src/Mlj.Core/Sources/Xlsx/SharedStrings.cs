using System.Runtime.CompilerServices;
using Mlj.OpenXml;

namespace Mlj.Sources.Xlsx;

/// <summary>The texts that the cells of a workbook share, as one block of UTF-8 and where each of them begins.</summary>
internal sealed class SharedStrings
{
    private static readonly SharedStrings Empty = new();

    private int[] _starts = new int[256];

    /// <summary>The texts one behind the other.</summary>
    public byte[] Blob { get; private set; } = [];

    public int Count { get; private set; }

    /// <summary>Bytes of the longest text.</summary>
    public int Longest { get; private set; }

    public int Start(int index) => _starts[index];

    public int Length(int index) => _starts[index + 1] - _starts[index];

    /// <summary>Reads the part.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="package">The package.</param>
    /// <param name="part">The part's name; null when there is none.</param>
    /// <param name="limits">What is too much.</param>
    public static SharedStrings Read(string file, PackageReader package, string? part, SourceLimits limits)
    {
        if (part is null)
            return Empty;
        // The counts that the part declares are not believed: they size nothing.
        var strings = new SharedStrings();
        var text = new TextBuffer(limits.MaxCellCharacters);
        using var xml = package.Scan(part);
        xml.ReadRoot();
        while (true)
        {
            if (xml.OpenElements == 1 && limits is { MaxXmlDepth: >= 3, MaxXmlAttributes: >= 1 })
                strings.TakePlain(xml.Window, limits.MaxCellCharacters);
            var token = xml.Read();
            if (token == XmlToken.End)
                return strings;
            if (token != XmlToken.StartTag || xml.Depth != 1 || !xml.LocalName.SequenceEqual("si"u8))
                continue;
            text.Clear();
            text.AppendRichText(xml);
            text.Decode();
            text.Measure();
            if (text.IsTooLong)
                throw SourceErrors.SharedTextTooLong(file, xml.Name, limits.MaxCellCharacters);
            strings.Add(text.Utf8);
        }
    }

    // Takes the texts that are written as nearly all are; at the first that is not, the scanner goes on.
    private void TakePlain(XmlWindow window, int maxLength)
    {
        while (true)
        {
            ref var here = ref Ahead.At(window.Bytes, window.Position);
            int start;
            if (Ahead.Is(ref here, "<si><t>"u8))
                start = 7;
            else if (Ahead.Is(ref here, "<si><t xml:space"u8) && Ahead.Is(ref here, 16, "=\"preserve\">"u8))
                start = 28;
            else
                return;
            var length = Ahead.LengthOfPlainText(ref Unsafe.Add(ref here, start));
            if (length < 0 || length > maxLength || !Ahead.Is(ref here, start + length, "</t></si>"u8))
                return;
            Add(window.Bytes.AsSpan(window.Position + start, length));
            window.Position += start + length + 9;
        }
    }

    private void Add(ReadOnlySpan<byte> utf8)
    {
        var end = _starts[Count];
        if (Blob.Length - end < utf8.Length)
        {
            var larger = new byte[(int)Math.Min(Array.MaxLength, Math.Max(Math.Max(4096, Blob.Length * 2L), (long)end + utf8.Length))];
            Blob.AsSpan(0, end).CopyTo(larger);
            Blob = larger;
        }
        utf8.CopyTo(Blob.AsSpan(end));
        Longest = Math.Max(Longest, utf8.Length);
        if (++Count == _starts.Length)
            Array.Resize(ref _starts, Count * 2);
        _starts[Count] = end + utf8.Length;
    }
}
