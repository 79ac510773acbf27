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
    private readonly bool _wraps;
    private readonly int[] _numberStyles = new int[30];

    private ColumnLayout(Table table, int index, StyleSheet styles)
    {
        _styles = styles;
        Column = table.Columns[index];
        Letters = Encoding.ASCII.GetBytes(Place.ColumnLetters(index + 1));
        _look = LookOf(Column);
        var content = 0;
        for (var row = 0; row < Math.Min(table.RowCount, RowsLookedAt); row++)
            content = Math.Max(content, TextWidth.Of(Column.Show(table.Order[row])));
        HeadingWidth = TextWidth.Of(Column.Name) * 11 / 10 + FilterButton;
        Width = Math.Clamp(Math.Max(content, Math.Min(HeadingWidth, WidestHeading)) + Padding, Narrowest, Widest);
        _wraps = Column.Kind == ColumnKind.Text && content + Padding > Widest;
        MissingStyle = styles.IndexOf(new CellFormat(_look));
    }

    /// <summary>The column.</summary>
    public Column Column { get; }

    /// <summary>The column's letters, as cell references begin.</summary>
    public byte[] Letters { get; }

    /// <summary>The width in digits.</summary>
    public int Width { get; }

    /// <summary>The lines that the heading takes at this width.</summary>
    public int HeadingLines => Math.Max((HeadingWidth + Width - 1) / Width, Column.Name.AsSpan().Count('\n') + 1);

    /// <summary>The style of an empty cell, which keeps the column's colour.</summary>
    public int MissingStyle { get; }

    private int HeadingWidth { get; }

    /// <summary>The layouts of a table's columns from left to right.</summary>
    public static ColumnLayout[] Of(Table table, StyleSheet styles)
    {
        var layouts = new ColumnLayout[table.Columns.Count];
        for (var index = 0; index < layouts.Length; index++)
            layouts[index] = new(table, index, styles);
        return layouts;
    }

    /// <summary>The style of a text cell.</summary>
    public int StyleOf(string text) =>
        _styles.IndexOf(new CellFormat(Column.Role == ColumnRole.Status ? CellLook.ForVerdict(text) : _look, CellFormat.Text, _wraps));

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
