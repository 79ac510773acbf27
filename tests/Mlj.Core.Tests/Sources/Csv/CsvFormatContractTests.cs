using System.Text;
using Mlj.Sources;
using Mlj.Sources.Csv;
using Mlj.Testing.Contracts;

namespace Mlj.Tests.Sources.Csv;

public class CsvFormatContractTests : SourceFormatContract
{
    protected override ISourceFormat Format { get; } = new CsvFormat();

    protected override IEnumerable<byte[]> Damaged =>
    [
        "Name,E-mail\nAnn,\"ann@example.org\nBen,ben@example.org\n"u8.ToArray(),
        "Name,E-mail\nAn\0n,ann@example.org\n"u8.ToArray(),
    ];

    protected override byte[] Write(IReadOnlyList<string?[]> rows) =>
        Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(row => string.Join(',', row.Select(Quote)))));

    private static string Quote(string? text) =>
        text is null ? "" : text.AsSpan().ContainsAny(",\"\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
