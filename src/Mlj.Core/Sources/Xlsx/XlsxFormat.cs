using Mlj.OpenXml;
using Mlj.Values;

namespace Mlj.Sources.Xlsx;

/// <summary>Workbooks of the Open XML kind, with or without macros, which are ignored.</summary>
internal sealed class XlsxFormat : ISourceFormat
{
    public string Name => "xlsx";

    public bool Recognises(ReadOnlySpan<byte> start) => Signatures.IsZip(start);

    public ISourceBook Open(SourceFile file, SourceLimits limits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        cancellation.ThrowIfCancellationRequested();
        var stream = file.Open();
        if (stream.Length is var length && (length == 0 || length > limits.MaxFileBytes))
        {
            stream.Dispose();
            throw length == 0 ? SourceErrors.Empty(file.Name) : SourceErrors.TooLarge(file.Name, limits.MaxFileBytes);
        }
        PackageReader? package = null;
        try
        {
            package = new PackageReader(stream, LimitsOfPackage(limits), cancellation);
            var workbook = WorkbookPart.Read(file.Name, package);
            return new XlsxBook(file.Name, package, workbook, limits);
        }
        catch (Exception error)
        {
            package?.Dispose();
            if (error is PackageException fault)
                throw SourceErrors.Package(new Place(file.Name), fault);
            throw;
        }
    }

    private static PackageLimits LimitsOfPackage(SourceLimits limits) => new(
        limits.MaxPackageEntries, limits.MaxPartBytes, limits.MaxInflatedBytes, limits.MaxInflationRatio,
        limits.MaxXmlDepth, limits.MaxXmlAttributes, limits.MaxXmlAttributeBytes);
}
