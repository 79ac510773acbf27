using Mlj.Sources;
using Mlj.Sources.Xlsx;
using Mlj.Testing.Contracts;
using Mlj.Testing.Workbooks;

namespace Mlj.Tests.Sources.Xlsx;

public class XlsxFormatContractTests : SourceFormatContract
{
    protected override ISourceFormat Format { get; } = new XlsxFormat();

    protected override IEnumerable<byte[]> Damaged
    {
        get
        {
            var bytes = Write([["Name", "E-mail"], ["Ann", "ann@example.org"]]);
            yield return bytes[..(bytes.Length / 2)];
            yield return bytes[..^10];
            yield return "PK\x03\x04 and nothing else"u8.ToArray();
            yield return "This is no workbook."u8.ToArray();
            yield return WorkbookBuilder.Zip([("readme.txt", "This is no workbook."u8.ToArray())]);
        }
    }

    protected override byte[] Write(IReadOnlyList<string?[]> rows) => Workbook.Of(rows).ToBytes();
}
