using Mlj.Tables;

namespace Mlj.Tests.Tables;

public class RowOrderTests
{
    [Fact]
    public void All_OfThree_IsTheStoredOrder() => Assert.Equal([0, 1, 2], RowOrder.All(3).Stored);

    [Fact]
    public void All_OfNone_HasNoRows()
    {
        Assert.Equal(0, RowOrder.All(0).Count);
        Assert.Empty(RowOrder.All(0).Stored);
    }

    [Fact]
    public void All_OfFewerThanNone_IsTheCallersError() => Assert.Throws<ArgumentOutOfRangeException>(() => RowOrder.All(-1));

    [Fact]
    public void Of_SomeIndexes_KeepsTheirOrder()
    {
        var order = RowOrder.Of([4, 0, 2]);
        Assert.Equal(3, order.Count);
        Assert.Equal([4, 0, 2], order.Stored);
        Assert.Equal(2, order[2]);
    }

    [Fact]
    public void Of_AListThatChangesLater_KeepsWhatItWasGiven()
    {
        var indexes = new List<int> { 1, 0 };
        var order = RowOrder.Of(indexes);
        indexes[0] = 7;
        Assert.Equal([1, 0], order.Stored);
    }

    [Fact]
    public void Trusted_SomeIndexes_AreTheSameAsChecked()
    {
        Assert.Equal([4, 0, 2], RowOrder.Trusted([4, 0, 2]).Stored);
        Assert.Equal([4, 0, 2], RowOrder.Trusted([4, 0, 2]).ToArray());
        Assert.Equal([0, 1], RowOrder.All(2).ToArray());
        Assert.Equal(0, RowOrder.Trusted([]).Count);
    }

    [Fact]
    public void ToArray_Changed_LeavesTheOrderAlone()
    {
        var order = RowOrder.Of([4, 0]);
        order.ToArray()[0] = 7;
        Assert.Equal(4, order[0]);
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(0, -1, 2)]
    public void Of_AnIndexTwiceOrNegative_IsTheCallersError(params int[] indexes) => Assert.Throws<ArgumentException>(() => RowOrder.Of(indexes));

    [Fact]
    public void Of_Null_IsTheCallersError() => Assert.Throws<ArgumentNullException>(() => RowOrder.Of(null!));

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void Item_OutsideTheRows_IsTheCallersError(int row)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RowOrder.All(2)[row]);
        Assert.Throws<ArgumentOutOfRangeException>(() => RowOrder.Of([5, 3])[row]);
    }
}
