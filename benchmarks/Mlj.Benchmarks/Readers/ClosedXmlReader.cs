using ClosedXML.Excel;
using Mlj.Benchmarks.Cells;

namespace Mlj.Benchmarks.Readers;

/// <summary>ClosedXML: the workbook in memory, then its cells.</summary>
internal static class ClosedXmlReader
{
    public static TSink Read<TSink>(byte[] file, TSink sink) where TSink : ICellSink
    {
        using var book = new XLWorkbook(new MemoryStream(file));
        foreach (var cell in book.Worksheet(1).CellsUsed())
        {
            if (cell.DataType == XLDataType.Number)
                sink.Number(cell.Address.RowNumber, cell.Address.ColumnNumber, cell.GetDouble());
            else
                sink.Text(cell.Address.RowNumber, cell.Address.ColumnNumber, cell.GetString());
        }
        return sink;
    }
}
