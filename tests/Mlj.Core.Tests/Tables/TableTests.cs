using Mlj.Tables;

namespace Mlj.Tests.Tables;

public class TableTests
{
    private static readonly Column Names = new Column.Texts("Name", ["Ada", "Ben", "Cleo"]) { Role = ColumnRole.Name };
    private static readonly Column Scores = new Column.Numbers("Score", [10, null, 30]) { Role = ColumnRole.Score };
    private static readonly Table Class = new(Names, Scores);

    [Fact]
    public void Table_OfColumns_ShowsEveryStoredRow()
    {
        Assert.Equal((3, 3), (Class.RowCount, Class.StoredCount));
        Assert.Equal("Cleo", Class[2, 0].Text);
        Assert.Equal(30, Class[2, 1].Number);
        Assert.True(Class[1, 1].IsMissing);
    }

    [Fact]
    public void Table_OfNoColumns_HasNoRows() => Assert.Equal((0, 0), (new Table().RowCount, new Table().StoredCount));

    [Fact]
    public void Table_OfTwoColumnsWithOneName_IsTheCallersError() =>
        Assert.Contains("'Name'", Assert.Throws<ArgumentException>(() => new Table(Names, Names)).Message);

    [Fact]
    public void Table_OfUnequalColumns_IsTheCallersError()
    {
        var short1 = new Column.Texts("Short", ["x"]);
        Assert.Contains("'Short' has 1 cells", Assert.Throws<ArgumentException>(() => new Table(Names, short1)).Message);
        Assert.Throws<ArgumentException>(() => Class.With(short1));
    }

    [Fact]
    public void Find_AName_IsExact()
    {
        Assert.Same(Names, Class.Find("Name"));
        Assert.Null(Class.Find("name"));
        Assert.Null(Class.Find("Name "));
    }

    [Fact]
    public void WithRole_OfSeveralColumns_GivesThemFromTheLeft()
    {
        var second = new Column.Numbers("Second", [1, 2, 3]) { Role = ColumnRole.Score };
        Assert.Equal(["Score", "Second"], Class.With(second).WithRole(ColumnRole.Score).Select(column => column.Name));
        Assert.Empty(Class.WithRole(ColumnRole.Status));
    }

    [Fact]
    public void With_ANewColumn_StandsAtTheRightAndSharesTheOthers()
    {
        var grown = Class.With(new Column.Texts("Grade", ["C", null, "A"]));
        Assert.Equal(["Name", "Score", "Grade"], grown.Columns.Select(column => column.Name));
        Assert.Same(Names, grown.Columns[0]);
        Assert.Same(Scores, grown.Columns[1]);
        Assert.Same(Class.Order, grown.Order);
        Assert.Equal(2, Class.Columns.Count);
    }

    [Fact]
    public void With_AColumnOfATakenName_StandsInItsPlace()
    {
        var other = new Column.Texts("Name", ["x", "y", "z"]);
        var changed = Class.With(other);
        Assert.Same(other, changed.Columns[0]);
        Assert.Same(Scores, changed.Columns[1]);
        Assert.Same(Names, Class.Columns[0]);
    }

    [Fact]
    public void With_TheFirstColumnOfAnEmptyTable_ShowsItsRows() => Assert.Equal(3, new Table().With(Names).RowCount);

    [Fact]
    public void With_UnderAFilter_KeepsTheFilter()
    {
        var filtered = Class.Ordered(RowOrder.Of([2])).With(new Column.Texts("Grade", ["C", "B", "A"]));
        Assert.Equal(1, filtered.RowCount);
        Assert.Equal("A", filtered[0, 2].Text);
    }

    [Fact]
    public void Without_AColumn_KeepsTheOthers()
    {
        Assert.Same(Scores, Assert.Single(Class.Without("Name").Columns));
        Assert.Same(Class, Class.Without("Nobody"));
    }

    [Fact]
    public void Renamed_AColumn_StaysInItsPlaceAndSharesItsCells()
    {
        var renamed = Class.Renamed("Name", "Full Name");
        Assert.Equal(["Full Name", "Score"], renamed.Columns.Select(column => column.Name));
        Assert.True(renamed.Columns[0].SharesCells(Names));
        Assert.Same(Scores, renamed.Columns[1]);
    }

    [Fact]
    public void Renamed_ToATakenNameOrFromNone_IsTheCallersError()
    {
        Assert.Throws<ArgumentException>(() => Class.Renamed("Name", "Score"));
        Assert.Throws<ArgumentException>(() => Class.Renamed("Nobody", "Somebody"));
    }

    [Fact]
    public void Ordered_ByAnotherOrder_MovesNoCell()
    {
        var sorted = Class.Ordered(RowOrder.Of([2, 0]));
        Assert.Equal((2, 3), (sorted.RowCount, sorted.StoredCount));
        Assert.Equal(["Cleo", "Ada"], Enumerable.Range(0, 2).Select(row => sorted[row, 0].Text));
        Assert.Same(Names, sorted.Columns[0]);
        Assert.Equal("Ada", Class[0, 0].Text);
    }

    [Fact]
    public void Ordered_ByAnIndexThatIsNotStored_IsTheCallersError() => Assert.Throws<ArgumentException>(() => Class.Ordered(RowOrder.Of([3])));

    [Fact]
    public void Table_WithoutAColumn_IsTheCallersError()
    {
        Assert.Throws<ArgumentException>("columns", () => new Table([null!]));
        Assert.Throws<ArgumentException>("columns", () => new Table(Names, null!));
        Assert.Throws<ArgumentNullException>("columns", () => new Table(null!));
    }
}
