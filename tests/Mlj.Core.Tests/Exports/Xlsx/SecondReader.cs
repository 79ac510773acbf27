using System.Text;
using ExcelDataReader;
using Mlj.Exports;
using Mlj.Exports.Xlsx;

namespace Mlj.Tests.Exports.Xlsx;

/// <summary>Reads what we wrote through a library that is not ours.</summary>
internal static class SecondReader
{
    static SecondReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The cells of all sheets with their headings: a text, a number as double, or null.</summary>
    public static Dictionary<string, List<object?[]>> Read(ExportBook book)
    {
        using var stream = new MemoryStream();
        new XlsxExport().Write(book, stream);
        return Read(stream.ToArray());
    }

    /// <summary>The cells of all sheets of a workbook's bytes.</summary>
    public static Dictionary<string, List<object?[]>> Read(byte[] workbook)
    {
        using var stream = new MemoryStream(workbook);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        var sheets = new Dictionary<string, List<object?[]>>();
        do
        {
            var rows = new List<object?[]>();
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            sheets.Add(reader.Name, rows);
        }
        while (reader.NextResult());
        return sheets;
    }
}
