using Mlj.Actions;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Tests.Actions;

namespace Mlj.Tests.Pipeline;

/// <summary>What holds for every plan of every action of the catalogue. A new action takes part without a change here, when its parameters can be guessed.</summary>
public class PlanPropertyTests
{
    private const int Plans = 1000;

    // Guesses where the type of a parameter says too little.
    private static readonly Dictionary<string, string[]> Texts = new(StringComparer.Ordinal)
    {
        ["formula"] = ["1 + 2", "[Points] * 2", "IF(ISBLANK([Points]), 0, ROUND([Points], 1))"],
    };

    [Fact]
    public void Run_OfAThousandRandomPlans_IsItsPreviewAppliedToTheStart()
    {
        var done = BuiltInActions.Catalog.Actions.ToDictionary(action => action.Name, _ => 0);
        for (var seed = 0; seed < Plans; seed++)
        {
            var chance = new Random(seed);
            var start = RandomTable.Of(chance);
            var before = Act.Grid(start);
            var plan = RandomPlan(start, chance);
            var run = plan.Run(start, BuiltInActions.Catalog);
            Assert.True(run.IsDone, $"Seed {seed}: {string.Join(' ', run.Problems)}");
            Assert.Equal(before, Act.Grid(start));
            Assert.True(Written(Applied(run)).SequenceEqual(Written(run.Result)), $"Seed {seed}: the preview of {PlanJson.Write(plan, BuiltInActions.Catalog)} is not what it does.");
            Untouched(run, seed);
            Assert.True(TableDiff.Between(run.Result, plan.Run(start, BuiltInActions.Catalog).Result).IsEmpty, $"Seed {seed}: two runs differ.");
            foreach (var step in run.Steps)
                done[BuiltInActions.Catalog.Describe(step.Action).Name]++;
        }
        // A table that was not merged knows of no attempts.
        done.Remove("set_attempt_policy");
        Assert.All(done, action => Assert.True(action.Value >= 50, $"{action.Key} was done {action.Value} times."));
    }

    [Fact]
    public void Run_OfAThousandPlansWithAFault_DoesNothing()
    {
        for (var seed = 0; seed < Plans; seed++)
        {
            var chance = new Random(seed);
            var start = RandomTable.Of(chance);
            var plan = RandomPlan(start, chance);
            var faulty = plan with { Steps = [.. plan.Steps, new Mlj.Actions.RemoveColumn { ColumnName = "No such column" }] };
            var run = faulty.Run(start, BuiltInActions.Catalog);
            Assert.Equal((plan.Steps.Count + 1, "unknown_column"), (Assert.Single(run.Problems).Step, run.Problems[0].Code));
            Assert.Same(start, run.Result);
            Assert.True(run.Diff.IsEmpty);
        }
    }

    /// <summary>One to six steps that can be done one after the other, in their written form and read again.</summary>
    private static Plan RandomPlan(Table start, Random chance)
    {
        var plan = new Plan([], chance.NextInt64());
        var table = start;
        var length = chance.Next(1, 7);
        while (plan.Steps.Count < length)
        {
            var actions = BuiltInActions.Catalog.Actions;
            var description = actions[chance.Next(actions.Count)];
            // Most parameters by chance fit no table; so an action is tried until it does.
            for (var attempt = 0; attempt < 20; attempt++)
            {
                var action = description.Create();
                foreach (var parameter in description.Parameters)
                    if (parameter.IsRequired || chance.Next(2) == 0)
                        if (RandomValue(parameter, table, chance) is { } value)
                            parameter.Set(action, value);
                var longer = plan with { Steps = [.. plan.Steps, action] };
                var run = longer.Run(start, BuiltInActions.Catalog);
                if (!run.IsDone)
                    continue;
                (plan, table) = (longer, run.Result);
                break;
            }
        }
        var json = PlanJson.Write(plan, BuiltInActions.Catalog);
        Assert.True(PlanJson.TryRead(json, BuiltInActions.Catalog, out var read, out var problems), $"{json}: {string.Join(' ', problems)}");
        Assert.Equal(json, PlanJson.Write(read, BuiltInActions.Catalog));
        return read;
    }

    private static object? RandomValue(ActionParameter parameter, Table table, Random chance)
    {
        var type = parameter.Type;
        if (type == typeof(string))
            return parameter.Names switch
            {
                ParameterSubject.NewColumn => $"Column {chance.Next(1000)}",
                ParameterSubject.Text => Texts.TryGetValue(parameter.Name, out var guesses) ? guesses[chance.Next(guesses.Length)] : $"Text {chance.Next(5)}",
                var subject => ColumnFor(subject),
            };
        if (type == typeof(IReadOnlyList<string>))
            return parameter.Names == ParameterSubject.NewColumn ? null : (string[])[.. Enumerable.Range(0, chance.Next(1, 4)).Select(_ => ColumnFor(parameter.Names)).Distinct()];
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(chance.Next(Enum.GetValues(type).Length));
        if (type == typeof(bool))
            return chance.Next(2) == 0;
        if (type == typeof(int))
            return chance.Next(-5, 100);
        if (type == typeof(decimal))
            return chance.Next(0, 2000) / 20m;
        if (type == typeof(Cell))
            return RandomCell();
        if (type == typeof(IReadOnlyList<Cell>))
            return (Cell[])[.. Enumerable.Range(0, chance.Next(4)).Select(_ => RandomCell())];
        if (type == typeof(IReadOnlyList<decimal>))
            return (decimal[])[.. table.WithRole(ColumnRole.Score).Select(_ => (decimal)chance.Next(1, 50))];
        return type == typeof(IReadOnlyDictionary<string, decimal>) ? new Dictionary<string, decimal> { ["High"] = chance.Next(1, 100), ["Low"] = 0 } : null;

