using System.Buffers;
using System.Globalization;
using System.Text;

namespace Mlj.Benchmarks.Data;

/// <summary>Writes rows as comma-separated text in UTF-8, with quotation marks where a text needs them.</summary>
internal static class CsvFile
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    public static byte[] ToBytes(IEnumerable<object[]> rows)
    {
        using var file = new MemoryStream();
        using (var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true))
            foreach (var row in rows)
                text.Write(string.Join(',', row.Select(Field)) + "\r\n");
        return file.ToArray();
    }

    private static string Field(object cell)
    {
        var text = Convert.ToString(cell, CultureInfo.InvariantCulture)!;
        return text.AsSpan().ContainsAny(NeedQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
