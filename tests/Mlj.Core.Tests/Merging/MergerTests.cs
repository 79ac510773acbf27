using Mlj.Merging;
using Mlj.Tables;

namespace Mlj.Tests.Merging;

public class MergerTests
{
    [Fact]
    public void Merge_PeopleOfDifferentTests_KeepsEverybody()
    {
        var merged = TestDraft.Merge(
            new TestDraft(1).Row("Ada Quill", "ada@example.org", 60),
            new TestDraft(2).Row("Ben Torvald", "ben@example.org", 70).Row("Ada Quill", "ada@example.org", 80),
            new TestDraft(3).Row("Cleo Marrow", "cleo@example.org", 90));
        Assert.Equal(["Ada Quill", "Ben Torvald", "Cleo Marrow"], merged.Participants.Select(each => each.Name));
        Assert.Equal(["Full Name", "Email", "Test 1 Score", "Test 2 Score", "Test 3 Score"], merged.Table.Columns.Select(column => column.Name));
        Assert.Equal([60, 80, null], Scores(merged, "ada@example.org"));
        Assert.Equal([null, 70, null], Scores(merged, "ben@example.org"));
        Assert.Equal([null, null, 90], Scores(merged, "cleo@example.org"));
    }

    [Fact]
    public void Merge_AMissingScore_IsNotZero()
    {
        var merged = TestDraft.Merge(
            new TestDraft(1).Row("Ada", "ada@example.org", 0).Row("Ben", "ben@example.org", null),
            new TestDraft(2).Row("Ada", "ada@example.org", 50));
        Assert.Equal([0, 50], Scores(merged, "ada@example.org"));
        Assert.Equal([null, null], Scores(merged, "ben@example.org"));
        Assert.Equal(3, merged.Ledger.Total.Placed);
    }

    [Fact]
    public void Merge_AddressesInOtherCapitalsAndSpaces_AreOnePerson()
    {
        var merged = TestDraft.Merge(
            new TestDraft(1).Row("Ada", "ada@example.org", 60),
            new TestDraft(2).Row("Ada", " ADA@Example.org\u00a0", 70),
            new TestDraft(3).Row("Ada", "<mailto:Ada@example.org>", 80));
        var only = Assert.Single(merged.Participants);
        Assert.Equal(("ada@example.org", 1), (only.Email, only.Emails.Count));
        Assert.Equal([60, 70, 80], Scores(merged, "ada@example.org"));
    }

    [Fact]
    public void Merge_TestsOfAnyOrderAndMaximum_GivesPercentagesByNumber()
    {
        var merged = TestDraft.Merge(
            new TestDraft(10, maximum: 24).Row("Ada", "ada@example.org", 14),
            new TestDraft(2, maximum: 17).Row("Ada", "ada@example.org", 13));
        Assert.Equal(["Test 2 Score", "Test 10 Score"], merged.Table.WithRole(ColumnRole.Score).Select(column => column.Name));
        Assert.Equal([2, 10], merged.Table.WithRole(ColumnRole.Score).Select(column => column.Test));
        Assert.Equal([1300m / 17, 1400m / 24], Scores(merged, "ada@example.org"));
        Assert.Equal([2, 10], merged.Tests.Select(test => test.Number));
    }

    [Fact]
    public void Merge_TwoFilesOfOneTest_GiveOneColumn()
    {
        var merged = TestDraft.Merge(
            new TestDraft(1, "Test 1 a.xlsx").Row("Ada", "ada@example.org", 60),
            new TestDraft(1, "Test 1 b.xlsx", 50).Row("Ben", "ben@example.org", 40).Row("Ada", "ada@example.org", 45));
        Assert.Equal([90], Scores(merged, "ada@example.org"));
        Assert.Equal([80], Scores(merged, "ben@example.org"));
        Assert.Equal("Test 1 b.xlsx", Assert.Single(Assert.Single(merged.Retakes).Kept).Test.File);
        Assert.Equal([(0, 1), (2, 0)], merged.Ledger.Files.Select(file => (file.Placed, file.Superseded)));
    }

