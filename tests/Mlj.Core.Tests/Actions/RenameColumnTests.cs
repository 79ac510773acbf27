using Mlj.Actions;
using Mlj.Tables;

namespace Mlj.Tests.Actions;

public class RenameColumnTests
{
    [Fact]
    public void RenameColumn_OnAThousandTables_ChangesOneHeading() => Act.OnAThousandTables((table, chance) =>
    {
        var place = chance.Next(table.Columns.Count);
        var run = Act.On(table, new RenameColumn { OldName = table.Columns[place].Name, NewName = "Ø" });
        var expected = Act.Grid(table);
        expected[0][place] = "Ø";
        Assert.Equal(expected, Act.Grid(run.Result));
        Assert.Equal([(table.Columns[place].Name, "Ø")], run.Diff.RenamedColumns);
        Assert.Equal((table.Columns[place].Role, table.Columns[place].Test), (run.Result.Columns[place].Role, run.Result.Columns[place].Test));
        Assert.Same(table.Order, run.Result.Order);
    });

    [Theory]
    [InlineData("Email")]
    [InlineData("Name")]
    public void RenameColumn_ToATakenName_IsRefused(string name)
    {
        var table = new Table(new Column.Texts("Name", ["Ada"]), new Column.Texts("Email", ["ada@example.org"]));
        Assert.Equal($"There is a column '{name}' already. Give the new one another name.", Act.Problem(table, new RenameColumn { OldName = "Name", NewName = name }));
    }

    [Fact]
    public void RenameColumn_OfInventedScores_KeepsTheirMark()
    {
        var table = Act.On(new Table(new Column.Texts("Name", ["Ada"])), new AddRandomScores()).Result;
        Assert.Equal("The column 'Random_Score (SYNTHETIC)' holds invented scores. Keep the word SYNTHETIC in its name, such as 'Test 1 (SYNTHETIC)'.",
            Act.Problem(table, new RenameColumn { OldName = "Random_Score (SYNTHETIC)", NewName = "Test 1" }));
        Assert.Equal(ColumnRole.Synthetic, Act.On(table, new RenameColumn { OldName = "Random_Score (SYNTHETIC)", NewName = "SYNTHETIC 1" }).Result.Find("SYNTHETIC 1")!.Role);
    }
}
