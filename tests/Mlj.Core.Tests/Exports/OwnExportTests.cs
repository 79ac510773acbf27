using Mlj.Exports;
using Mlj.Testing.Contracts;
using Mlj.Testing.Formats;

namespace Mlj.Tests.Exports;

/// <summary>An export of another program's own can keep what exports promise, with nothing but what is public.</summary>
public sealed class OwnExportTests : ExportFormatContract
{
    protected override IExportFormat Format { get; } = new TallyExport();
}
