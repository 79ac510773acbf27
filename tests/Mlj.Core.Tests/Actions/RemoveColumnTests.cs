using Mlj.Actions;
using Mlj.Tables;

namespace Mlj.Tests.Actions;

public class RemoveColumnTests
{
    [Fact]
    public void RemoveColumn_OnAThousandTables_TakesOneCellOutOfEveryRow() => Act.OnAThousandTables((table, chance) =>
    {
        var place = chance.Next(table.Columns.Count);
        var run = Act.On(table, new RemoveColumn { ColumnName = table.Columns[place].Name });
        var expected = Act.Grid(table);
        expected.ForEach(line => line.RemoveAt(place));
        Assert.Equal(expected, Act.Grid(run.Result));
        Assert.Same(table.Order, run.Result.Order);
    });

    [Fact]
    public void RemoveColumn_TheLastOne_IsRefused() =>
        Assert.Equal("'Name' is the only column, and a table keeps one. Add another column before you remove it.",
            Act.Problem(new Table(new Column.Texts("Name", ["Ada"])), new RemoveColumn { ColumnName = "Name" }));
}
