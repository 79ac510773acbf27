using System.Collections;
using Mlj.Tables;

namespace Mlj.Tests.Tables;

public class TableDiffTests
{
    private static readonly Table Before = new(
        new Column.Texts("Name", ["Ada", "Ben", "Cleo"]),
        new Column.Numbers("Score", [10, null, 30]));

    [Fact]
    public void Between_ATableAndItself_IsEmpty() => Assert.True(TableDiff.Between(Before, Before).IsEmpty);

    [Fact]
    public void Between_TablesOfEqualCells_IsEmpty()
    {
        var same = new Table(new Column.Texts("Name", ["Ada", "Ben", "Cleo"]), new Column.Numbers("Score", [10.0m, null, 30]));
        Assert.True(TableDiff.Between(Before, same).IsEmpty);
    }

    [Fact]
    public void Between_AnAddedColumn_NamesIt()
    {
        var diff = TableDiff.Between(Before, Before.With(new Column.Texts("Grade", ["C", null, "A"])));
        Assert.Equal(["Grade"], diff.AddedColumns);
        Assert.Empty(diff.RemovedColumns);
        Assert.Empty(diff.ChangedCells);
        Assert.False(diff.IsEmpty);
    }

    [Fact]
    public void Between_ARemovedColumn_NamesIt()
    {
        var diff = TableDiff.Between(Before, Before.Without("Score"));
        Assert.Equal(["Score"], diff.RemovedColumns);
        Assert.Empty(diff.AddedColumns);
        Assert.False(diff.IsEmpty);
    }

    [Fact]
    public void Between_ARenamedColumn_IsNeitherAddedNorRemoved()
    {
        var diff = TableDiff.Between(Before, Before.Renamed("Score", "Test 1"));
        Assert.Equal([("Score", "Test 1")], diff.RenamedColumns);
        Assert.Empty(diff.AddedColumns);
        Assert.Empty(diff.RemovedColumns);
        Assert.False(diff.IsEmpty);
    }

    [Fact]
    public void Between_AColumnThatWasCopied_IsAdded()
    {
        var diff = TableDiff.Between(Before, Before.With(Before.Columns[1].Renamed("Copy")));
        Assert.Equal(["Copy"], diff.AddedColumns);
        Assert.Empty(diff.RenamedColumns);
    }

    [Fact]
    public void Between_AColumnOfEqualCellsUnderAnotherName_IsAddedAndRemoved()
    {
        var diff = TableDiff.Between(Before, Before.Without("Score").With(new Column.Numbers("Test 1", [10, null, 30])));
        Assert.Equal(["Test 1"], diff.AddedColumns);
        Assert.Equal(["Score"], diff.RemovedColumns);
        Assert.Empty(diff.RenamedColumns);
    }

    [Fact]
    public void Between_ChangedCells_TellsEachWithBothValues()
    {
        var diff = TableDiff.Between(Before, Before.With(new Column.Numbers("Score", [10, 0, null])));
        Assert.Equal(
            [new CellChange(1, "Score", Cell.Missing, Cell.Of(0m)), new CellChange(2, "Score", Cell.Of(30m), Cell.Missing)],
            diff.ChangedCells);
    }

    [Fact]
    public void Between_AColumnThatBecameText_HasChanged()
    {
        var diff = TableDiff.Between(Before, Before.With(new Column.Texts("Score", ["10", null, "30"])));
        Assert.Equal([0, 2], diff.ChangedCells.Select(change => change.Stored));
    }

    [Fact]
    public void Between_ReorderedRows_SaysSoAndNoMore()
    {
        var diff = TableDiff.Between(Before, Before.Ordered(RowOrder.Of([2, 0, 1])));
        Assert.True(diff.IsReordered);
        Assert.Empty(diff.AddedRows);
        Assert.Empty(diff.RemovedRows);
        Assert.Empty(diff.ChangedCells);
        Assert.False(diff.IsEmpty);
    }

    [Fact]
    public void Between_TheSameOrderMadeAnew_IsEmpty() => Assert.True(TableDiff.Between(Before, Before.Ordered(RowOrder.Of([0, 1, 2]))).IsEmpty);

    [Fact]
    public void Between_FilteredRows_AreRemovedAndBackAreAdded()
    {
        var filtered = Before.Ordered(RowOrder.Of([0, 2]));
        var diff = TableDiff.Between(Before, filtered);
        Assert.Equal([1], diff.RemovedRows);
        Assert.False(diff.IsReordered);
        Assert.Equal([1], TableDiff.Between(filtered, Before).AddedRows);
    }

    [Fact]
    public void Between_RowsThatOnlyOneTableShows_HaveNoChangedCells()
    {
        var after = Before.With(new Column.Numbers("Score", [11, 22, 30])).Ordered(RowOrder.Of([1, 2]));
        var diff = TableDiff.Between(Before, after);
        Assert.Equal([0], diff.RemovedRows);
        Assert.Equal([new CellChange(1, "Score", Cell.Missing, Cell.Of(22m))], diff.ChangedCells);
    }

    [Fact]
    public void Between_ColumnsThatShareTheirCells_LooksAtNone()
    {
        var cells = new Guarded(3);
        var before = new Table(new Column.Numbers("Score", cells), new Column.Texts("Name", ["a", "b", "c"]));
        var formatted = before.With(((Column.Numbers)before.Columns[0]).Formatted(NumberFormat.Percentage)).With(new Column.Texts("Name", ["a", "b", "x"]));
        var diff = TableDiff.Between(before, formatted.Renamed("Score", "Test 1"));
        Assert.Equal(0, cells.Looks);
        Assert.Single(diff.ChangedCells);
        // The guard does count: a column that shares nothing is looked at.
        TableDiff.Between(before, before.With(new Column.Numbers("Score", [1, 2, 3])));
        Assert.Equal(3, cells.Looks);
    }

    [Fact]
    public void Between_TablesOfAnotherOrigin_IsTheCallersError() =>
        Assert.Throws<ArgumentException>(() => TableDiff.Between(Before, new Table(new Column.Texts("Name", ["Ada"]))));

    /// <summary>Cells that count how often they are looked at.</summary>
    private sealed class Guarded(int count) : IReadOnlyList<decimal?>
    {
        public int Looks { get; private set; }

        public int Count => count;

        public decimal? this[int index]
        {
            get
            {
                Looks++;
                return 0;
            }
        }

        public IEnumerator<decimal?> GetEnumerator() => Enumerable.Range(0, count).Select(index => this[index]).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
