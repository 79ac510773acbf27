using CsvHelper;
using Mlj.Benchmarks.Cells;

namespace Mlj.Benchmarks.Readers;

/// <summary>CsvHelper's own reading: no encoding or separator to find, no limits; it does not look whether the bytes are UTF-8.</summary>
internal static class CsvHelperReader
{
    private static readonly CsvReaderOptions Options = new() { HasHeader = false };

    /// <summary>Spans of a stream's bytes.</summary>
    public static TSink Read<TSink>(byte[] file, TSink sink) where TSink : ICellSink
    {
        using var reader = CsvReader.Create(new MemoryStream(file), Options);
        return ReadSpans(reader, sink);
    }

    /// <summary>Spans of bytes in memory, which are parsed where they lie.</summary>
    public static TSink ReadMemory<TSink>(byte[] file, TSink sink) where TSink : ICellSink
    {
        using var reader = CsvReader.Create(file, Options);
        return ReadSpans(reader, sink);
    }

    /// <summary>Each text as a string.</summary>
    public static TSink ReadStrings<TSink>(byte[] file, TSink sink) where TSink : ICellSink
    {
        using var reader = CsvReader.Create(new MemoryStream(file), Options);
        for (var row = 1; reader.Read(); row++)
            for (var index = 0; index < reader.FieldCount; index++)
                sink.Text(row, index + 1, reader.GetString(index));
        return sink;
    }

    private static TSink ReadSpans<TSink>(CsvReader reader, TSink sink) where TSink : ICellSink
    {
        for (var row = 1; reader.Read(); row++)
            for (var index = 0; index < reader.FieldCount; index++)
                sink.Text(row, index + 1, reader.GetSpan(index));
        return sink;
    }
}
