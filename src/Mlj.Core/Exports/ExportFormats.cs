using Mlj.Exports.Csv;
using Mlj.Exports.Json;
using Mlj.Exports.Xlsx;

namespace Mlj.Exports;

/// <summary>The formats that a program hands results back in. Immutable and safe to share between threads.</summary>
public sealed class ExportFormats
{
    /// <summary>Makes a choice of formats; where two claim one extension, the first has it.</summary>
    /// <param name="all">The formats, the preferred one first.</param>
    /// <exception cref="ArgumentException">A format is null.</exception>
    public ExportFormats(params IReadOnlyList<IExportFormat> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        All = [.. all];
        if (All.Contains(null!))
            throw new ArgumentException("One of the formats is null.", nameof(all));
        Extensions = [.. All.SelectMany(format => format.Extensions).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The formats of this library: xlsx, csv, json.</summary>
    public static ExportFormats Default { get; } = new(new XlsxExport(), new CsvExport(), new JsonExport());

    /// <summary>The formats, the preferred one first.</summary>
    public IReadOnlyList<IExportFormat> All { get; }

    /// <summary>Every extension that has a format, with its dot, for messages: <c>.xlsx</c>, <c>.csv</c>, <c>.json</c>.</summary>
    public IReadOnlyList<string> Extensions { get; }

    /// <summary>The same formats with another one in front of them, which has every extension that it claims.</summary>
    /// <param name="format">The other one.</param>
    public ExportFormats With(IExportFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        return new ExportFormats([format, .. All]);
    }

    /// <summary>The format that a file's name asks for by its extension in any case; null when there is none. No file is looked at.</summary>
    public IExportFormat? ForPath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return ForExtension(Path.GetExtension(path));
    }

    /// <summary>The format of an extension, with or without its dot, in any case; null when there is none.</summary>
    public IExportFormat? ForExtension(string extension)
    {
        ArgumentNullException.ThrowIfNull(extension);
        var dotted = extension.StartsWith('.') ? extension : "." + extension;
        return All.FirstOrDefault(format => format.Extensions.Contains(dotted, StringComparer.OrdinalIgnoreCase));
    }
}
