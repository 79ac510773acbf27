using Mlj.OpenXml;
using Mlj.Values;

namespace Mlj.Sources.Xlsx;

/// <summary>An opened workbook. Styles and shared strings are read when the first sheet is, and kept.</summary>
internal sealed class XlsxBook : ISourceBook
{
    private readonly string _file;
    private readonly PackageReader _package;
    private readonly WorkbookPart _workbook;
    private readonly SourceLimits _limits;
    private CellFormat[]? _formats;
    private SharedStrings? _sharedStrings;
    private XlsxSheetReader? _reader;
    private bool _isDisposed;

    public XlsxBook(string file, PackageReader package, WorkbookPart workbook, SourceLimits limits)
    {
        _file = file;
        _package = package;
        _workbook = workbook;
        _limits = limits;
        Sheets = workbook.Sheets.ConvertAll(sheet => sheet.Heading);
    }

    public IReadOnlyList<SheetHeading> Sheets { get; }

    public IReadOnlyList<Note> Notes => _workbook.Notes;

    public ISheetReader OpenSheet(int index)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Sheets.Count);
        _reader?.Dispose();
        var (heading, part) = _workbook.Sheets[index];
        if (part is null)
            throw SourceErrors.MissingPart(_file, $"the content of the sheet '{heading.Name}'");
        try
        {
            _formats ??= StylesPart.Read(_package, _workbook.Styles, _workbook.Is1904);
            _sharedStrings ??= SharedStrings.Read(_file, _package, _workbook.SharedStrings, _limits);
        }
        catch (PackageException fault)
        {
            throw SourceErrors.Package(new Place(_file), fault);
        }
        var place = new Place(_file, heading.Name);
        try
        {
            return _reader = new XlsxSheetReader(place, _package.Scan(part), _formats, _sharedStrings, _limits, _package.Cancellation);
        }
        catch (PackageException fault)
        {
            throw SourceErrors.Package(place, fault);
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        _reader?.Dispose();
        _package.Dispose();
    }
}
