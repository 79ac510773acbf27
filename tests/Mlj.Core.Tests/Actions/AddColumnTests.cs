using Mlj.Actions;
using Mlj.Tables;

namespace Mlj.Tests.Actions;

public class AddColumnTests
{
    [Fact]
    public void AddColumn_OnAThousandTables_PutsTheValueAtTheEndOfEveryRow() => Act.OnAThousandTables((table, chance) =>
    {
        var (value, shown) = chance.Next(4) switch { 0 => (Cell.Of(""), ""), 1 => (Cell.Of("Room 7"), "Room 7"), 2 => (Cell.Of(" "), " "), _ => (Cell.Of(12.50m), "12.5") };
        var run = Act.On(table, new AddColumn { ColumnName = "Note", DefaultValue = value });
        var expected = Act.Grid(table);
        for (var line = 0; line < expected.Count; line++)
            expected[line].Add(line == 0 ? "Note" : shown);
        Assert.Equal(expected, Act.Grid(run.Result));
        Assert.Same(table.Order, run.Result.Order);
        Assert.Equal(value.Number is null ? ColumnKind.Text : ColumnKind.Number, run.Result.Columns[^1].Kind);
    });

    [Fact]
    public void AddColumn_WithoutParameters_IsAnEmptyColumnOfText()
    {
        var added = Act.On(new Table(new Column.Texts("Name", ["Ada"])), new AddColumn()).Result.Columns[1];
        Assert.Equal(("New_Column", ColumnKind.Text, Cell.Missing), (added.Name, added.Kind, added[0]));
    }

    [Fact]
    public void AddColumn_UnderATakenName_OverwritesNothing() =>
        Assert.Equal("There is a column 'Name' already. Give the new one another name.", Act.Problem(new Table(new Column.Texts("Name", ["Ada"])), new AddColumn { ColumnName = "Name" }));

    [Fact]
    public void Explain_AnAddedCell_NamesTheValue()
    {
        var table = new Table(new Column.Texts("Name", ["Ada"]));
        Assert.Equal("Every row was given '7.5'.", Act.On(table, new AddColumn { DefaultValue = Cell.Of(7.50m) }).Explain("New_Column", 0));
        Assert.Equal("The column was added empty.", Act.On(table, new AddColumn()).Explain("New_Column", 0));
    }
}
