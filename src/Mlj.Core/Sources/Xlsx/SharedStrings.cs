using Mlj.OpenXml;
using Mlj.Values;

namespace Mlj.Sources.Xlsx;

/// <summary>The texts that the cells of a workbook share, as one block of UTF-8 and where each of them begins.</summary>
internal sealed class SharedStrings
{
    private static readonly SharedStrings Empty = new([], [0], 0);

    private readonly int[] _starts;

    private SharedStrings(byte[] blob, int[] starts, int count)
    {
        Blob = blob;
        _starts = starts;
        Count = count;
    }

    public byte[] Blob { get; }

    public int Count { get; }

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
        var blob = new byte[4096];
        var starts = new int[256];
        int count = 0, length = 0;
        var text = new TextBuffer(limits.MaxCellCharacters);
        using var xml = package.OpenXml(part);
        xml.ReadRoot();
        while (xml.Read())
        {
            if (xml.Depth != 1 || !xml.IsElement("si"))
                continue;
            text.Clear();
            text.AppendRichText(xml);
            text.Decode();
            if (text.IsTooLong)
                throw SourceErrors.TextTooLong(new Place(file), limits.MaxCellCharacters);
            var room = text.Span.Length * 3;
            if (blob.Length - length < room)
                Array.Resize(ref blob, (int)Math.Min(Array.MaxLength, Math.Max(blob.Length * 2L, (long)length + room)));
            length += text.Write(blob.AsSpan(length));
            if (++count == starts.Length)
                Array.Resize(ref starts, count * 2);
            starts[count] = length;
        }
        return new SharedStrings(blob, starts, count);
    }
}
