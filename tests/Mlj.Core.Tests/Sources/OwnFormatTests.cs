using System.Text;
using Mlj.Sources;
using Mlj.Testing.Contracts;
using Mlj.Testing.Formats;

namespace Mlj.Tests.Sources;

/// <summary>A format of another program's own can keep what formats promise, with nothing but what is public.</summary>
public sealed class OwnFormatTests : SourceFormatContract
{
    protected override ISourceFormat Format { get; } = new TallyFormat();

    protected override IEnumerable<byte[]> Damaged => ["%TLY2\na|b\n"u8.ToArray(), "%TLY1\na|b\\"u8.ToArray(), "%TLY1\n#one\n"u8.ToArray()];

    protected override byte[] Write(IReadOnlyList<string?[]> rows) => Encoding.UTF8.GetBytes("%TLY1\n" + string.Concat(rows.Select(row =>
        string.Join('|', row.Select(cell => (cell ?? "").Replace("\n", "\\n", StringComparison.Ordinal))) + "\n")));
}
