namespace Mlj.Exports.Xlsx;

/// <summary>
/// A workbook for Excel, LibreOffice and their like: each sheet a table with a filter, its heading in view and repeated in print, numbers as
/// numbers, text as text. Equal books give equal bytes. Stateless and safe to share between threads.
/// </summary>
/// <remarks>
/// A sheet is written row by row and costs no memory for its rows. Numbers are kept as doubles, as every workbook does. A number that
/// rounding would show on the wrong side of one of its column's boundaries is shown with as many more digits as it takes, up to the 15 that
/// spreadsheet programs have. Text keeps the characters that XML lacks; only a lone surrogate becomes U+FFFD. A sheet
/// with a heading over 255 characters, or with two headings that differ in case only, has a plain filter in place of a table, which could
/// not have such headings.
/// </remarks>
public sealed class XlsxExport : IExportFormat
{
    /// <inheritdoc />
    public string Name => "xlsx";

    /// <inheritdoc />
    public IReadOnlyList<string> Extensions { get; } = [".xlsx"];

    /// <inheritdoc />
    /// <exception cref="ExportException">A sheet has more rows or columns, or a cell more text, than a workbook holds.</exception>
    public void Write(ExportBook book, Stream stream, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(stream);
        cancellation.ThrowIfCancellationRequested();
        new WorkbookWriter(book).Write(stream, cancellation);
    }
}
