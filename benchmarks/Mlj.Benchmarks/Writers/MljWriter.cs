using Mlj.Exports;
using Mlj.Exports.Xlsx;
using Mlj.Tables;

namespace Mlj.Benchmarks.Writers;

/// <summary>The library that is measured. It also makes the cells a table with a filter, frozen panes and print titles, which the rivals do not.</summary>
internal static class MljWriter
{
    public static void Write(Table table, Stream file)
    {
        var sheet = new ExportSheet("Results", table) { FrozenColumns = 2 };
        new XlsxExport().Write(new ExportBook(sheet, sheet), file);
    }
}
