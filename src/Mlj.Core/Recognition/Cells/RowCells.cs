using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Mlj.Sources;

namespace Mlj.Recognition.Cells;

/// <summary>What stands in a row, asked by column.</summary>
internal static class RowCells
{
    /// <summary>The text of a cell, a number as text; null where empty, or without a column.</summary>
    public static string? Text(this SheetRow row, int? column) => column is { } number && row.TryGet(number, out var cell) ? cell.GetText() : null;

    /// <summary>The text of a cell, a number as text; nothing where empty, or without a column.</summary>
    public static ReadOnlySpan<byte> Utf8(this SheetRow row, int? column) =>
        column is not { } number || !row.TryGet(number, out var cell) ? default : cell.Utf8.IsEmpty ? Encoding.UTF8.GetBytes(cell.GetText()) : cell.Utf8;

    /// <summary>The number of a cell, typed or written; null when it holds none, or without a column.</summary>
    public static decimal? NumberIn(this SheetRow row, int? column) => RawScore.Of(row, column) is { IsMissing: false } raw ? raw.AsNumber() : null;

    /// <summary>The first text of the row; null when there is none.</summary>
    public static string? FirstText(this SheetRow row)
    {
        for (var index = 0; index < row.Count; index++)
            if (row[index].Kind == CellKind.Text)
                return row[index].GetText();
        return null;
    }

    /// <summary>Whether nothing but blanks stands in the row.</summary>
    public static bool IsBlank(this SheetRow row)
    {
        for (var index = 0; index < row.Count; index++)
        {
            var cell = row[index];
            if (cell.Kind != CellKind.Text || cell.Utf8.ContainsAnyExcept(" \t\r\n\u00a0"u8))
                return false;
        }
        return true;
    }

    /// <summary>A hash of all cells but one, eight bytes at a time: rows with equal hashes are compared, not believed.</summary>
    /// <param name="row">The row.</param>
    /// <param name="except">The column that does not count, such as that of row numbers.</param>
    public static ulong Fingerprint(this SheetRow row, int? except)
    {
        var hash = 14695981039346656037;
        for (var index = 0; index < row.Count; index++)
        {
            var cell = row[index];
            if (cell.Column == except)
                continue;
            hash = Mix(hash, ((ulong)cell.Column << 8) | (ulong)cell.Kind);
            var text = cell.Utf8;
            if (text.IsEmpty)
                hash = Mix(hash, BitConverter.DoubleToUInt64Bits(cell.Number));
            hash = Mix(hash, (ulong)text.Length);
            for (; text.Length >= sizeof(ulong); text = text[sizeof(ulong)..])
                hash = Mix(hash, MemoryMarshal.Read<ulong>(text));
            ulong rest = 0;
            foreach (var letter in text)
                rest = (rest << 8) | letter;
            hash = Mix(hash, rest);
        }
        return hash;

        static ulong Mix(ulong hash, ulong more) => BitOperations.RotateLeft((hash ^ more) * 0x9E3779B97F4A7C15, 29);
    }
}
