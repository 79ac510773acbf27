using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;
using CsvHelper;

namespace Mlj.Sources;

/// <summary>
/// One row of a sheet: its number and its cells that are not empty, by ascending column. A reader fills the same object for every row;
/// text stays UTF-8 in buffers until somebody asks for a string.
/// </summary>
public sealed class SheetRow
{
    private Entry[] _entries = new Entry[32];
    private byte[] _text = new byte[1024];
    private int _textLength;
    private int _lastColumn;
    private bool _isDisordered;
    private CsvReader? _record;
    private int[] _columns = [];

    /// <summary>The row as the spreadsheet program counts it, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>How many cells are not empty.</summary>
    public int Count { get; private set; }

    /// <summary>A cell that is not empty.</summary>
    /// <param name="index">Its place among them, from 0; not its column.</param>
    public SheetCell this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return _record is { } record ? FieldAt(record, _columns[index]) : EntryAt(index);
        }
    }

    /// <summary>Finds the cell of a column.</summary>
    /// <param name="column">The column from 1.</param>
    /// <param name="cell">The cell; without meaning when there is none.</param>
    /// <returns>False when the cell is empty.</returns>
    public bool TryGet(int column, out SheetCell cell)
    {
        int low = 0, high = Count - 1;
        // In a row without an empty cell before it, the column says where the cell is.
        for (var middle = Math.Clamp(column - 1, 0, Math.Max(0, high)); low <= high; middle = (low + high) >>> 1)
        {
            var found = _record is not null ? _columns[middle] : _entries[middle].Column;
            if (found == column)
            {
                cell = this[middle];
                return true;
            }
            if (found < column)
                low = middle + 1;
            else
                high = middle - 1;
        }
        cell = default;
        return false;
    }

    /// <summary>For formats: forgets all cells and begins a row.</summary>
    /// <param name="number">The row's number from 1; above that of the row before.</param>
    public void Begin(int number)
    {
        Number = number;
        Count = 0;
        _textLength = 0;
        _isDisordered = false;
        _lastColumn = 0;
        _record = null;
    }

    /// <summary>For text that a parser takes apart: forgets all cells and begins a row that has these, and no others; nothing is copied, or looked at before somebody asks.</summary>
    /// <param name="number">The row's number.</param>
    /// <param name="record">The parser, which must stay at this record until the next row begins.</param>
    /// <param name="columns">The columns of the fields that are cells, ascending, from 1; they too must stay as they are.</param>
    /// <param name="count">How many of the columns are cells.</param>
    internal void BeginRecord(int number, CsvReader record, int[] columns, int count)
    {
        Number = number;
        Count = count;
        // To set a reference is dearer than to compare it.
        if (_record != record)
            _record = record;
        if (_columns != columns)
            _columns = columns;
    }

    /// <summary>
    /// For formats whose files may give cells in any order: puts them in order of their columns. Others need not call it.
    /// </summary>
    /// <returns>The first column that was given twice; null when the row is sound.</returns>
    public int? Complete()
    {
        if (!_isDisordered)
            return null;
        _isDisordered = false;
        _entries.AsSpan(0, Count).Sort((left, right) => left.Column.CompareTo(right.Column));
        for (var index = 1; index < Count; index++)
            if (_entries[index].Column == _entries[index - 1].Column)
                return _entries[index].Column;
        return null;
    }

    /// <summary>For formats: adds a cell with a text of its own, which is copied.</summary>
    /// <param name="column">The column from 1; above that of the cell before, unless <see cref="Complete"/> is called at the end.</param>
    /// <param name="kind">Text, an error or an ISO date.</param>
    /// <param name="utf8">The text, valid UTF-8; an empty text adds no cell.</param>
    public void AddText(int column, CellKind kind, ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return;
        if (_text.Length - _textLength < utf8.Length)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _textLength + utf8.Length));
        utf8.CopyTo(_text.AsSpan(_textLength));
        Add(column, kind).SetText(null, _textLength, utf8.Length);
        _textLength += utf8.Length;
    }

    /// <summary>The same, of a text at the beginning of a buffer that mostly goes on behind it: what is short is copied with what follows, at once.</summary>
    /// <param name="column">The column from 1.</param>
    /// <param name="buffer">The text, and what follows it.</param>
    /// <param name="length">How many bytes the text has.</param>
    internal void AddText(int column, ReadOnlySpan<byte> buffer, int length)
    {
        const int Short = 32;
        var start = _textLength;
        if (length > Short || buffer.Length < Short || _text.Length - start < Short)
        {
            AddText(column, CellKind.Text, buffer[..length]);
            return;
        }
        if (length == 0)
            return;
        Vector256.Create(buffer).CopyTo(_text.AsSpan(start));
        Add(column, CellKind.Text).SetText(null, start, length);
        _textLength = start + length;
    }

    /// <summary>For formats: adds a cell with a text of its own, which is copied.</summary>
    /// <param name="column">The column from 1; above that of the cell before, unless <see cref="Complete"/> is called at the end.</param>
    /// <param name="kind">Text, an error or an ISO date.</param>
    /// <param name="text">The text; an empty one adds no cell, half of a character becomes the replacement character.</param>
    public void AddText(int column, CellKind kind, ReadOnlySpan<char> text)
    {
        var room = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_text.Length - _textLength < room)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _textLength + room));
        var length = Encoding.UTF8.GetBytes(text, _text.AsSpan(_textLength));
        if (length > 0)
            Add(column, kind).SetText(null, _textLength, length);
        _textLength += length;
    }

    /// <summary>For formats: adds a text cell whose bytes are kept elsewhere, such as in a table of shared strings; nothing is copied.</summary>
    /// <param name="column">The column from 1; above that of the cell before, unless <see cref="Complete"/> is called at the end.</param>
    /// <param name="blob">The buffer, which must stay as it is until the next row begins.</param>
    /// <param name="start">Where in it the text begins.</param>
    /// <param name="length">How many bytes of valid UTF-8 it has; 0 adds no cell.</param>
    public void AddSharedText(int column, byte[] blob, int start, int length)
    {
        if (length > 0)
            Add(column, CellKind.Text).SetText(blob, start, length);
    }

    /// <summary>For formats: adds a number or a boolean.</summary>
    /// <param name="column">The column from 1; above that of the cell before, unless <see cref="Complete"/> is called at the end.</param>
    /// <param name="kind">A number, or a boolean.</param>
    /// <param name="number">The number as it is stored: a percentage as its share, a date as its serial number, true as 1.</param>
    /// <param name="format">What the number is shown as; <see cref="CellFormat.General"/> for nothing in particular.</param>
    public void AddNumber(int column, CellKind kind, double number, CellFormat format)
    {
        ref var entry = ref Add(column, kind);
        entry.Number = number;
        // To set a reference is dearer than to compare it.
        if (entry.Format != format)
            entry.Format = format;
        (entry.Foreign, entry.Start, entry.Length) = (null, 0, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static SheetCell FieldAt(CsvReader record, int column) => new(column, CellKind.Text, 0, CellFormat.General, record.GetSpan(column - 1));

    private SheetCell EntryAt(int index)
    {
        ref readonly var entry = ref _entries[index];
        return new SheetCell(entry.Column, entry.Kind, entry.Number, entry.Format ?? CellFormat.General,
            (entry.Foreign ?? _text).AsSpan(entry.Start, entry.Length));
    }

    // The entry holds what an earlier row left in it: whoever asks for it fills it.
    private ref Entry Add(int column, CellKind kind)
    {
        var entries = _entries;
        var count = Count;
        if (count == entries.Length)
        {
            Array.Resize(ref _entries, count * 2);
            entries = _entries;
        }
        _isDisordered |= column <= _lastColumn;
        _lastColumn = column;
        Count = count + 1;
        ref var entry = ref entries[count];
        entry.Column = column;
        entry.Kind = kind;
        return ref entry;
    }

    private struct Entry
    {
        public int Column;
        public CellKind Kind;
        public double Number;
        public CellFormat? Format;
        public byte[]? Foreign;
        public int Start;
        public int Length;

        public void SetText(byte[]? foreign, int start, int length)
        {
            (Number, Format) = (0, null);
            if (Foreign != foreign)
                Foreign = foreign;
            (Start, Length) = (start, length);
        }
    }
}
