using System.Numerics;
using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Tests.Actions;

/// <summary>Does one action as a user would, from its written form, and sees to what holds for every action.</summary>
internal static class Act
{
    /// <summary>The run of a plan of this one action, whose other columns are shared with the table before.</summary>
    public static Run On(Table table, TableAction action, long seed = 0)
    {
        var json = PlanJson.Write(new Plan([action], seed), BuiltInActions.Catalog);
        Assert.True(PlanJson.TryRead(json, BuiltInActions.Catalog, out var plan, out var problems), string.Join(' ', problems));
        Assert.Equal(json, PlanJson.Write(plan, BuiltInActions.Catalog));
        var run = plan.Run(table, BuiltInActions.Catalog);
        foreach (var column in run.Result.Columns)
            Assert.True(run.Diff.AddedColumns.Contains(column.Name) || table.Columns.Any(each => each.SharesCells(column)), $"'{column.Name}' was copied.");
        Assert.Empty(run.Diff.ChangedCells);
        return run;
    }

    /// <summary>The only problem of an action on a table.</summary>
    public static string Problem(Table table, TableAction action)
    {
        var run = On(table, action);
        Assert.Same(table, run.Result);
        return Assert.Single(run.Problems).Message;
    }

    /// <summary>Runs a test on 1,000 random tables, and says which one failed.</summary>
    public static void OnAThousandTables(Action<Table, Random> test)
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var chance = new Random(seed);
            try
            {
                test(RandomTable.Of(chance), chance);
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"Seed {seed}: {error.Message}", error);
            }
        }
    }

    /// <summary>The headings, then the rows as they are shown.</summary>
    public static List<List<string>> Grid(Table table) =>
        [[.. table.Columns.Select(column => column.Name)], .. table.Order.Stored.Select(stored => table.Columns.Select(column => column.Show(stored)).ToList())];

    /// <summary>A number with at most ten decimals, exactly; what a division left behind them is taken for thirds.</summary>
    public static Fraction Exactly(decimal number) => new(new BigInteger(number * 10_000_000_000m), 10_000_000_000);

    /// <summary>A random column of numbers.</summary>
    public static Column.Numbers Numbers(Table table, Random chance)
    {
        var numbers = table.Columns.OfType<Column.Numbers>().ToList();
        return numbers[chance.Next(numbers.Count)];
    }
}
