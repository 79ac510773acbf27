namespace Mlj.Sources;

/// <summary>The formats that are read, in the order in which they are asked. Immutable, safe to share between threads.</summary>
public sealed class SourceFormats
{
    private const int StartLength = 4096;

    /// <summary>Makes a list of formats.</summary>
    /// <param name="formats">The formats; the first that recognises a file reads it.</param>
    /// <exception cref="ArgumentException">A format is null.</exception>
    public SourceFormats(IEnumerable<ISourceFormat> formats)
    {
        ArgumentNullException.ThrowIfNull(formats);
        Formats = [.. formats];
        if (Formats.Contains(null!))
            throw new ArgumentException("One of the formats is null.", nameof(formats));
    }

    /// <summary>What this package reads: xlsx (also xlsm, whose macros are ignored) and csv.</summary>
    public static SourceFormats Default { get; } = new([new Xlsx.XlsxFormat(), new Csv.CsvFormat()]);

    /// <summary>The formats in the order in which they are asked.</summary>
    public IReadOnlyList<ISourceFormat> Formats { get; }

    /// <summary>The same formats with another one in front of them, which is asked first.</summary>
    /// <param name="format">The other one. The csv of this library takes any text, so a format of texts must be asked before it.</param>
    public SourceFormats With(ISourceFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        return new SourceFormats([format, .. Formats]);
    }

    /// <summary>Opens a file by what its first bytes say; its name decides nothing.</summary>
    /// <param name="file">The file.</param>
    /// <param name="limits">What is too much; null means <see cref="SourceLimits.Default"/>.</param>
    /// <param name="cancellation">Asked between rows and parts of the file, also while sheets are read later.</param>
    /// <exception cref="SourceException">
    /// The file is empty, too large, damaged, protected, or of a format that is not read; the problem names the format where it is known.
    /// </exception>
    public ISourceBook Open(SourceFile file, SourceLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        limits ??= SourceLimits.Default;
        cancellation.ThrowIfCancellationRequested();
        var start = ReadStart(file, limits);
        foreach (var format in Formats)
            if (format.Recognises(start))
                return format.Open(file, limits, cancellation);
        throw Refuse(file, start);
    }

    private static byte[] ReadStart(SourceFile file, SourceLimits limits)
    {
        using var stream = file.OpenUnwatched();
        try
        {
            if (stream.Length > limits.MaxFileBytes)
                throw SourceErrors.TooLarge(file.Name, limits.MaxFileBytes);
            var start = new byte[(int)Math.Min(StartLength, stream.Length)];
            stream.ReadExactly(start);
            return start.Length == 0 ? throw SourceErrors.Empty(file.Name) : start;
        }
        catch (IOException error)
        {
            throw SourceErrors.CannotRead(file.Name, error);
        }
    }

    private static SourceException Refuse(SourceFile file, ReadOnlySpan<byte> start)
    {
        if (!Signatures.IsCompoundFile(start))
            return Signatures.Describe(start) is { } kind ? SourceErrors.WrongFormat(file.Name, kind) : SourceErrors.UnknownFormat(file.Name);
        try
        {
            using var stream = file.Open();
            return Signatures.HasStream(stream, "EncryptedPackage")
                ? SourceErrors.Encrypted(file.Name)
                : SourceErrors.WrongFormat(file.Name, "an old Excel workbook (xls) or another old Office document");
        }
        catch (IOException error)
        {
            return SourceErrors.CannotRead(file.Name, error);
        }
    }
}