    [Fact]
    public void Merge_Participants_StandByNameIgnoringCapitalsAndThenByAddress()
    {
        var merged = TestDraft.Merge(new TestDraft(1)
            .Row("zoë abel", "z@example.org", 1).Row("ben torvald", "ben@example.org", 2).Row("Álvaro Diaz", "alvaro@example.org", 3)
            .Row("Alma Quill", "second@example.org", 4).Row("alma quill", "first@example.org", 5).Row(null, "nameless@example.org", 6));
        Assert.Equal(
            ["nameless@example.org", "first@example.org", "second@example.org", "alvaro@example.org", "ben@example.org", "z@example.org"],
            merged.Participants.Select(each => each.Email));
    }

    [Fact]
    public void Merge_ManyNamesakesWithoutAddresses_StandInTheOrderOfTheirRows()
    {
        var test = new TestDraft(1);
        for (var row = 0; row < 60; row++)
            test.Row("Alma Quill", null, row);
        Assert.Equal(Enumerable.Range(0, 60).Select(row => (decimal?)row), TestDraft.Merge(test).Participants.Select(each => each.PercentageOf(1)));
    }

    [Fact]
    public void Merge_Stored_IsTheOrderOfTheParticipants()
    {
        var merged = TestDraft.Merge(new TestDraft(1).Row("Cleo", "c@example.org", 1).Row("Ada", "a@example.org", 2).Row("Ben", "b@example.org", 3));
        for (var stored = 0; stored < 3; stored++)
        {
            Assert.Equal(merged.Participants[stored].Name, merged.Table.Find("Full Name")![stored].Text);
            Assert.Equal(merged.Participants[stored].Email, merged.Table.Find("Email")![stored].Text);
            Assert.Equal(merged.Participants[stored].PercentageOf(1), merged.Table.Find("Test 1 Score")![stored].Number);
        }
    }

    [Fact]
    public void Merge_NoTests_GivesAnEmptyTable()
    {
        var merged = TestDraft.Merge();
        Assert.Equal((0, 2), (merged.Table.RowCount, merged.Table.Columns.Count));
        Assert.True(merged.Ledger.Balances);
        Assert.Equal(0, merged.Ledger.Total.RowsRead);
    }

    [Fact]
    public void Merge_RowsOfEveryKind_AreCountedOnceEach()
    {
        var merged = TestDraft.Merge(new TestDraft(1)
            .Row("Ada", "ada@example.org", 10.5m, "2026-01-01T10:00")
            .Row("Ada", "ada@example.org", 20.25m, "2026-01-01T11:00")
            .Row("Ada", "ada@example.org", 20.25m, "2026-01-01T11:00")
            .Blank()
            .Row("Ben", "ben@example.org", 105, fault: "'105' is above the maximum of 100")
            .Row(null, null, 3)
            .NoParticipant("Average")
            .Row("Cleo", "cleo@example.org", null));
        var file = Assert.Single(merged.Ledger.Files);
        Assert.Equal((8, 2, 1, 1, 3, 1), (file.RowsRead, file.Placed, file.Superseded, file.Duplicates, file.Quarantined, file.Blank));
        Assert.Equal((159, 20.25m, 138.75m), (file.PointsRead, file.PointsPlaced, file.PointsNotPlaced));
        Assert.True(file.Balances);
        Assert.Equal(
            [(2, Disposition.Superseded), (4, Disposition.Duplicate), (6, Disposition.Quarantined), (7, Disposition.Quarantined), (8, Disposition.Quarantined)],
            merged.Ledger.NotPlaced.Select(entry => (entry.Place.Row!.Value, entry.Disposition)));
        Assert.All(merged.Ledger.NotPlaced, entry => Assert.NotEmpty(entry.Reason));
        Assert.Equal("Ben <ben@example.org>", merged.Ledger.NotPlaced[2].Who);
        Assert.Equal("105", merged.Ledger.NotPlaced[2].RawScore);
        Assert.Equal("'105' is above the maximum of 100", merged.Ledger.NotPlaced[2].Reason);
        Assert.Null(merged.Ledger.NotPlaced[3].Who);
        Assert.Contains(merged.Notes, note => note.Code == "nobody" && note.Place?.Row == 7);
    }

