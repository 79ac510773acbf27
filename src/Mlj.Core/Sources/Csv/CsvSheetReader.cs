using System.Text;
using CsvHelper;
using Mlj.Values;

namespace Mlj.Sources.Csv;

/// <summary>Reads the rows of a text file. A row's number is that of its record, blank ones counted, as spreadsheet programs show it.</summary>
internal sealed class CsvSheetReader : ISheetReader
{
    // A record longer than this is a quotation mark that nobody closed.
    private const int MaxRecordBytes = 16 << 20;

    private readonly Place _place;
    private readonly SourceLimits _limits;
    private readonly CancellationToken _cancellation;
    private readonly CsvReaderOptions _options;
    private readonly CsvText _text;
    private readonly CsvReader _reader;
    private int[] _allColumns = [];
    private int[] _columns = [];
    private int _record;

    public CsvSheetReader(SourceFile file, SourceLimits limits, CsvEncoding encoding, CsvDialect dialect, CancellationToken cancellation)
    {
        _place = new Place(file.Name);
        _limits = limits;
        _cancellation = cancellation;
        _options = new CsvReaderOptions
        {
            Separator = dialect.Delimiter,
            HasHeader = false,
            SkipEmptyLines = false,
            MaxRecordSize = MaxRecordBytes,
            // The first line that names a separator is left out already; one more like it is a row.
            DetectSeparatorHint = false,
        };
        // The parser asks for the length of a record only when it needs more of the text, so a text in memory must not be longer than a record may be.
        if (file.Memory is { } bytes && encoding.TextOf(bytes) is { } memory && memory.Count <= MaxRecordBytes)
        {
            (_text, _reader) = CsvText.OfMemory(memory[dialect.SkippedBytes..], _options);
            return;
        }
        _text = new CsvText(encoding.OpenText(file));
        try
        {
            _text.ReadExactly(new byte[dialect.SkippedBytes]);
            _reader = CsvReader.Create(_text, _options);
        }
        catch (IOException error)
        {
            _text.Dispose();
            throw SourceErrors.CannotOpen(file.Name, error);
        }
    }

    public SheetRow Row { get; } = new();

    public bool Read()
    {
        while (ReadRecord())
        {
            if (!TryShowFields())
                CopyFields();
            if (Row.Count > 0)
                return true;
        }
        return false;
    }

    public void Dispose()
    {
        // The cells may lie in the parser's buffer, which goes back to a pool.
        Row.Begin(_record);
        _reader.Dispose();
    }

    private bool ReadRecord()
    {
        _cancellation.ThrowIfCancellationRequested();
        try
        {
            if (!_reader.Read())
            {
                Row.Begin(_record);
                return false;
            }
        }
        catch (CsvFormatException error)
        {
            throw SourceErrors.BadCsv(_place with { Row = _record + 1 }, "The row is longer than 16 MB, as after a quotation mark that is not closed", error);
        }
        catch (IOException error)
        {
            throw SourceErrors.CannotOpen(_place.File, error);
        }
        _record++;
        return true;
    }

    /// <summary>Gives the row its cells as the parser has them.</summary>
    /// <returns>False when the record must be looked at more closely: when it may pass a limit, has a NUL, or may end within quotation marks.</returns>
    private bool TryShowFields()
    {
        var fields = _reader.FieldCount;
        var record = _reader.RawRecord;
        if (_record > _limits.MaxRows || fields > _limits.MaxColumns || record.Length > _limits.MaxCellCharacters)
            return false;
        if (fields > _allColumns.Length)
        {
            _allColumns = [.. Enumerable.Range(1, Math.Max(fields, 32))];
            _columns = new int[_allColumns.Length];
        }
        if (RecordText.IsFull(record, (byte)_options.Separator!, out var isQuoted))
        {
            if (isQuoted && IsLast(record))
                return false;
            Row.BeginRecord(_record, _reader, _allColumns, fields);
            return true;
        }
        if (record.Contains((byte)0) || (record.Contains((byte)'"') && IsLast(record)))
            return false;
        Row.BeginRecord(_record, _reader, _columns, FindCells());
        return true;
    }

    /// <summary>Finds the columns of the fields that are not empty.</summary>
    /// <returns>How many there are.</returns>
    private int FindCells()
    {
        var count = 0;
        for (var index = 0; index < _reader.FieldCount; index++)
            if (!_reader.GetSpan(index).IsEmpty)
                _columns[count++] = index + 1;
        return count;
    }

    /// <summary>Copies the cells, and looks at each of them.</summary>
    private void CopyFields()
    {
        var place = _place with { Row = _record };
        if (EndsWithinQuotes(_reader.RawRecord))
            throw SourceErrors.BadCsv(place, "A quotation mark in this row is not closed before the end of the file");
        if (_record > _limits.MaxRows)
            throw SourceErrors.TooManyRows(place, _limits.MaxRows);
        if (_reader.FieldCount > _limits.MaxColumns)
            throw SourceErrors.TooManyColumns(place, _limits.MaxColumns);
        Row.Begin(_record);
        for (var index = 0; index < _reader.FieldCount; index++)
            AddCell(index + 1, _reader.GetSpan(index));
    }

    private void AddCell(int column, ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return;
        if (utf8.Contains((byte)0))
            throw SourceErrors.BadCsv(_place with { Row = _record, Column = column }, "The cell has a NUL character, which no text has");
        if (utf8.Length > _limits.MaxCellCharacters && Encoding.UTF8.GetCharCount(utf8) > _limits.MaxCellCharacters)
            throw SourceErrors.TextTooLong(_place with { Row = _record, Column = column }, _limits.MaxCellCharacters);
        Row.AddText(column, CellKind.Text, utf8);
    }

    // Only the last record can. To have the parser report it of all records costs more than to parse the last one twice.
    private bool EndsWithinQuotes(ReadOnlySpan<byte> record)
    {
        if (!IsLast(record) || !record.Contains((byte)'"'))
            return false;
        var isOpen = false;
        // The line in front keeps the parser from taking the record's first bytes for a mark of the encoding.
        using var again = CsvReader.Create((byte[])[(byte)'\n', .. record], _options with
        {
            OnMalformedRecord = malformed => isOpen |= malformed.Reason == CsvMalformedReason.UnterminatedQuote,
        });
        while (again.Read())
        {
        }
        return isOpen;
    }

    // Also true of a record that is not where it should be, once the text has ended.
    private bool IsLast(ReadOnlySpan<byte> record) =>
        _text.End != int.MaxValue && (!_text.Buffer.AsSpan().Overlaps(record, out var start) || start + record.Length == _text.End);
}
