using System.Globalization;
using System.Text;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Exports.Xlsx;

/// <summary>How a column stands in a sheet: its width, and the prepared pieces of XML around what its cells hold.</summary>
internal sealed class ColumnLayout
{
    private const int Narrowest = 8;
    private const int Widest = 60;
    private const int WidestHeading = 24;
    private const int WidestOfAPage = 40;
    private const int WidestHeadingOfAPage = 14;
    private const int RowsLookedAt = 200;
    private const int Padding = 2;
    private const int FilterButton = 3;

    private readonly StyleSheet _styles;
    private readonly CellLook _look;
    private readonly Dictionary<CellLook, byte[]> _textStarts = new(ReferenceEqualityComparer.Instance);
    private string? _lastVerdict;
    private byte[]? _lastStart;
    private readonly byte[]?[] _numberStarts = new byte[]?[NumberCell.MaxDecimals + 2];

    private ColumnLayout(Table table, int index, StyleSheet styles, bool isOnAPage)
    {
        _styles = styles;
        Column = table.Columns[index];
        CellStart = Encoding.ASCII.GetBytes($"<c r=\"{Place.ColumnLetters(index + 1)}");
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
        var (widest, widestHeading) = isOnAPage ? (WidestOfAPage, WidestHeadingOfAPage) : (Widest, WidestHeading);
        Width = Math.Clamp(Math.Max(content, Math.Min(heading, widestHeading)) + Padding, Narrowest, widest);
        Wraps = Column.Kind == ColumnKind.Text && (hasLines || content + Padding > widest);
        MissingCell = Styled(styles.IndexOf(new CellFormat(_look)), "\"/>");
    }

    /// <summary>The column.</summary>
    public Column Column { get; }

    /// <summary>How the column's cells begin, up to the row's number.</summary>
    public byte[] CellStart { get; }

    /// <summary>How a cell goes on behind the row's number and ends when it is empty; it keeps the column's colour.</summary>
    public byte[] MissingCell { get; }

    /// <summary>The width in digits, which may be set to a wider column's of another section on the sheet.</summary>
    public int Width { get; set; }

    /// <summary>The lines that the heading takes at this width.</summary>
    public int HeadingLines => Math.Max((TextWidth.Of(Column.Name) * 11 / 10 + FilterButton + Width - 1) / Width, TextWidth.Lines(Column.Name, Width));

    /// <summary>Whether the column's text goes on in the next line of the cell; that of columns with long or broken lines does.</summary>
    public bool Wraps { get; }

    /// <summary>The layouts of a table's columns from left to right.</summary>
    /// <param name="table">The table.</param>
    /// <param name="styles">Where the cells' styles are collected.</param>
    /// <param name="isOnAPage">Whether the sheet is one to read, where columns are narrower and text goes on in the next line sooner.</param>
    public static ColumnLayout[] Of(Table table, StyleSheet styles, bool isOnAPage)
    {
        var layouts = new ColumnLayout[table.Columns.Count];
        for (var index = 0; index < layouts.Length; index++)
            layouts[index] = new(table, index, styles, isOnAPage);
        return layouts;
    }

    /// <summary>The lines that a stored cell takes.</summary>
    public int Lines(int stored) => Wraps && Column[stored].Text is { } text ? TextWidth.Lines(text, Width - Padding) : 1;

    /// <summary>How a cell with this text goes on behind the row's number, up to the last letter of the text's own tag.</summary>
    public byte[] TextStart(string text)
    {
        // One text follows another that looks alike, but for verdicts, of which there are few.
        if (_lastStart is { } last && (Column.Role != ColumnRole.Status || ReferenceEquals(text, _lastVerdict)))
            return last;
        var look = Column.Role == ColumnRole.Status ? CellLook.ForVerdict(text) : _look;
        if (!_textStarts.TryGetValue(look, out var start))
            _textStarts.Add(look, start = TextStartIn(_styles.IndexOf(new CellFormat(look, CellFormat.Text, Wraps))));
        (_lastVerdict, _lastStart) = (text, start);
        return start;
    }

    /// <summary>As <see cref="TextStart"/>, in a given style.</summary>
    public static byte[] TextStartIn(int style) => Styled(style, "\" t=\"inlineStr\"><is><t");

    /// <summary>The index of the style of a formula's cell, by what the formula gives.</summary>
    /// <param name="text">The text that it gives; null for another value.</param>
    /// <param name="decimals">The decimals of the number that it gives, as <see cref="NumberStart"/>.</param>
    public int StyleOf(string? text, int? decimals) => _styles.IndexOf(
        Column.Kind == ColumnKind.Text ? new CellFormat(Column.Role == ColumnRole.Status && text is not null ? CellLook.ForVerdict(text) : _look, Wrap: Wraps) { IsForText = true }
        : new CellFormat(_look, decimals is { } needed ? CellFormat.Decimals(needed) : CellFormat.General));

    /// <summary>How a number with so many decimals, or one that the program shows as it finds it, goes on behind the row's number, up to its digits.</summary>
    public byte[] NumberStart(int? decimals) => _numberStarts[decimals is { } digits ? digits + 1 : 0]
        ??= Styled(_styles.IndexOf(new CellFormat(_look, decimals is { } needed ? CellFormat.Decimals(needed) : CellFormat.General)), "\"><v>");

    private static byte[] Styled(int style, string end) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\" s=\"{style}{end}"));

    private static CellLook LookOf(Column column) => column.Role switch
    {
        ColumnRole.Score when column.Test is >= 1 and var test => CellLook.ForTest(test),
        ColumnRole.Assignment => CellLook.Assignment,
        ColumnRole.Average => CellLook.Average,
        ColumnRole.Status or ColumnRole.Grade => CellLook.Verdict,
        _ => CellLook.Plain,
    };
}
