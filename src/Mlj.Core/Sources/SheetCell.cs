using System.Text;
using Mlj.Values;

namespace Mlj.Sources;

/// <summary>A cell of the row just read. It looks into the reader's buffers and lives until the next row.</summary>
public readonly ref struct SheetCell
{
    internal SheetCell(int column, CellKind kind, double number, CellFormat format, ReadOnlySpan<byte> utf8)
    {
        Column = column;
        Kind = kind;
        Number = number;
        Format = format;
        Utf8 = utf8;
    }

    /// <summary>The column from 1 (A is 1).</summary>
    public int Column { get; }

    /// <summary>What the cell holds.</summary>
    public CellKind Kind { get; }

    /// <summary>The number, or 1 and 0 for true and false; 0 in a cell of text.</summary>
    public double Number { get; }

    /// <summary>What the number format says; <see cref="CellFormat.General"/> for text.</summary>
    public CellFormat Format { get; }

    /// <summary>The text as UTF-8; empty for numbers and booleans.</summary>
    public ReadOnlySpan<byte> Utf8 { get; }

    /// <summary>The text; a number as its shortest text that round-trips; <c>TRUE</c> or <c>FALSE</c>.</summary>
    public string GetText() => Kind switch
    {
        CellKind.Number => NumberText.RoundTrip(Number),
        CellKind.Boolean => Number == 0 ? "FALSE" : "TRUE",
        _ => Encoding.UTF8.GetString(Utf8),
    };
}
