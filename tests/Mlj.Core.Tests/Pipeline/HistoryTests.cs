using Mlj.Actions;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Testing.Actions;
using Mlj.Tests.Pipeline.Invented;

namespace Mlj.Tests.Pipeline;

public class HistoryTests
{
    private static readonly Table Start = new(
        new Column.Texts("Full Name", ["Ada", "Ben"]) { Role = ColumnRole.Name },
        new Column.Numbers("Test 1 Score", [80, null]) { Role = ColumnRole.Score, Test = 1 },
        new Column.Numbers("Test 2 Score", [40, 60]) { Role = ColumnRole.Score, Test = 2 });

    private static History Example => Accepted(Accepted(History.Of(Start, RandomWork.Catalog),
        new Plan([new AddAverage { ResultColumn = "Mean" }, new CountTests(), new RenameTo { Column = "Mean", NewName = "Average" }])),
        new Plan([new AddPassFail { ScoreColumn = "Average" }, new AddDice(), new CopyByFormula { Formula = "[Status]" }], 7));

    [Fact]
    public void Undo_AStepInTheMiddle_LeavesTheRest()
    {
        Assert.True(Example.TryUndo(2, false, out var undone, out _));
        Assert.Equal(["Full Name", "Test 1 Score", "Test 2 Score", "Average", "Status", "Dice", "Copy"], undone.Result.Columns.Select(column => column.Name));
        Assert.Equal([2], undone.Steps.Where(step => step.IsUndone).Select(step => step.Number));
        // The dice fall as they fell.
        Assert.Equal(Example.Result.Find("Dice")!.Show(0), undone.Result.Find("Dice")!.Show(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => undone.DependentsOf(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => undone.DependentsOf(7));
    }

    [Fact]
    public void Undo_AStepThatOthersNeed_NamesThemFirst()
    {
        Assert.Equal([3, 4, 6], Example.DependentsOf(1).Select(step => step.Number));
        Assert.Equal([4, 6], Example.DependentsOf(3).Select(step => step.Number));
        Assert.Empty(Example.DependentsOf(5));
        Assert.False(Example.TryUndo(1, false, out var undone, out var problems));
        Assert.Null(undone);
        Assert.Equal("Step 3: 'rename_to' cannot stay without step 1. Undo it too, or keep step 1.", problems[0].ToString());
        Assert.True(Example.TryUndo(1, true, out undone, out problems));
        Assert.Empty(problems);
        Assert.Equal(["Full Name", "Test 1 Score", "Test 2 Score", "Tests Taken", "Dice"], undone.Result.Columns.Select(column => column.Name));
    }

    [Fact]
    public void Undo_ARenameWhoseOldNameIsTakenAgain_TakesThatAlong()
    {
        var history = Accepted(History.Of(Start, RandomWork.Catalog), new Plan([new RenameTo { Column = "Full Name", NewName = "Who" }, new CountTests { ResultColumn = "Full Name" }, new DoubleNumbers { Column = "Full Name" }]));
        Assert.Equal([2, 3], history.DependentsOf(1).Select(step => step.Number));
    }

    [Fact]
    public void Runs_AfterAnUndo_AreOnOneAnother()
    {
        Assert.Equal([3, 3], Example.Runs.Select(run => run.Steps.Count));
        Assert.True(Example.TryUndo(4, true, out var undone, out _));
        Assert.Equal([3, 1], undone.Runs.Select(run => run.Steps.Count));
        Assert.Same(undone.Runs[0].Result, undone.Runs[1].Start);
        Assert.Same(undone.Result, undone.Runs[^1].Result);
        Assert.True(undone.TryUndo(5, true, out undone, out _));
        Assert.Single(undone.Runs);
        Assert.Empty(History.Of(Start, RandomWork.Catalog).Runs);
    }

    [Fact]
    public void Redo_AfterAnUndo_IsWhatWasThere()
    {
        Assert.False(Example.CanRedo);
        Assert.Throws<InvalidOperationException>(() => Example.Redo());
        Assert.True(Example.TryUndo(1, true, out var undone, out _));
        var redone = undone.With("same_person", """["a@example.org","b@example.org"]""").Redo();
        Assert.Equal(TableHash.Of(Example.Result), TableHash.Of(redone.Result));
        Assert.Single(redone.Entries.OfType<HistoryEntry.Decided>());
        Assert.False(Accepted(undone, new Plan([new TurnRows()])).CanRedo);
    }

    [Fact]
    public void Accept_ARunOfAnotherTable_IsStale()
    {
        var run = new Plan([new CountTests()]).Run(Start.Ordered(RowOrder.Of([1, 0])), RandomWork.Catalog);
        Assert.False(History.Of(Start, RandomWork.Catalog).TryAccept(run, out _, out var problems));
        Assert.Equal("stale_table", Assert.Single(problems).Code);
        // An equal table of other objects is no other table.
        run = new Plan([new CountTests()]).Run(new Table(Start.Columns), RandomWork.Catalog);
        Assert.True(History.Of(Start, RandomWork.Catalog).TryAccept(run, out _, out _));
        Assert.False(History.Of(Start, RandomWork.Catalog).TryAccept(new Plan([new DropColumns { Columns = ["No"] }]).Run(Start, RandomWork.Catalog), out _, out problems));
        Assert.Equal("unknown_column", problems[0].Code);
    }

    [Fact]
    public void Json_OfAHistory_IsReadBackWithEveryEntry()
    {
        Assert.True(Example.With("note", """{"by":"Ø"}""").TryUndo(3, true, out var history, out _));
        var json = HistoryJson.Write(history, RandomWork.Catalog);
        Assert.True(HistoryJson.TryRead(json, Start, RandomWork.Catalog, out var read, out var problems), string.Join(' ', problems));
        Assert.Equal(json, HistoryJson.Write(read, RandomWork.Catalog));
        Assert.Equal(TableHash.Of(history.Result), TableHash.Of(read.Result));
        Assert.True(read.CanRedo);
        Assert.False(HistoryJson.TryRead(json, Start.Without("Full Name"), RandomWork.Catalog, out _, out problems));
        Assert.Equal("stale_table", problems[0].Code);
    }

    [Theory]
    [InlineData("{", "not JSON")]
    [InlineData("[]", "no list 'entries'")]
    [InlineData("""{"version":2,"entries":[]}""", "version")]
    [InlineData("""{"version":1,"table":"HASH","entries":[{}]}""", "entry 1")]
    [InlineData("""{"version":1,"table":"HASH","entries":[{"redo":1}]}""", "entry 1")]
    [InlineData("""{"version":1,"table":"HASH","entries":[{"undo":[1]}]}""", "step 1 is undone")]
    [InlineData("""{"version":1,"table":"HASH","entries":[{"plan":{"steps":[{"action":"turn_rows"}]}},{"undo":[1,1]}]}""", "or twice")]
    [InlineData("""{"version":1,"table":"HASH","entries":[{"plan":{"steps":[{"action":"drop_columns","params":{"columns":["No"]}}]}}]}""", "step 1 cannot be done")]
    [InlineData("""{"version":1,"table":"HASH","entries":[{"plan":{"steps":[{"action":"nothing"}]}}]}""", "no action 'nothing'")]
    [InlineData("""{"version":1,"version":1,"table":"HASH","entries":[]}""", "not JSON")]
    public void Json_ThatIsNoHistory_SaysWhy(string json, string says)
    {
        Assert.False(HistoryJson.TryRead(json.Replace("HASH", TableHash.Of(Start), StringComparison.Ordinal), Start, RandomWork.Catalog, out _, out var problems));
        Assert.Contains(says, string.Join(' ', problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Undo_OfAnyStepOfAnyPlans_IsTheReplayWithoutIt()
    {
        var dependents = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var work = new RandomWork(seed);
            var history = History.Of(work.Table(), RandomWork.Catalog);
            for (var plans = 0; plans < 2; plans++)
                history = Accepted(history, work.Plan(history.Result, misfits: false));
            if (history.Steps.Count == 0)
                continue;
            var step = work.Next(history.Steps.Count) + 1;
            var gone = history.DependentsOf(step).Select(each => each.Number).Append(step).ToHashSet();
            dependents += gone.Count - 1;
            Assert.Equal(gone.Count == 1, history.TryUndo(step, false, out _, out var problems));
            Assert.Equal(gone.Count - 1, problems.Count);
            Assert.True(history.TryUndo(step, true, out var undone, out _));
            Assert.Equal(TableHash.Of(Replay(history, gone)), TableHash.Of(undone.Result));
            Assert.Equal(TableHash.Of(history.Result), TableHash.Of(undone.Redo().Result));
            Assert.True(HistoryJson.TryRead(HistoryJson.Write(undone, RandomWork.Catalog), history.Start, RandomWork.Catalog, out var read, out _), $"seed {seed}");
            Assert.Equal(TableHash.Of(undone.Result), TableHash.Of(read.Result));
        }
        Assert.True(dependents > 200);
    }

    // By hand, without the history: every step but those, with the seed and number that it always had.
    private static Table Replay(History history, HashSet<int> without)
    {
        var (table, number) = (history.Start, 0);
        foreach (var plan in history.Entries.OfType<HistoryEntry.Accepted>().Select(entry => entry.Plan))
            foreach (var (index, action) in plan.Steps.Index())
                if (!without.Contains(++number))
                    table = action.Apply(table, new RunContext(plan.Seed, index + 1));
        return table;
    }

    private static History Accepted(History history, Plan plan)
    {
        Assert.True(history.TryAccept(plan.Run(history.Result, RandomWork.Catalog), out var after, out var problems), string.Join(' ', problems));
        return after;
    }
}
