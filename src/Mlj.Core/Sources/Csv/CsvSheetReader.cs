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
    private readonly CsvReader _reader;
    private bool _isQuoteOpen;
    private int _record;

    public CsvSheetReader(SourceFile file, SourceLimits limits, CsvEncoding encoding, CsvDialect dialect, CancellationToken cancellation)
    {
        _place = new Place(file.Name);
        _limits = limits;
        _cancellation = cancellation;
        var text = encoding.OpenText(file);
        try
        {
            text.ReadExactly(new byte[dialect.SkippedBytes]);
            _reader = CsvReader.Create(text, new CsvReaderOptions
            {
                Separator = dialect.Delimiter,
                HasHeader = false,
                SkipEmptyLines = false,
                MaxRecordSize = MaxRecordBytes,
                OnMalformedRecord = malformed => _isQuoteOpen |= malformed.Reason == CsvMalformedReason.UnterminatedQuote,
            });
        }
        catch (IOException error)
        {
            text.Dispose();
            throw SourceErrors.CannotOpen(file.Name, error);
        }
    }

    public SheetRow Row { get; } = new();

    public bool Read()
    {
        while (ReadRecord())
        {
            Row.Begin(_record);
            for (var index = 0; index < _reader.FieldCount; index++)
                AddCell(index + 1, _reader.GetSpan(index));
            if (Row.Count > 0)
                return true;
        }
        return false;
    }

    public void Dispose() => _reader.Dispose();

    private bool ReadRecord()
    {
        _cancellation.ThrowIfCancellationRequested();
        try
        {
            if (!_reader.Read())
                return false;
        }
        catch (CsvFormatException error)
        {
            throw SourceErrors.BadCsv(_place with { Row = _record + 1 }, "The row is longer than 16 MB, as after a quotation mark that is not closed", error);
        }
        catch (IOException error)
        {
            throw SourceErrors.CannotOpen(_place.File, error);
        }
        var place = _place with { Row = ++_record };
        if (_isQuoteOpen)
            throw SourceErrors.BadCsv(place, "A quotation mark in this row is not closed before the end of the file");
        if (_record > _limits.MaxRows)
            throw SourceErrors.TooManyRows(place, _limits.MaxRows);
        if (_reader.FieldCount > _limits.MaxColumns)
            throw SourceErrors.TooManyColumns(place, _limits.MaxColumns);
        return true;
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
}
