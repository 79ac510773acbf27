using CsvHelper;
using Mlj.Benchmarks.Cells;

namespace Mlj.Benchmarks.Readers;

/// <summary>CsvHelper's own reading by spans: no encoding or separator to find, no limits.</summary>
internal static class CsvHelperReader
{
    public static TSink Read<TSink>(byte[] file, TSink sink) where TSink : ICellSink
    {
        using var reader = CsvReader.Create(new MemoryStream(file), new CsvReaderOptions { HasHeader = false });
        for (var row = 1; reader.Read(); row++)
            for (var index = 0; index < reader.FieldCount; index++)
                sink.Text(row, index + 1, reader.GetSpan(index));
        return sink;
    }
}
