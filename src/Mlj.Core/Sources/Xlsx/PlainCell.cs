using System.Runtime.CompilerServices;

namespace Mlj.Sources.Xlsx;

/// <summary>
/// A cell that is written as nearly all are: <c>&lt;c r="B2" s="1" t="s"&gt;&lt;v&gt;7&lt;/v&gt;&lt;/c&gt;</c> and its like, nothing between
/// and nothing else within. What is taken here is well-formed beyond doubt and means the same to any reader; everything else is left to
/// the scanner, which reads all of XML.
/// </summary>
internal struct PlainCell
{
    /// <summary>The column; 0 when the cell does not say.</summary>
    public int Column;

    /// <summary>The number of the style; 0 when the cell names none.</summary>
    public int Style;

    public CellType Type;

    /// <summary>The value of a number or a boolean.</summary>
    public double Number;

    /// <summary>The number of a shared text, or where a text of its own begins.</summary>
    public int Start;

    /// <summary>The bytes of a text of its own.</summary>
    public int Length;

    /// <summary>Whether there is a value at all.</summary>
    public bool HasValue;

    /// <summary>Takes the cell at a place.</summary>
    /// <param name="bytes">The first of the bytes.</param>
    /// <param name="at">The place; moved behind the cell, without meaning when there is none.</param>
    /// <param name="row">How references end in this row.</param>
    /// <param name="cell">The cell.</param>
    /// <returns>False when the cell must be read by the scanner.</returns>
    public static bool TryTake(ref byte bytes, ref int at, RowReference row, out PlainCell cell)
    {
        Unsafe.SkipInit(out cell);
        var place = at;
        if (!Ahead.Is(ref bytes, place, "<c"u8))
            return false;
        place += 2;
        cell.Column = 0;
        if (Ahead.Is(ref bytes, place, " r=\""u8))
        {
            place += 4;
            if (!TryTakeColumn(ref bytes, ref place, out cell.Column) || !row.Matches(Ahead.EightBytes(ref bytes, place)))
                return false;
            place += row.Length;
        }
        if (!TryTakeStyleAndType(ref bytes, ref place, out cell.Style, out cell.Type))
            return false;
        cell.HasValue = Ahead.At(ref bytes, place) == '>';
        if (!cell.HasValue)
        {
            at = place + 2;
            return Ahead.Is(ref bytes, place, "/>"u8);
        }
        at = place + 1;
        return cell.Type == CellType.InlineText ? TryTakeInlineText(ref bytes, ref at, ref cell) : TryTakeValue(ref bytes, ref at, ref cell);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryTakeColumn(ref byte bytes, ref int at, out int column)
    {
        column = 0;
        uint letter;
        var last = at + 3;
        while ((letter = Ahead.At(ref bytes, at) - (uint)'A') < 26 && at < last)
        {
            column = column * 26 + (int)letter + 1;
            at++;
        }
        return column > 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryTakeStyleAndType(ref byte bytes, ref int at, out int style, out CellType type)
    {
        style = 0;
        type = CellType.Number;
        var hasStyle = Ahead.Is(ref bytes, at, " s=\""u8);
        if (hasStyle && !TryTakeStyle(ref bytes, ref at, out style))
            return false;
        if (!Ahead.Is(ref bytes, at, " t=\""u8))
            return true;
        at += 4;
        if (!TryTakeType(ref bytes, ref at, out type))
            return false;
        return hasStyle || !Ahead.Is(ref bytes, at, " s=\""u8) || TryTakeStyle(ref bytes, ref at, out style);
    }

    private static bool TryTakeStyle(ref byte bytes, ref int at, out int style) =>
        TryTakeDigits(ref bytes, at + 4, out at, out style) && Ahead.At(ref bytes, at++) == '"';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryTakeType(ref byte bytes, ref int at, out CellType type)
    {
        type = Ahead.At(ref bytes, at) switch
        {
            (byte)'s' => CellType.SharedText,
            (byte)'n' => CellType.Number,
            (byte)'b' => CellType.Boolean,
            _ => CellType.InlineText,
        };
        if (Ahead.At(ref bytes, at + 1) == '"')
        {
            at += 2;
            return type != CellType.InlineText;
        }
        if (Ahead.Is(ref bytes, at, "inlineStr\""u8))
        {
            at += 10;
            return true;
        }
        type = CellType.Text;
        at += 4;
        return Ahead.Is(ref bytes, at - 4, "str\""u8);
    }

    private static bool TryTakeValue(ref byte bytes, ref int at, ref PlainCell cell)
    {
        if (!Ahead.Is(ref bytes, at, "<v>"u8))
            return false;
        at += 3;
        bool isRight;
        switch (cell.Type)
        {
            case CellType.Number:
                isRight = PlainNumber.TryTake(ref bytes, ref at, out cell.Number);
                break;
            case CellType.SharedText:
                isRight = TryTakeDigits(ref bytes, at, out at, out cell.Start);
                break;
            case CellType.Boolean:
                cell.Number = Ahead.At(ref bytes, at) - '0';
                isRight = Ahead.At(ref bytes, at++) is (byte)'0' or (byte)'1';
                break;
            default:
                isRight = TryTakeText(ref bytes, ref at, ref cell);
                break;
        }
        at += 8;
        return isRight && Ahead.Is(ref bytes, at - 8, "</v></c>"u8);
    }

    private static bool TryTakeInlineText(ref byte bytes, ref int at, ref PlainCell cell)
    {
        if (Ahead.Is(ref bytes, at, "<is><t>"u8))
            at += 7;
        else if (Ahead.Is(ref bytes, at, "<is><t xml:space"u8) && Ahead.Is(ref bytes, at + 16, "=\"preserve\">"u8))
            at += 28;
        else
            return false;
        if (!TryTakeText(ref bytes, ref at, ref cell))
            return false;
        at += 13;
        return Ahead.Is(ref bytes, at - 13, "</t></is></c>"u8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryTakeText(ref byte bytes, ref int at, ref PlainCell cell)
    {
        cell.Start = at;
        at = Ahead.EndOfPlainText(ref bytes, at);
        cell.Length = at - cell.Start;
        return at >= 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryTakeDigits(ref byte bytes, int from, out int at, out int number)
    {
        number = 0;
        at = from;
        uint digit;
        while ((digit = Ahead.At(ref bytes, at) - (uint)'0') <= 9 && at < from + 9)
        {
            number = number * 10 + (int)digit;
            at++;
        }
        return at > from;
    }
}
