using System.Text;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Exports.Xlsx;

/// <summary>How a column stands in a sheet: its letters, its width, and the style indexes of its cells.</summary>
internal sealed class ColumnLayout
{
    private const int Narrowest = 8;
    private const int Widest = 60;
    private const int WidestHeading = 24;
    private const int RowsLookedAt = 200;
    private const int Padding = 2;
    private const int FilterButton = 3;

    private readonly StyleSheet _styles;
    private readonly CellLook _look;
    private readonly int[] _numberStyles = new int[30];

    private ColumnLayout(Table table, int index, StyleSheet styles)
    {
        _styles = styles;
        Column = table.Columns[index];
        Letters = Encoding.ASCII.GetBytes(Place.ColumnLetters(index + 1));
        _look = LookOf(Column);
        var content = 0;
        var hasLines = false;
        for (var row = 0; row < Math.Min(table.RowCount, RowsLookedAt); row++)
        {
            var shown = Column.Show(table.Order[row]);
            content = Math.Max(content, TextWidth.Of(shown));
            hasLines |= shown.Contains('\n', StringComparison.Ordinal);
        }
        var heading = TextWidth.Of(Column.Name) * 11 / 10 + FilterButton;
        Width = Math.Clamp(Math.Max(content, Math.Min(heading, WidestHeading)) + Padding, Narrowest, Widest);
        Wraps = Column.Kind == ColumnKind.Text && (hasLines || content + Padding > Widest);
        HeadingLines = Math.Max((heading + Width - 1) / Width, TextWidth.Lines(Column.Name, Width));
        MissingStyle = styles.IndexOf(new CellFormat(_look));
    }

    /// <summary>The column.</summary>
    public Column Column { get; }

    /// <summary>The column's letters, as cell references begin.</summary>
    public byte[] Letters { get; }

    /// <summary>The width in digits.</summary>
    public int Width { get; }

    /// <summary>The lines that the heading takes at this width.</summary>
    public int HeadingLines { get; }

    /// <summary>Whether the column's text goes on in the next line of the cell; that of columns with long or broken lines does.</summary>
    public bool Wraps { get; }

    /// <summary>The style of an empty cell, which keeps the column's colour.</summary>
    public int MissingStyle { get; }

    /// <summary>The layouts of a table's columns from left to right.</summary>
    public static ColumnLayout[] Of(Table table, StyleSheet styles)
    {
        var layouts = new ColumnLayout[table.Columns.Count];
        for (var index = 0; index < layouts.Length; index++)
            layouts[index] = new(table, index, styles);
        return layouts;
    }

    /// <summary>The lines that a stored cell takes.</summary>
    public int Lines(int stored) => Wraps && Column[stored].Text is { } text ? TextWidth.Lines(text, Width - Padding) : 1;

    /// <summary>The style of a text cell.</summary>
    public int StyleOf(string text) =>
        _styles.IndexOf(new CellFormat(Column.Role == ColumnRole.Status ? CellLook.ForVerdict(text) : _look, CellFormat.Text, Wraps));

    /// <summary>The style of a number cell with so many decimals, or of one that the program shows as it finds it.</summary>
    public int StyleOf(int? decimals)
    {
        // Zero, which is no other format's index but the workbook's default, means not asked for yet.
        ref var style = ref _numberStyles[decimals is { } digits ? digits + 1 : 0];
        if (style == 0)
            style = _styles.IndexOf(new CellFormat(_look, decimals is { } needed ? CellFormat.Decimals(needed) : CellFormat.General));
        return style;
    }

    private static CellLook LookOf(Column column) => column.Role switch
    {
        ColumnRole.Score when column.Test is >= 1 and var test => CellLook.ForTest(test),
        ColumnRole.Assignment => CellLook.Assignment,
        ColumnRole.Average => CellLook.Average,
        ColumnRole.Status => CellLook.Verdict,
        _ => CellLook.Plain,
    };
}
