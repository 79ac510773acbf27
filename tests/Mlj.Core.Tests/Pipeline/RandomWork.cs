using Mlj.Actions;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Testing.Actions;

namespace Mlj.Tests.Pipeline;

/// <summary>Random tables and plans; most steps fit, some do not.</summary>
internal sealed class RandomWork(int seed)
{
    public static readonly ActionCatalog Catalog = ActionCatalog.Of(typeof(CountTests).Assembly, typeof(TakeRows).Assembly, typeof(Invented.AddCurve).Assembly);

    private readonly Random _chance = new(seed);

    public Table Table()
    {
        var rows = _chance.Next(0, 12);
        var columns = new List<Column> { new Column.Texts("Full Name", [.. Enumerable.Range(0, rows).Select(row => (string?)$"Person {row}")]) { Role = ColumnRole.Name } };
        for (var test = 1; test <= _chance.Next(1, 5); test++)
            columns.Add(new Column.Numbers($"Test {test} Score", [.. Enumerable.Range(0, rows).Select(_ => _chance.Next(5) == 0 ? null : (decimal?)_chance.Next(0, 10001) / 100)]) { Role = ColumnRole.Score, Test = test });
        return new Table(columns);
    }

    /// <summary>A plan of steps that can be done one after the other, with now and then one that cannot.</summary>
    /// <param name="table">The table.</param>
    /// <param name="misfits">Whether there may be steps that do not fit.</param>
    public Plan Plan(Table table, bool misfits)
    {
        var steps = new List<TableAction>();
        var plan = new Plan(steps, _chance.Next());
        for (var count = _chance.Next(1, 9); count > 0; count--)
        {
            var step = Step(new Plan([.. steps], plan.Seed).Run(table, Catalog, new RunOptions { SkipMisfits = true }).Result, misfits);
            if (misfits || new Plan([.. steps, step], plan.Seed).Run(table, Catalog).IsDone)
                steps.Add(step);
        }
        return plan with { Steps = [.. steps] };
    }

    private TableAction Step(Table table, bool misfits)
    {
        var name = misfits && _chance.Next(4) == 0 ? "Nowhere" : Any(table.Columns.Select(column => column.Name));
        var number = Any(table.Columns.Where(column => column.Kind == ColumnKind.Number).Select(column => column.Name));
        var made = "New " + _chance.Next(6);
        return _chance.Next(11) switch
        {
            0 => new CountTests { ResultColumn = made },
            1 => new AddAverage { ResultColumn = made, ScoreColumns = _chance.Next(2) == 0 ? [] : [number] },
            2 => new AddPassFail { ScoreColumn = number, ResultColumn = made },
            3 or 4 => new Invented.RenameTo { Column = name, NewName = _chance.Next(3) == 0 ? "Test 1 Score" : made },
            5 => new TakeRows { Every = _chance.Next(1, 4) },
            6 => new TurnRows(),
            7 => new DropColumns { Columns = [name] },
            8 => new DoubleNumbers { Column = number },
            9 => new CopyByFormula { Formula = $"[{name}]", ResultColumn = made },
            _ => new AddDice { ResultColumn = made },
        };
    }

    public int Next(int below) => _chance.Next(below);

    private string Any(IEnumerable<string> names) => names.ToList() is { Count: > 0 } some ? some[_chance.Next(some.Count)] : "Nowhere";
}