        string ColumnFor(ParameterSubject subject)
        {
            var names = table.Columns.Where(column => subject != ParameterSubject.NumberColumn || column.Kind == ColumnKind.Number).Select(column => column.Name).ToList();
            return names.Count == 0 ? "" : names[chance.Next(names.Count)];
        }

        Cell RandomCell() => chance.Next(2) == 0 ? Cell.Of(chance.Next(100)) : Cell.Of(((string[])["a", "Blue", "b", "9"])[chance.Next(4)]);
    }

    /// <summary>The start with what the preview says: new columns and a new order are taken from the result, everything else from the start.</summary>
    private static (List<string> Names, Dictionary<string, Cell[]> Cells, List<int> Order) Applied(Run run)
    {
        var diff = run.Diff;
        var cells = run.Start.Columns.ToDictionary(column => column.Name, CellsOf);
        foreach (var name in diff.RemovedColumns)
            Assert.True(cells.Remove(name));
        var renamed = diff.RenamedColumns.Select(names => (names.To, Cells: cells[names.From])).ToList();
        foreach (var (from, _) in diff.RenamedColumns)
            cells.Remove(from);
        foreach (var (to, moved) in renamed)
            cells.Add(to, moved);
        foreach (var name in diff.AddedColumns)
            cells.Add(name, CellsOf(run.Result.Find(name)!));
        foreach (var change in diff.ChangedCells)
        {
            Assert.Equal(change.Before, cells[change.Column][change.Stored]);
            cells[change.Column][change.Stored] = change.After;
        }
        Assert.Empty(diff.AddedRows);
        var left = run.Start.Order.Stored.Except(diff.RemovedRows).ToList();
        return ([.. run.Result.Columns.Select(column => column.Name)], cells, diff.IsReordered ? [.. run.Result.Order.Stored.Intersect(left)] : left);
    }

    private static IEnumerable<string> Written((List<string> Names, Dictionary<string, Cell[]> Cells, List<int> Order) table) =>
        [string.Join('|', table.Names), string.Join('|', table.Cells.Keys.Order(StringComparer.Ordinal)), .. table.Order.Select(stored => string.Join('|', table.Names.Select(name => table.Cells[name][stored])))];

    private static IEnumerable<string> Written(Table table) =>
        Written(([.. table.Columns.Select(column => column.Name)], table.Columns.ToDictionary(column => column.Name, CellsOf), [.. table.Order.Stored]));

    private static Cell[] CellsOf(Column column) => [.. Enumerable.Range(0, column.Count).Select(stored => column[stored])];

    /// <summary>A column that no step names is the same object, or has the same cells in another format.</summary>
    private static void Untouched(Run run, int seed)
    {
        var named = run.Plan.Steps.SelectMany(action => BuiltInActions.Catalog.Describe(action).Parameters.Select(parameter => parameter.Get(action)))
            .SelectMany(value => value as IEnumerable<string> ?? (value is string text ? [text] : [])).ToHashSet(StringComparer.Ordinal);
        // Two actions choose the columns that they change by role when none is named.
        if (run.Plan.Steps.Any(action => action is Redact { Columns.Count: 0 }))
            named.UnionWith(run.Start.Columns.Where(column => column.Role is ColumnRole.Name or ColumnRole.Email).Select(column => column.Name));
        if (run.Plan.Steps.Any(action => action is RoundScores { ScoreColumns.Count: 0 } or SetAttemptPolicy { ScoreColumns.Count: 0 }))
            named.UnionWith(run.Start.WithRole(ColumnRole.Score).Select(column => column.Name));
        foreach (var column in run.Start.Columns.Where(column => !named.Contains(column.Name)))
            Assert.True(ReferenceEquals(column, run.Result.Find(column.Name)), $"Seed {seed}: '{column.Name}' is another object.");
        foreach (var column in run.Result.Columns.Where(column => !run.Diff.AddedColumns.Contains(column.Name) && run.Diff.ChangedCells.All(change => change.Column != column.Name)))
            Assert.True(run.Start.Columns.Any(each => each.SharesCells(column)) || named.Contains(column.Name), $"Seed {seed}: '{column.Name}' was copied.");
    }
}
