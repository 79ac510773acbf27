namespace Mlj.Exports;

/// <summary>A kind of file that results are handed back in. Implementations are stateless and safe to share between threads.</summary>
public interface IExportFormat
{
    /// <summary>The format's short name: <c>xlsx</c>.</summary>
    string Name { get; }

    /// <summary>The extensions of its files with the dot, the usual one first.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>
    /// Writes a book. A format without sheets writes the main sheet alone. Equal books give equal bytes, whatever the culture; a text that other
    /// programs might take for a formula stays a text.
    /// </summary>
    /// <param name="book">What to write.</param>
    /// <param name="stream">Where to; need not be seekable, is not closed.</param>
    /// <param name="cancellation">Asked between rows.</param>
    /// <exception cref="ExportException">The book passes a limit of the format; what the stream has received until then is no file.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled; the same holds for the stream.</exception>
    void Write(ExportBook book, Stream stream, CancellationToken cancellation = default);
}
