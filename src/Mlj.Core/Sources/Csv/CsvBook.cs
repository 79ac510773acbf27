using Mlj.Values;

namespace Mlj.Sources.Csv;

/// <summary>A text file as a book of one sheet. It keeps nothing open between readings.</summary>
internal sealed class CsvBook : ISourceBook
{
    private readonly SourceFile _file;
    private readonly SourceLimits _limits;
    private readonly CsvEncoding _encoding;
    private readonly CsvDialect _dialect;
    private readonly CancellationToken _cancellation;
    private CsvSheetReader? _reader;
    private bool _isDisposed;

    public CsvBook(SourceFile file, SourceLimits limits, CsvEncoding encoding, CsvDialect dialect, CancellationToken cancellation)
    {
        _file = file;
        _limits = limits;
        _encoding = encoding;
        _dialect = dialect;
        _cancellation = cancellation;
        Sheets = [new SheetHeading(file.Name)];
        Notes = (encoding.Guess, encoding.Language) switch
        {
            (null, _) => [],
            ({ } guess, null) => [new Note(NoteLevel.Information, "encoding_guessed", $"encoding guessed: {guess}", new Place(file.Name))],
            ({ } guess, { } language) => [new Note(NoteLevel.Review, "encoding_guessed",
                $"encoding guessed: {guess}, by the letters of its words, which are {language}. Where names look odd, save the file as CSV UTF-8.", new Place(file.Name))],
        };
    }

    public IReadOnlyList<SheetHeading> Sheets { get; }

    public IReadOnlyList<Note> Notes { get; }

    public ISheetReader OpenSheet(int index)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        ArgumentOutOfRangeException.ThrowIfNotEqual(index, 0);
        _reader?.Dispose();
        return _reader = new CsvSheetReader(_file, _limits, _encoding, _dialect, _cancellation);
    }

    public void Dispose()
    {
        _isDisposed = true;
        _reader?.Dispose();
    }
}
