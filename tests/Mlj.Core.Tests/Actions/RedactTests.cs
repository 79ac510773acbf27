using Mlj.Actions;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Tests.Actions;

public class RedactTests
{
    private const long Seed = 7302514886093317;

    [Fact]
    public void Redact_OnAThousandRandomTables_KeepsEverythingButThePeople()
    {
        var reordered = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new RandomClass(seed);
            var table = random.Table.With(new Column.Texts("Email", [.. Enumerable.Range(0, random.People).Select(person => $"person{person}@example.org")]) { Role = ColumnRole.Email })
                .Ordered(RowOrder.Of(Enumerable.Range(0, random.People).Where(_ => random.Chance.Next(5) > 0).DefaultIfEmpty(0)));
            var isDrop = random.Chance.Next(3) == 0;
            var step = Assert.Single(RandomClass.Run(new Redact { Mode = isDrop ? RedactMode.Drop : RedactMode.Pseudonymise, Length = random.Chance.Next(4, 17) }, table, Seed + seed).Steps);
            Assert.Null(step.After.Find("Full Name"));
            Assert.Null(step.After.Find("Email"));
            Assert.All(step.After.Columns, column => Assert.All(table.Order.Stored, stored => Assert.DoesNotContain("erson", column.Show(stored), StringComparison.Ordinal)));
            Assert.Equal(table.Order.Stored.Order(), step.After.Order.Stored.Order());
            Assert.Equal(table.Columns.Where(column => column.Role == ColumnRole.Score), step.After.Columns.Where(column => column.Role == ColumnRole.Score));
            reordered += table.Order.Stored.SequenceEqual(step.After.Order.Stored) ? 0 : 1;
            if (isDrop)
            {
                Assert.Empty(step.Kept);
                Assert.Null(step.After.Find("Code"));
                continue;
            }
            // With the key, joined by code as somebody would by hand, everything comes back.
            var key = Assert.Single(step.Kept).Table;
            var names = Rows(key).ToDictionary(row => row[0], row => (row[1], row[2]));
            var joined = Rows(step.After).Select(row => string.Join('|', [names[row[0]].Item1, names[row[0]].Item2, .. row.Skip(1)])).Order(StringComparer.Ordinal);
            Assert.Equal(table.Order.Stored.Select(stored => string.Join('|', [table.Find("Full Name")!.Show(stored), table.Find("Email")!.Show(stored), .. step.After.Columns.Skip(1).Select(column => column.Show(stored))])).Order(StringComparer.Ordinal), joined);
            Assert.Equal(Rows(step.After).Select(row => row[0]).Order(StringComparer.Ordinal), Rows(step.After).Select(row => row[0]));
        }
        Assert.True(reordered > 500, $"{reordered} tables were put in another order.");
    }

    [Fact]
    public void Codes_OfAHundredThousand_AreDifferentAndOfEveryLetter()
    {
        foreach (var length in new[] { 5, 8, 16 })
        {
            var codes = RandomCodes.Make(Seed, 1, 100_000, length);
            Assert.Equal(codes.Length, codes.ToHashSet(StringComparer.Ordinal).Count);
            Assert.All(codes, code => Assert.Equal(length, code.Length));
            // Each letter at each place about as often as any other: 6250 times, with a deviation of 77.
            for (var place = 0; place < length; place++)
                Assert.All(codes.CountBy(code => code[place]), count => Assert.InRange(count.Value, 5800, 6700));
        }
    }

    [Fact]
    public void Codes_AreOfSeedAndStepAlone()
    {
        var codes = RandomCodes.Make(Seed, 1, 100, 8);
        Assert.Equal(codes, RandomCodes.Make(Seed, 1, 100, 8));
        Assert.Equal(codes[..10], RandomCodes.Make(Seed, 1, 10, 8));
        Assert.Empty(codes.Intersect(RandomCodes.Make(Seed + 1, 1, 100, 8)));
        Assert.Empty(codes.Intersect(RandomCodes.Make(Seed, 2, 100, 8)));
        Assert.Equal(Codes("Ada Quill", "Ben Torvald"), Codes("Cleo Marrow", "Dáire Penalver"));

        static IEnumerable<string> Codes(params string[] names) => Rows(RandomClass.After(new Redact(), new Table(new Column.Texts("N", names) { Role = ColumnRole.Name }), Seed)).Select(row => row[0]);
    }

    [Fact]
    public void Redact_WithNamesElsewhere_SaysSo()
    {
        var table = new Table(
            new Column.Texts("Name", ["Ada Quill", "Ben Torvald", "Cleo Marrow"]) { Role = ColumnRole.Name },
            new Column.Texts("Contact", ["ada@example.org", null, "none"]),
            new Column.Texts("Partner", ["Ben Torvald", "", "Ada"]),
            new Column.Texts("Group", ["red", "red", "blue"]));
        var run = RandomClass.Run(new Redact(), table, Seed);
        Assert.Equal(
            [
                "Name: taken out; the codes are in 'Code'. The key 'redaction_key' is no part of the table. Keep it and this plan, whose seed makes the codes, away from those who get the table.",
                "Contact: 1 of 3 cells hold an address or what stood in Name. Name this column in 'columns' too.",
                "Partner: 1 of 3 cells hold an address or what stood in Name. Name this column in 'columns' too.",
            ], run.Steps[0].Notes.Select(note => note.Message));
        Assert.Equal([NoteLevel.Information, NoteLevel.Review, NoteLevel.Review], run.Steps[0].Notes.Select(note => note.Level));
        Assert.Equal("A random code from the plan's seed; whose it is stands in the key only.", run.Explain("Code", 0));
        var all = RandomClass.Run(new Redact { Columns = ["Name", "Contact", "Partner"], ResultColumn = "Who" }, table, Seed).Steps[0];
        Assert.Equal(["Who", "Group"], all.After.Columns.Select(column => column.Name));
        Assert.Equal(["Who", "Name", "Contact", "Partner"], all.Kept[0].Table.Columns.Select(column => column.Name));
        Assert.Equal("redaction_key", all.Kept[0].Name);
        Assert.Single(all.Notes);
    }

    [Fact]
    public void Redact_AMergedTable_ForgetsTheAttemptsBehindIt()
    {
        var merged = Merging.TestDraft.Merge(new Merging.TestDraft(1).Row("Ada Quill", "ada@example.org", 40)).Table;
        Assert.NotNull(merged.Provenance);
        Assert.Null(RandomClass.After(new Redact(), merged, Seed).Provenance);
    }

    [Fact]
    public void Check_WhatCannotBe_IsSaid()
    {
        var table = new Table(new Column.Texts("Name", ["Ada Quill"]) { Role = ColumnRole.Name });
        Assert.Equal("The plan's seed 42 could be guessed, and with it whose code is whose. Give the plan a random seed of at least 16 digits.", RandomClass.Refusal(new Redact(), table, 42));
        Assert.Equal("The plan's seed 0 could be guessed, and with it whose code is whose. Give the plan a random seed of at least 16 digits.", RandomClass.Refusal(new Redact(), table));
        Assert.Equal("'length' is 3. Give a whole number from 4 to 16.", RandomClass.Refusal(new Redact { Length = 3 }, table, Seed));
        Assert.Equal("Without these columns the table would have none. Leave one that may be shared.", RandomClass.Refusal(new Redact { Mode = RedactMode.Drop }, table, Seed));
        Assert.Equal("'Name' stands twice in 'columns'. Name it once.", RandomClass.Refusal(new Redact { Columns = ["Name", "Name"] }, table, Seed));
        Assert.Equal("No column is known to hold names or addresses. Name those to take out in 'columns'.", RandomClass.Refusal(new Redact(), new Table(new Column.Texts("A", ["Ada"])), long.MinValue));
        Assert.Equal("Codes of 4 letters do not suffice for 32769 rows. Give a greater 'length'.", RandomClass.Refusal(new Redact { Length = 4 }, new Table(new Column.Texts("A", new string?[32769]) { Role = ColumnRole.Name }), Seed));
        Assert.Equal(32768, RandomClass.After(new Redact { Length = 4 }, new Table(new Column.Texts("A", new string?[32768]) { Role = ColumnRole.Name }), Seed).RowCount);
    }

    private static IEnumerable<string[]> Rows(Table table) => table.Order.Stored.Select(stored => table.Columns.Select(column => column.Show(stored)).ToArray());
}
