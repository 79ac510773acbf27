using Mlj.Tables;

namespace Mlj.Tests.Tables;

public class ColumnTests
{
    private static readonly Column.Numbers Scores = new("Test 3 Score", [50m, null, 76.4705882352941m])
    {
        Role = ColumnRole.Score,
        Test = 3,
        Format = NumberFormat.Percentage,
    };

    [Fact]
    public void Renamed_AColumnOfNumbers_KeepsEverythingButTheName()
    {
        var renamed = Assert.IsType<Column.Numbers>(Scores.Renamed("Third"));
        Assert.Equal("Third", renamed.Name);
        Assert.Equal("Test 3 Score", Scores.Name);
        Assert.Equal((ColumnRole.Score, 3, NumberFormat.Percentage), (renamed.Role, renamed.Test, renamed.Format));
        Assert.True(renamed.SharesCells(Scores));
        Assert.Equal(Scores[2], renamed[2]);
    }

    [Fact]
    public void Renamed_AColumnOfText_SharesItsCells()
    {
        var names = new Column.Texts("Name", ["Ada"]) { Role = ColumnRole.Name };
        var renamed = names.Renamed("Full Name");
        Assert.Equal((ColumnRole.Name, ColumnKind.Text, "Full Name"), (renamed.Role, renamed.Kind, renamed.Name));
        Assert.True(renamed.SharesCells(names));
    }

    [Fact]
    public void Formatted_Numbers_ShareTheirCellsAndShowThemOtherwise()
    {
        var whole = Scores.Formatted(new NumberFormat(0));
        Assert.True(whole.SharesCells(Scores));
        Assert.Equal((ColumnRole.Score, 3), (whole.Role, whole.Test));
        Assert.Equal("76", whole.Show(2));
        Assert.Equal("76.47", Scores.Show(2));
    }

    [Fact]
    public void SharesCells_EqualCellsOfAnotherList_IsFalse()
    {
        Assert.False(new Column.Numbers("A", [1m]).SharesCells(new Column.Numbers("A", [1m])));
        Assert.False(new Column.Texts("A", ["1"]).SharesCells(new Column.Numbers("A", [1m])));
    }

    [Fact]
    public void Show_AMissingNumber_IsEmptyAndNotZero()
    {
        Assert.Equal("", Scores.Show(1));
        Assert.True(Scores[1].IsMissing);
        Assert.NotEqual(Cell.Of(0m), Scores[1]);
        Assert.NotEqual(Cell.Of(""), Scores[1]);
    }

    [Theory]
    [InlineData("49.996", "49.996")]
    [InlineData("50", "50.00")]
    [InlineData("50.004", "50.004")]
    [InlineData("99.999", "99.999")]
    [InlineData("0.001", "0.001")]
    [InlineData("76.475", "76.48")]
    public void Show_BesideABoundary_NeverHidesItsSide(string number, string shown) =>
        Assert.Equal(shown, new Column.Numbers("A", [decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)])
        {
            Format = NumberFormat.Percentage.WithBoundary(50),
        }.Show(0));

    [Fact]
    public void Show_WithoutAFormat_ShowsTheDigitsThatAreThere()
    {
        var column = new Column.Numbers("A", [1.50m, 0.1m, -3m, 1234567.25m]);
        Assert.Equal(["1.5", "0.1", "-3", "1234567.25"], Enumerable.Range(0, 4).Select(column.Show));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Name_OfNothing_IsTheCallersError(string name)
    {
        Assert.Throws<ArgumentException>(() => new Column.Texts(name, []));
        Assert.Throws<ArgumentException>(() => Scores.Renamed(name));
    }

    [Fact]
    public void NumberFormat_WithABoundaryTwice_HasItOnce()
    {
        var format = NumberFormat.Percentage.WithBoundary(50);
        Assert.Same(format, format.WithBoundary(50));
        Assert.Equal(format, NumberFormat.Percentage.WithBoundary(50));
        Assert.Equal(format.GetHashCode(), NumberFormat.Percentage.WithBoundary(50).GetHashCode());
        Assert.NotEqual(format, NumberFormat.Percentage);
    }
}
