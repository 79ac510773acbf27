using CsvHelper;
using Mlj.Sources;

namespace Mlj.Tests.Sources;

public class SheetRowTests
{
    [Fact]
    public void Complete_CellsInAnyOrder_AreInOrder()
    {
        var row = new SheetRow();
        row.Begin(1);
        row.AddNumber(3, CellKind.Number, 3, CellFormat.General);
        row.AddText(1, CellKind.Text, "one");
        row.AddText(2, CellKind.Text, "two"u8);
        Assert.Null(row.Complete());
        Assert.Equal(["one", "two", "3"], [row[0].GetText(), row[1].GetText(), row[2].GetText()]);
    }

    [Fact]
    public void Complete_ColumnTwice_IsNamed()
    {
        var row = new SheetRow();
        row.Begin(1);
        row.AddText(7, CellKind.Text, "one");
        row.AddText(7, CellKind.Text, "two");
        Assert.Equal(7, row.Complete());
    }

    [Fact]
    public void Begin_ForgetsTheRowBefore()
    {
        var row = new SheetRow();
        row.Begin(1);
        row.AddText(2, CellKind.Text, "old");
        row.AddText(1, CellKind.Text, "older");
        row.Begin(2);
        Assert.Equal((2, 0), (row.Number, row.Count));
        Assert.Null(row.Complete());
    }

    [Fact]
    public void BeginRecord_GivesTheFieldsOfTheParser_UntilTheNextRow()
    {
        using var record = CsvReader.Create("Ann,,17"u8.ToArray(), new CsvReaderOptions { HasHeader = false });
        Assert.True(record.Read());
        var row = new SheetRow();
        row.BeginRecord(3, record, [1, 3, 0], 2);
        Assert.Equal((3, 2), (row.Number, row.Count));
        Assert.Equal(["Ann", "17"], [row[0].GetText(), row[1].GetText()]);
        Assert.True(row.TryGet(3, out var cell));
        Assert.Equal((3, CellKind.Text, "17"), (cell.Column, cell.Kind, cell.GetText()));
        Assert.False(row.TryGet(2, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => row[2].Column);

        row.Begin(4);
        Assert.Equal(0, row.Count);
        row.AddText(2, CellKind.Text, "Ben"u8);
        Assert.Equal((2, "Ben"), (row[0].Column, row[0].GetText()));
    }
}
