using Mlj.Agent.Planning;
using Mlj.Tables;

namespace Mlj.Agent.Tests.Planning;

public sealed class TableOutlineTests
{
    [Fact]
    public void Of_ATable_HoldsItsColumnsAndNoRow()
    {
        var table = new Table(
            new Column.Texts("Full Name", ["Ada Obi"]) { Role = ColumnRole.Name },
            new Column.Numbers("Test 2 Score", [70m]) { Role = ColumnRole.Score, Test = 2 });

        Assert.Equal(
            [new ColumnOutline("Full Name", ColumnKind.Text, ColumnRole.Name), new ColumnOutline("Test 2 Score", ColumnKind.Number, ColumnRole.Score, 2)],
            TableOutline.Of(table).Columns);
    }
}
