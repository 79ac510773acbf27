namespace Mlj.Sources.Csv;

/// <summary>What separates the values of a text file.</summary>
/// <param name="Delimiter">The separator: comma, semicolon, tab or bar, or whatever character the first line names.</param>
/// <param name="SkippedBytes">The bytes of a first line <c>sep=;</c>, which is no row.</param>
internal readonly record struct CsvDialect(char Delimiter, int SkippedBytes)
{
    /// <summary>How many bytes of the text are looked at, in order to find its separator.</summary>
    public const int SampleLength = 1 << 16;
    private const int SampleLines = 50;

    /// <summary>Finds the dialect by the first lines of a text in UTF-8.</summary>
    /// <param name="text">The first bytes of the text, 64 KB or all that it has.</param>
    public static CsvDialect Find(ReadOnlySpan<byte> text)
    {
        var sample = text[..Math.Min(text.Length, SampleLength)];
        if (ReadHint(sample) is { } hinted)
            return hinted;
        // The separator occurs equally often in most lines; if two do, then the one in the heading, then the one that makes more columns.
        var best = (Delimiter: ',', Lines: 0, InHeading: false, Count: 0);
        foreach (var delimiter in ",;\t|")
        {
            var (lines, inHeading, count) = Measure(sample, (byte)delimiter);
            if (lines > best.Lines || (lines == best.Lines && (inHeading, count).CompareTo((best.InHeading, best.Count)) > 0))
                best = (delimiter, lines, inHeading, count);
        }
        return new CsvDialect(best.Delimiter, 0);
    }

    private static CsvDialect? ReadHint(ReadOnlySpan<byte> sample)
    {
        if (sample.Length < 5 || !(sample.StartsWith("sep="u8) || sample.StartsWith("Sep="u8) || sample.StartsWith("SEP="u8)))
            return null;
        var delimiter = sample[4];
        if (delimiter is not (byte)'\t' and (< 0x20 or > 0x7E or (byte)'"'))
            return null;
        var rest = sample[5..];
        if (rest.StartsWith("\r\n"u8))
            return new CsvDialect((char)delimiter, 7);
        return rest.IsEmpty ? new CsvDialect((char)delimiter, 5)
            : rest[0] is (byte)'\r' or (byte)'\n' ? new CsvDialect((char)delimiter, 6)
            : null;
    }

    // How many lines have the most frequent count of a separator, whether the first line has it, and that count.
    private static (int Lines, bool InHeading, int Count) Measure(ReadOnlySpan<byte> sample, byte delimiter)
    {
        Span<int> counts = stackalloc int[SampleLines];
        int lines = 0, count = 0;
        bool isQuoted = false, isFieldStart = true, isLineEmpty = true;
        for (var at = 0; at < sample.Length && lines < SampleLines; at++)
        {
            var value = sample[at];
            if (isQuoted)
            {
                isQuoted = value != '"';
                continue;
            }
            if (value is (byte)'\n' or (byte)'\r')
            {
                if (!isLineEmpty)
                    counts[lines++] = count;
                (count, isFieldStart, isLineEmpty) = (0, true, true);
                continue;
            }
            isLineEmpty = false;
            // A doubled quotation mark within quotes closes and opens again at once.
            isQuoted = value == '"' && (isFieldStart || (at > 0 && sample[at - 1] == '"'));
            // What is quoted is skipped also where another separator stands before it: "a","1;2;3" has no semicolons that separate.
            isFieldStart = value is (byte)',' or (byte)';' or (byte)'\t' or (byte)'|';
            count += value == delimiter ? 1 : 0;
        }
        // The last line counts when the sample is the whole text; a line that was cut off is one of many.
        if (!isLineEmpty && !isQuoted && lines < SampleLines && sample.Length < SampleLength)
            counts[lines++] = count;

        var best = (Lines: 0, Count: 0);
        foreach (var each in counts[..lines])
            if (each > 0 && counts[..lines].Count(each) is var same && (same, each).CompareTo(best) > 0)
                best = (same, each);
        return (best.Lines, lines > 0 && counts[0] > 0, best.Count);
    }
}
