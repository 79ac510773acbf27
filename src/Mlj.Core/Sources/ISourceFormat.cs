namespace Mlj.Sources;

/// <summary>A kind of file that holds sheets. Implementations are stateless and safe to share between threads.</summary>
public interface ISourceFormat
{
    /// <summary>The format's short name: <c>xlsx</c>.</summary>
    string Name { get; }

    /// <summary>Whether a file that begins so is of this format. The bytes decide; a file's name can lie.</summary>
    /// <param name="start">The first bytes, up to 4,096; fewer only when the file is shorter.</param>
    bool Recognises(ReadOnlySpan<byte> start);

    /// <summary>Opens a file and lists its sheets, without reading their rows.</summary>
    /// <param name="file">The file.</param>
    /// <param name="limits">What is too much. The format itself counts the bytes of the file, and the rows, columns and characters of cells while they are read.</param>
    /// <param name="cancellation">Asked between rows and parts of the file, also while sheets are read later.</param>
    /// <returns>The opened file, which the caller disposes of; with it goes every stream that was opened.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <exception cref="SourceException">The file is empty or too large, or cannot be read as this format; a <see cref="Values.Problem"/> says which. Another exception ends the whole compilation.</exception>
    ISourceBook Open(SourceFile file, SourceLimits limits, CancellationToken cancellation = default);
}
