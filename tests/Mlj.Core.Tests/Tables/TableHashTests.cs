using Mlj.Exports;
using Mlj.Recognition;
using Mlj.Sources;
using Mlj.Tables;

namespace Mlj.Tests.Tables;

public class TableHashTests
{
    private static readonly Table Example = new(new Column.Texts("Name", ["Ada", "Ben", null]), new Column.Numbers("Points", [7.50m, null, 1m / 3]));

    [Fact]
    public void Of_ATable_IsThisForEver() => Assert.Equal("sha256:973a29978adf1f2f2ac7e3229049700a0eab733b250a3cf2c96ba3b139a7b787", TableHash.Of(Example));

    [Fact]
    public void Of_EqualContents_IsEqual() => Assert.All(
        [
            new Table(new Column.Texts("Name", ["Ada", "Ben", ""]) { Role = ColumnRole.Name }, new Column.Numbers("Points", [7.5m, null, 0.333333333333333m]) { Format = NumberFormat.Percentage }),
            new Table(new Column.Texts("Name", [null, "Ben", "Ada", "gone"]), new Column.Numbers("Points", [1m / 3, null, 7.5m, 1])).Ordered(RowOrder.Of([2, 1, 0])),
        ], table => Assert.Equal(TableHash.Of(Example), TableHash.Of(table)));

    [Fact]
    public void Of_OtherContents_IsAnother()
    {
        Table[] others =
        [
            new(Example.Columns[0]), new(Example.Columns[1], Example.Columns[0]), Example.Renamed("Name", "Nam"), Example.Ordered(RowOrder.Of([1, 0, 2])), Example.Ordered(RowOrder.Of([0, 1])),
            Example.With(new Column.Numbers("Points", [7.51m, null, 1m / 3])), Example.With(new Column.Texts("Points", ["7.5", null, "0.333333333333333"])), Example.With(new Column.Texts("Name", ["AdaBen", null, null])),
            new(), new(new Column.Texts("Name", ["a", "b"]), new Column.Texts("B", ["", ""])), new(new Column.Texts("Name", ["a", ""]), new Column.Texts("B", ["b", ""])),
        ];
        Assert.Equal(others.Length + 1, others.Append(Example).Select(TableHash.Of).Distinct().Count());
    }

    [Fact]
    public void Of_AFileOfEitherFormat_IsThatOfItsContents()
    {
        var table = new Table(new Column.Texts("Name", ["Ada", "=Ben", "Zoë\nQ"]), new Column.Numbers("Points", [7.5m, null, -0.25m]), new Column.Texts("Empty", [null, null, null]));
        foreach (var format in (string[])[".xlsx", ".csv"])
        {
            using var bytes = new MemoryStream();
            var sheet = new ExportSheet("Results", table);
            ExportFormats.Default.ForExtension(format)!.Write(new ExportBook(sheet, sheet), bytes);
            Assert.Equal(TableHash.Of(table), TableHash.Of(TableReader.Read(SourceFile.FromBytes("a" + format, bytes.ToArray())).Table));
        }
    }
}
