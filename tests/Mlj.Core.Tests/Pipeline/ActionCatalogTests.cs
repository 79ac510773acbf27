using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Mlj.Actions;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Testing.Snapshots;
using Mlj.Tests.Pipeline.Invented;

namespace Mlj.Tests.Pipeline;

public partial class ActionCatalogTests
{
    private static readonly ActionCatalog Ours = ActionCatalog.Of(typeof(ActionCatalogTests).Assembly);

    [Fact]
    public void BuiltIn_NamesAndParameters_AreFrozen() => Snapshot.Match(Described(BuiltInActions.Catalog));

    [Fact]
    public void BuiltIn_EveryName_IsSnakeCase()
    {
        Assert.NotEmpty(BuiltInActions.Catalog.Actions);
        foreach (var action in BuiltInActions.Catalog.Actions)
        {
            Assert.Matches(SnakeCased(), action.Name);
            Assert.EndsWith(".", action.Summary, StringComparison.Ordinal);
            foreach (var parameter in action.Parameters)
            {
                Assert.Matches(SnakeCased(), parameter.Name);
                Assert.EndsWith(".", parameter.Help, StringComparison.Ordinal);
                Assert.All(parameter.Choices, choice => Assert.Matches(SnakeCased(), choice));
            }
        }
    }

    [Fact]
    public void BuiltIn_ActionsThatLoseSomething_SaySo() => Assert.Equal(
        ["fill_missing", "filter_data", "redact", "remove_column", "round_scores", "set_attempt_policy"],
        BuiltInActions.Catalog.Actions.Where(action => action.Risk != ActionRisk.Reversible).Select(action => action.Name));

    [Theory]
    [InlineData("", ActionRisk.Read)]
    [InlineData("add_column", ActionRisk.Reversible)]
    [InlineData("add_column remove_column sort_data", ActionRisk.Destructive)]
    public void RiskOf_APlan_IsThatOfItsRiskiestStep(string steps, ActionRisk expected)
    {
        var plan = new Plan([.. steps.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => BuiltInActions.Catalog.Find(name)!.Create())]);

