using Mlj.Actions;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Tests.Actions;

public class FillMissingTests
{
    [Fact]
    public void Fill_OnAThousandRandomTables_TouchesNothingElse()
    {
        var filled = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new RandomClass(seed);
            var texts = Enumerable.Range(0, random.People).Select(_ => random.Chance.Next(3) == 0 ? null : "x").ToArray();
            var table = random.Table.With(new Column.Texts("Comment", texts)).Ordered(RowOrder.Of(Enumerable.Range(0, random.People).OrderBy(_ => random.Chance.Next()).Take(random.Chance.Next(1, random.People + 1))));
            var names = table.Columns.Skip(1).Where(_ => random.Chance.Next(2) == 0).Select(column => column.Name).ToList();
            if (names.Count == 0)
                continue;
            var run = RandomClass.Run(new FillMissing { Columns = names, Number = seed % 101, Text = "none" }, table);
            foreach (var before in table.Columns)
            {
                var after = run.Result.Find(before.Name)!;
                if (!names.Contains(before.Name))
                    Assert.Same(before, after);
                else
                    for (var person = 0; person < random.People; person++)
                    {
                        var expected = before[person].ToString() is { Length: > 0 } text ? text : before.Kind == ColumnKind.Text ? "none" : $"{seed % 101}";
                        Assert.Equal(expected, after[person].ToString());
                        Assert.Equal(before[person].IsMissing, run.Explain(before.Name, person) is not null);
                        filled += before[person].IsMissing ? 1 : 0;
                    }
            }
            var missing = names.Select(name => table.Order.Stored.Count(stored => table.Find(name)![stored].IsMissing)).ToList();
            Assert.Equal(missing.Sum(), run.Diff.ChangedCells.Count);
            Assert.Equal(names.Zip(missing, (name, count) => (name, count)), run.Steps[0].Notes.Select(note => note.Message.Split(": ") is var parts && parts[1].StartsWith("nothing", StringComparison.Ordinal)
                ? (parts[0], 0)
                : (parts[0], int.Parse(parts[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture))));
        }
        Assert.True(filled > 1000, $"{filled} cells were filled.");
    }

    [Fact]
    public void Fill_AColumn_IsNotedForReviewAndExplained()
    {
        var run = RandomClass.Run(new FillMissing { Columns = ["A", "B"], Number = 0 }, new Table(new Column.Numbers("A", [1, null, null]) { Role = ColumnRole.Score, Test = 3 }, new Column.Numbers("B", [1, 2, 3])));
        Assert.Equal(["A: 2 missing cells filled with 0.", "B: nothing was missing."], run.Steps[0].Notes.Select(note => note.Message));
        Assert.Equal([NoteLevel.Review, NoteLevel.Information], run.Steps[0].Notes.Select(note => note.Level));
        Assert.Equal("It was missing and was filled with 0.", run.Explain("A", 1));
        Assert.Null(run.Explain("A", 0));
        Assert.Equal((ColumnRole.Score, 3), (run.Result.Find("A")!.Role, run.Result.Find("A")!.Test));
    }

    [Fact]
    public void Check_WhatCannotBe_IsSaid()
    {
        var table = new Table(new Column.Numbers("A", [null]), new Column.Texts("B", [null]));
        Assert.Equal("The parameter 'columns' of 'fill_missing' names no column. Name at least one.", RandomClass.Refusal(new FillMissing { Columns = [], Number = 0 }, table));
        Assert.Equal("The column 'A' holds numbers, and 'number' is left out. Say which number to fill in.", RandomClass.Refusal(new FillMissing { Columns = ["A", "B"], Text = "" }, table));
        Assert.Equal("The column 'B' holds text, and 'text' is left out. Say which text to fill in.", RandomClass.Refusal(new FillMissing { Columns = ["A", "B"], Number = 0 }, table));
        Assert.Equal("'A' stands twice in 'columns'. Name it once.", RandomClass.Refusal(new FillMissing { Columns = ["A", "A"], Number = 0 }, table));
    }
}