    [Fact]
    public void Merge_AFaultyScoreAlone_KeepsThePersonWithoutAScore()
    {
        var merged = TestDraft.Merge(new TestDraft(1).Row("Ben", "ben@example.org", 105, fault: "too much"), new TestDraft(2).Row("Ada", "ada@example.org", 50));
        Assert.Equal([null, null], Scores(merged, "ben@example.org"));
        Assert.Equal(1, merged.Ledger.Files[0].Quarantined);
    }

    [Theory]
    [InlineData(2_000_000_000_000_000_000_000_000_000.0)]
    [InlineData(79_000_000_000_000_000_000_000_000_000.0)]
    public void Merge_NumbersThatNoScoreCanBe_DoNotUpsetTheSums(double absurd)
    {
        var test = new TestDraft(1).Row("Ada", "ada@example.org", 0.1234567890123456789012345678m).Row("Ben", "ben@example.org", 33.333333333333333333333333333m);
        for (var row = 0; row < 50; row++)
            test.Row($"Absurd {row}", $"absurd{row}@example.org", row % 3 == 0 ? -(decimal)absurd : (decimal)absurd, fault: "too much").Row($"P {row}", $"p{row}@example.org", 33.333333333333333333333333333m);
        var merged = TestDraft.Merge(test);
        Assert.True(merged.Ledger.Balances);
        Assert.Equal(102, merged.Ledger.Total.RowsRead);
        Assert.Equal(50, merged.Ledger.Total.Quarantined);
    }

    [Theory]
    [InlineData("ADA QUILL", "Ada Quill", "Ada Quill")]
    [InlineData("Ada", "Ada Quill", "Ada Quill")]
    [InlineData("Ada Quill", "Ada Joy Quill", "Ada Joy Quill")]
    [InlineData("ada quill", "ADA QUILL", "ada quill")]
    [InlineData("Ada Quíll", "Ada Quill", "Ada Quíll")]
    public void Merge_SeveralSpellingsOfAName_ShowsTheBest(string first, string second, string shown)
    {
        var merged = TestDraft.Merge(new TestDraft(1).Row(first, "ada@example.org", 1), new TestDraft(2).Row(second, "ada@example.org", 2));
        Assert.Equal(shown, Assert.Single(merged.Participants).Name);
    }

    [Fact]
    public void Merge_SpellingsOfEqualWorth_ShowsTheMoreFrequent()
    {
        var merged = TestDraft.Merge(
            new TestDraft(1).Row("Ada Quíll", "ada@example.org", 1), new TestDraft(2).Row("Ada Quill", "ada@example.org", 2), new TestDraft(3).Row("Ada Quill", "ada@example.org", 3));
        Assert.Equal("Ada Quill", Assert.Single(merged.Participants).Name);
    }

    [Fact]
    public void Merge_ANameThatNoRowGives_IsEmptyWithANote()
    {
        var merged = TestDraft.Merge(new TestDraft(1).Row(null, "ada@example.org", 1));
        Assert.Equal("", Assert.Single(merged.Participants).Name);
        Assert.Equal("no_name", Assert.Single(merged.Notes).Code);
    }

    private static List<decimal?> Scores(Consolidation merged, string email)
    {
        var stored = merged.Participants.ToList().FindIndex(each => each.Email == email);
        Assert.True(stored >= 0, $"{email} is not in the result.");
        return [.. merged.Table.WithRole(ColumnRole.Score).Select(column => column[stored].Number)];
    }
}
