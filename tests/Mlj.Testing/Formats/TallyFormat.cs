using System.Globalization;
using System.Text;
using Mlj.Sources;
using Mlj.Values;

namespace Mlj.Testing.Formats;

/// <summary>
/// A kind of file that the library does not know, read as any program could that uses it: a line a row, cells between bars, numbers behind a
/// number sign; what a backslash stands before is a character of the cell.
/// </summary>
public sealed class TallyFormat : ISourceFormat
{
    internal const string Mark = "%TLY1";

    public string Name => "tally";

    public bool Recognises(ReadOnlySpan<byte> start) => start.StartsWith("%TLY"u8);

    public ISourceBook Open(SourceFile file, SourceLimits limits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        cancellation.ThrowIfCancellationRequested();
        var where = new Place(file.Name);
        var stream = file.Open();
        try
        {
            if (stream.Length > limits.MaxFileBytes)
                throw Refuse("limit_file", "The file is too large.", where);
            if (stream.Length == 0)
                throw Refuse("empty_file", "The file is empty.", where);
            using var reader = new StreamReader(stream, leaveOpen: true);
            return reader.ReadLine() == Mark ? new Book(stream, where, limits, cancellation) : throw Refuse("bad_tally", $"It does not begin with {Mark}.", where);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static SourceException Refuse(string code, string what, Place where) => new(new Problem(code, what, where, "Write the file again."));

    private sealed class Book(Stream stream, Place where, SourceLimits limits, CancellationToken cancellation) : ISourceBook
    {
        private bool _isDisposed;
        private Reader? _reader;

        // A format without sheets calls its one as the file.
        public IReadOnlyList<SheetHeading> Sheets { get; } = [new SheetHeading(where.File)];

        public IReadOnlyList<Note> Notes => [];

        public ISheetReader OpenSheet(int index)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            ArgumentOutOfRangeException.ThrowIfNotEqual(index, 0);
            _reader?.Dispose();
            stream.Position = 0;
            return _reader = new Reader(new StreamReader(stream, leaveOpen: true), where, limits, cancellation);
        }

        public void Dispose()
        {
            _isDisposed = true;
            _reader?.Dispose();
            stream.Dispose();
        }
    }

    private sealed class Reader(StreamReader lines, Place where, SourceLimits limits, CancellationToken cancellation) : ISheetReader
    {
        private int _number = -1;
        private bool _isDisposed;

        public SheetRow Row { get; } = new();

        public bool Read()
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            cancellation.ThrowIfCancellationRequested();
            while (lines.ReadLine() is { } line)
            {
                if (++_number == 0)
                    continue;
                Row.Begin(_number);
                Fill(line, where with { Row = _number });
                if (Row.Count == 0)
                    continue;
                return _number <= limits.MaxRows ? true : throw Refuse("limit_rows", "There are too many rows.", where with { Row = _number });
            }
            return false;
        }

        public void Dispose()
        {
            _isDisposed = true;
            lines.Dispose();
        }

        private void Fill(string line, Place place)
        {
            var (cell, column, isNumber) = (new StringBuilder(), 1, false);
            for (var index = 0; index <= line.Length; index++)
            {
                if (index == line.Length || line[index] == '|')
                {
                    Add();
                    (column, isNumber) = (column + 1, false);
                    cell.Clear();
                }
                else if (line[index] == '#' && cell.Length == 0 && !isNumber)
                    isNumber = true;
                else if (line[index] == '\\')
                    cell.Append(++index < line.Length && line[index] is 'n' or '|' or '#' or '\\' ? line[index] == 'n' ? '\n' : line[index] : throw Refuse("bad_tally", "A backslash stands before nothing.", place));
                else
                    cell.Append(line[index]);
            }

            void Add()
            {
                if (cell.Length == 0)
                    return;
                if (column > limits.MaxColumns)
                    throw Refuse("limit_columns", "There are too many columns.", place);
                if (cell.Length > limits.MaxCellCharacters)
                    throw Refuse("limit_text", "The cell is too long.", place with { Column = column });
                if (!isNumber)
                    Row.AddText(column, CellKind.Text, cell.ToString());
                else if (double.TryParse(cell.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                    Row.AddNumber(column, CellKind.Number, number, CellFormat.General);
                else
                    throw Refuse("bad_tally", $"'{cell}' is no number.", place with { Column = column });
            }
        }
    }
}
