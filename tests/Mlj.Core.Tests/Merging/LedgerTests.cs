using Mlj.Merging;

namespace Mlj.Tests.Merging;

public class LedgerTests
{
    private static readonly FileLedger Good = new("Test 1.xlsx")
    {
        RowsRead = 15,
        Placed = 5,
        Superseded = 4,
        Duplicates = 3,
        Quarantined = 2,
        Blank = 1,
        PointsRead = 100.1m,
        PointsPlaced = 60.05m,
        PointsNotPlaced = 40.05m,
    };

    public static TheoryData<FileLedger> Wrong =>
    [
        Good with { RowsRead = 16 }, Good with { Placed = 4 }, Good with { Superseded = 5 }, Good with { Duplicates = 2 }, Good with { Quarantined = 3 }, Good with { Blank = 0 },
        Good with { PointsRead = 100.1000000000000000000000001m }, Good with { PointsPlaced = 60 }, Good with { PointsNotPlaced = 0 },
    ];

    [Fact]
    public void Balances_WhenEverythingIsThereOnce_IsTrue()
    {
        Assert.True(Good.Balances);
        Assert.True(new FileLedger("").Balances);
        new Ledger([Good, Good with { File = "Test 2.xlsx" }], []).Demand();
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Demand_OfAFileThatDoesNotAddUp_Throws(FileLedger wrong)
    {
        ArgumentNullException.ThrowIfNull(wrong);
        Assert.False(wrong.Balances);
        var ledger = new Ledger([Good with { File = "Test 2.xlsx" }, wrong], []);
        Assert.False(ledger.Balances);
        var error = Assert.Throws<LedgerException>(ledger.Demand);
        Assert.Same(wrong, error.File);
        Assert.Contains("'Test 1.xlsx' does not add up", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Demand_OfFilesWhoseErrorsCancelOut_ThrowsNevertheless()
    {
        var ledger = new Ledger([Good with { Placed = 4 }, Good with { Placed = 6 }], []);
        Assert.True(ledger.Total.Balances);
        Assert.Throws<LedgerException>(ledger.Demand);
    }

    [Fact]
    public void Total_OfTwoFiles_IsTheirSum()
    {
        var total = new Ledger([Good, Good], []).Total;
        Assert.Equal((30, 10, 8, 6, 4, 2), (total.RowsRead, total.Placed, total.Superseded, total.Duplicates, total.Quarantined, total.Blank));
        Assert.Equal((200.2m, 120.1m, 80.1m), (total.PointsRead, total.PointsPlaced, total.PointsNotPlaced));
    }
}
