using System.Runtime.CompilerServices;
using Mlj.Benchmarks.Cells;
using Mlj.Sources;

namespace Mlj.Benchmarks.Readers;

/// <summary>The library that is measured, through the same door as everybody: all limits and checks at their defaults.</summary>
internal static class MljReader
{
    /// <summary>Texts as UTF-8.</summary>
    public static TSink Read<TSink>(byte[] file, TSink sink) where TSink : ICellSink => Read(SourceFile.FromBytes("benchmark", file), sink);

    /// <summary>The same, of a source that does not say that it is in memory, as a file on disk is not.</summary>
    public static TSink ReadStream<TSink>(byte[] file, TSink sink) where TSink : ICellSink => Read(new SourceFile("benchmark", () => new MemoryStream(file)), sink);

    /// <summary>Each text as a string, which is what the rivals give.</summary>
    public static TSink ReadStrings<TSink>(byte[] file, TSink sink) where TSink : ICellSink
    {
        using var book = SourceFormats.Default.Open(SourceFile.FromBytes("benchmark", file));
        using var sheet = book.OpenSheet(0);
        while (sheet.Read())
        {
            var row = sheet.Row;
            for (var index = 0; index < row.Count; index++)
            {
                var cell = row[index];
                if (cell.Kind == CellKind.Number)
                    sink.Number(row.Number, cell.Column, cell.Number);
                else
                    sink.Text(row.Number, cell.Column, cell.GetText());
            }
        }
        return sink;
    }

    private static TSink Read<TSink>(SourceFile file, TSink sink) where TSink : ICellSink
    {
        using var book = SourceFormats.Default.Open(file);
        using var sheet = book.OpenSheet(0);
        return ReadCells(sheet, sink);
    }

    // By itself, because the compiler stops to inline in a method that holds the opening as well, which no program has in one place.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TSink ReadCells<TSink>(ISheetReader sheet, TSink sink) where TSink : ICellSink
    {
        while (sheet.Read())
        {
            var row = sheet.Row;
            for (var index = 0; index < row.Count; index++)
            {
                var cell = row[index];
                if (cell.Kind == CellKind.Number)
                    sink.Number(row.Number, cell.Column, cell.Number);
                else
                    sink.Text(row.Number, cell.Column, cell.Utf8);
            }
        }
        return sink;
    }
}
