using System.Text;
using ExcelDataReader;
using Mlj.Benchmarks.Cells;

namespace Mlj.Benchmarks.Readers;

/// <summary>ExcelDataReader: its forward reader, a value a cell.</summary>
internal static class ExcelDataReaderReader
{
    static ExcelDataReaderReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TSink Read<TSink>(byte[] file, TSink sink) where TSink : ICellSink
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file));
        for (var row = 1; reader.Read(); row++)
        {
            for (var index = 0; index < reader.FieldCount; index++)
            {
                switch (reader.GetValue(index))
                {
                    case double number:
                        sink.Number(row, index + 1, number);
                        break;
                    case string text:
                        sink.Text(row, index + 1, text);
                        break;
                }
            }
        }
        return sink;
    }
}
