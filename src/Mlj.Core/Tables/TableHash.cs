using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mlj.Values;

namespace Mlj.Tables;

/// <summary>
/// The fingerprint of what a table shows: the names and kinds of its columns from left to right, and the cells of its rows from top to
/// bottom. Equal contents have equal hashes in every process, whatever file they were read from.
/// </summary>
/// <remarks>
/// SHA-256 over the line <c>mlj-table-1</c> and, as counts of four bytes (big-endian) and UTF-8 texts behind their length: the number of
/// columns, each one's kind (<c>t</c>, <c>n</c>, or <c>-</c> when no cell is filled) and name; the number of rows, and their cells: 0 for
/// missing or empty, 1 and a text, 2 and a number's plain digits at the 15 significant ones that a workbook keeps, without zeros at the end.
/// Roles, formats and rows that are not shown do not count.
/// </remarks>
public static class TableHash
{
    private const int DigitsExact = 15;

    /// <summary>The hash of a table: <c>sha256:</c> and 64 lower-case hexadecimal digits.</summary>
    public static string Of(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("mlj-table-1\n"u8);
        Add(hash, table.Columns.Count);
        foreach (var column in table.Columns)
        {
            var isFilled = table.Order.Stored.Any(stored => !IsMissing(column[stored]));
            hash.AppendData(!isFilled ? "-"u8 : column.Kind == ColumnKind.Number ? "n"u8 : "t"u8);
            Add(hash, column.Name);
        }
        Add(hash, table.RowCount);
        foreach (var stored in table.Order.Stored)
            foreach (var column in table.Columns)
            {
                var cell = column[stored];
                hash.AppendData(IsMissing(cell) ? "\0"u8 : cell.Number is null ? "\u0001"u8 : "\u0002"u8);
                if (!IsMissing(cell))
                    Add(hash, cell.Number is { } number ? Digits(number) : cell.Text!);
            }
        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static bool IsMissing(Cell cell) => cell.IsMissing || cell.Text is "";

    private static string Digits(decimal number)
    {
        var text = Cell.Of(number).ToString();
        return text.Length <= DigitsExact ? text
            : NumberText.ToDecimal(double.Parse(text, CultureInfo.InvariantCulture)) is { } kept ? Cell.Of(kept).ToString() : text;
    }

    private static void Add(IncrementalHash hash, int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Add(hash, bytes.Length);
        hash.AppendData(bytes);
    }
}