        Assert.Equal(expected, BuiltInActions.Catalog.RiskOf(plan));
    }

    [Fact]
    public void BuiltIn_Actions_StandByName() => Assert.Equal(BuiltInActions.Catalog.Actions.OrderBy(action => action.Name, StringComparer.Ordinal), BuiltInActions.Catalog.Actions);

    [Fact]
    public void Of_AnotherAssembly_FindsItsActions()
    {
        Assert.Equal(["add_curve", "break_rules", "multiply", "rename_to"], Ours.Actions.Select(action => action.Name));
        Assert.Equal(
            """
            add_curve: Adds a column with a curve.
              score_column: String, required, a NumberColumn. The scores.
              beside_columns: list of String = [], a Column. Columns that must be there.
              result_column: String = Curve, a NewColumn. The name of the new column.
              points: Decimal = 2.5. Points to add.
              times: Int32 = 1. How often they are added.
              fill_missing: Boolean = False. Whether missing scores become the points.
              curve_shape: CurveShape = StraightUp (straight_up, straight_down). Which way.
              limit: Decimal = nothing. The most there can be; no limit when left out.
              remark: Cell = . What is noted, a text or a number.
              remarks: list of Cell = []. What is noted besides.
              weights: Decimal by name = nothing. Weights by name.
            break_rules: Gives no table.
              other_rows: Boolean = False. Whether it gives a table of other rows instead.
            multiply: Multiplies columns.
              columns: list of String, required, a NumberColumn. The columns.
              factors: list of Decimal = [2, 2.5]. A factor for each.
            rename_to: Renames a column.
              column: String, required, a Column. The column.
              new_name: String, required, a NewColumn. Its new name.

            """.ReplaceLineEndings("\n"), Described(Ours));
    }

    [Fact]
    public void Of_AnotherAssembly_WorksFromJson()
    {
        var catalog = ActionCatalog.Of(typeof(CountTests).Assembly, typeof(AddCurve).Assembly);
        Assert.True(PlanJson.TryRead(
            """
            {"version":1,"seed":7,"steps":[
              {"action":"count_tests","params":{}},
              {"action":"add_curve","params":{"score_column":"Score","beside_columns":["Name"],"points":0.5,"times":3,"fill_missing":true,"curve_shape":"straight_down","limit":9}}]}
            """, catalog, out var plan, out _));
        var run = plan.Run(new Table(new Column.Texts("Name", ["a", "b", "c"]), new Column.Numbers("Score", [10, null, 20]) { Role = ColumnRole.Score }), catalog);
        Assert.Equal(["8.5", "-1.5", "9"], Enumerable.Range(0, 3).Select(run.Result.Find("Curve")!.Show));
        Assert.Equal("Step 2 of seed 7.", Assert.Single(run.Steps[1].Notes).Message);
    }

    [Fact]
    public void Of_TwoAssembliesWithOneName_IsTheCallersError() => Assert.StartsWith("There are two actions 'add_curve'.",
        Assert.Throws<ArgumentException>(() => ActionCatalog.Of(typeof(AddCurve).Assembly, typeof(AddCurve).Assembly)).Message, StringComparison.Ordinal);

    [Fact]
    public void With_AnotherAction_FindsItBesideTheOthers()
    {
        var catalog = BuiltInActions.Catalog.With<AddCurve>();
        Assert.Equal([.. BuiltInActions.Catalog.Actions.Select(action => action.Name).Append("add_curve").Order(StringComparer.Ordinal)], catalog.Actions.Select(action => action.Name));
        Assert.Equal("add_curve", catalog.Describe(new AddCurve { ScoreColumn = "Score" }).Name);
        Assert.Throws<ArgumentException>(() => catalog.With<AddCurve>());
        Assert.Throws<ArgumentException>(() => catalog.With<Unlisted>());
    }

    [Theory]
    [InlineData(typeof(OfDate), "OfDate.Day is of the type DateTime; it must be a string, bool, int, decimal")]
    [InlineData(typeof(OfLong), "OfLong.Count is of the type Int64")]
    [InlineData(typeof(OfNothing), "OfNothing.Count has no init accessor")]
    [InlineData(typeof(OfArguments), "OfArguments has no public constructor without parameters")]
    public void Catalogue_WithAnActionThatPlansCannotWrite_SaysWhichParameterAtOnce(Type action, string what) => Assert.Contains(what,
        Assert.Throws<ArgumentException>(() => new ActionDescription(action, new ActionAttribute("odd", "Odd."))).Message, StringComparison.Ordinal);

    [Fact]
    public void Find_AName_IsExact()
    {
        Assert.NotNull(Ours.Find("add_curve"));
        Assert.Null(Ours.Find("Add_Curve"));
        Assert.Null(Ours.Find("count_tests"));
    }

    [Fact]
    public void Describe_AnActionOfElsewhere_IsTheCallersError()
    {
        Assert.Equal("rename_to", Ours.Describe(new RenameTo { Column = "a", NewName = "b" }).Name);
        Assert.Throws<ArgumentException>(() => Ours.Describe(new CountTests()));
        Assert.Throws<ArgumentException>(() => Ours.Describe(new Unlisted()));
    }

    [Theory]
    [InlineData("ScoreColumn", "score_column")]
    [InlineData("Score", "score")]
    [InlineData("score", "score")]
    [InlineData("AsZero", "as_zero")]
    public void SnakeCase_OfAName_PutsALowLineBeforeCapitals(string name, string snake) => Assert.Equal(snake, SnakeCase.Of(name));

    private static string Described(ActionCatalog catalog)
    {
        var text = new StringBuilder();
        foreach (var action in catalog.Actions)
        {
            text.Append(CultureInfo.InvariantCulture, $"{action.Name}: {action.Summary}\n");
            foreach (var parameter in action.Parameters)
            {
                var type = parameter.Type switch
                {
                    { IsGenericType: true } map when map.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) => $"{map.GenericTypeArguments[1].Name} by name",
                    { IsGenericType: true } list => $"list of {list.GenericTypeArguments[0].Name}",
                    var one => one.Name,
                };
                var standard = parameter.IsRequired ? ", required" : parameter.Default switch
                {
                    null => " = nothing",
                    IEnumerable<string> texts => $" = [{string.Join(", ", texts)}]",
                    IEnumerable<Cell> cells => $" = [{string.Join(", ", cells)}]",
                    IEnumerable<decimal> numbers => $" = [{string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}]",
                    var value => string.Create(CultureInfo.InvariantCulture, $" = {value}"),
                };
                text.Append(CultureInfo.InvariantCulture, $"  {parameter.Name}: {type}{standard}");
                if (parameter.Choices.Count > 0)
                    text.Append(CultureInfo.InvariantCulture, $" ({string.Join(", ", parameter.Choices)})");
                if (parameter.Names != ParameterSubject.Text)
                    text.Append(CultureInfo.InvariantCulture, $", a {parameter.Names}");
                text.Append(CultureInfo.InvariantCulture, $". {parameter.Help}\n");
            }
        }
        return text.ToString();
    }

    [GeneratedRegex("^[a-z]+(_[a-z0-9]+)*$")]
    private static partial Regex SnakeCased();

    private record Doing : TableAction
    {
        public override Table Apply(Table table, RunContext context) => table;
    }

    private sealed record OfDate : Doing
    {
        [Parameter("A day.")]
        public DateTime Day { get; init; }
    }

    private sealed record OfLong : Doing
    {
        [Parameter("A number.")]
        public long? Count { get; init; }
    }

    private sealed record OfNothing : Doing
    {
        [Parameter("A number.")]
        public int Count { get; } = 3;
    }

    private sealed record OfArguments(int Count) : Doing;
}
