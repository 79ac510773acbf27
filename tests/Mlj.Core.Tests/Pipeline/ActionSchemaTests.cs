using System.Text.Json;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Testing.Snapshots;
using Mlj.Tests.Actions;
using Mlj.Tests.Pipeline.Invented;

namespace Mlj.Tests.Pipeline;

public class ActionSchemaTests
{
    private static readonly ActionCatalog Ours = ActionCatalog.Of(typeof(ActionSchemaTests).Assembly);

    public static TheoryData<string> Actions => [.. BuiltInActions.Catalog.Actions.Select(action => action.Name)];

    [Theory]
    [MemberData(nameof(Actions))]
    public void Of_AnAction_HasEveryParameterWithItsMeaning(string name)
    {
        var action = BuiltInActions.Catalog.Find(name)!;
        var schema = SchemaOf(action);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.GetProperty("$schema").GetString());
        Assert.Equal(action.Summary, schema.GetProperty("description").GetString());
        Assert.Equal(action.Parameters.Select(parameter => parameter.Name), schema.GetProperty("properties").EnumerateObject().Select(property => property.Name));
        Assert.Equal(action.Parameters.Where(parameter => parameter.IsRequired).Select(parameter => parameter.Name), schema.GetProperty("required").EnumerateArray().Select(each => each.GetString()));
        foreach (var parameter in action.Parameters)
        {
            var inner = schema.GetProperty("properties").GetProperty(parameter.Name);
            Assert.Equal(parameter.Help, inner.GetProperty("description").GetString());
            Assert.NotEqual(parameter.IsRequired, inner.TryGetProperty("default", out var standard));
            if (!parameter.IsRequired)
                Assert.Empty(TinySchema.Problems(inner, standard));
            if (inner.TryGetProperty("examples", out var examples))
                Assert.All(examples.EnumerateArray(), example => Assert.Empty(TinySchema.Problems(inner, example)));
        }
    }

    [Fact]
    public void Of_EveryKindOfParameter_IsWritten() => Snapshot.Match(ActionSchema.Of(Ours.Find("add_curve")!));

    [Fact]
    public void Of_TheActions_AcceptsEveryPlanOfThePages()
    {
        var steps = 0;
        foreach (var (example, step) in SpecPage.Names.Select(SpecPage.Read).SelectMany(page => page.Examples)
            .SelectMany(example => StepsOf(example.Plan).Select(step => (example, step))))
        {
            var action = BuiltInActions.Catalog.Find(step.GetProperty("action").GetString()!)!;
            var problems = TinySchema.Problems(SchemaOf(action), step.GetProperty("params")).ToList();
            // A page may show what happens when a plan is wrong in itself. Reading it fails as well, but for a blank name, which fails when it runs.
            if (PlanJson.TryRead(example.Plan, BuiltInActions.Catalog, out _, out _))
                Assert.All(problems, problem => Assert.EndsWith(" does not match", problem, StringComparison.Ordinal));
            else
                Assert.NotEmpty(problems);
            steps++;
        }
        Assert.InRange(steps, 15, int.MaxValue);
    }

    [Theory]
    [InlineData("""{}""", "/score_column is missing")]
    [InlineData("""{"score_column":5}""", "/score_column is no \"string\"")]
    [InlineData("""{"score_column":"a","points":"2"}""", "/points is no \"number\"")]
    [InlineData("""{"score_column":"a","points":-1}""", "/points is too small")]
    [InlineData("""{"score_column":"a","times":1.5}""", "/times is no \"integer\"")]
    [InlineData("""{"score_column":"a","times":11}""", "/times is too large")]
    [InlineData("""{"score_column":"a","fill_missing":"yes"}""", "/fill_missing is no \"boolean\"")]
    [InlineData("""{"score_column":"a","fill_missing":null}""", "/fill_missing is no \"boolean\"")]
    [InlineData("""{"score_column":"a","beside_columns":"b"}""", "/beside_columns is no \"array\"")]
    [InlineData("""{"score_column":"a","beside_columns":["b",1]}""", "/beside_columns/1 is no \"string\"")]
    [InlineData("""{"score_column":"a","curve_shape":"round"}""", "/curve_shape is not among [\n        \"straight_up\",\n        \"straight_down\"\n      ]")]
    [InlineData("""{"score_column":"a","scores":"b"}""", "/scores is unknown")]
    [InlineData("""{"score_column":"a","result_column":" "}""", "/result_column does not match")]
    [InlineData("""[]""", " is no \"object\"")]
    public void Of_AnAction_RejectsWhatIsWrong_AsReadingAndRunningDo(string parameters, string problem)
    {
        using var document = JsonDocument.Parse(parameters);
        Assert.Equal([problem], TinySchema.Problems(SchemaOf(Ours.Find("add_curve")!), document.RootElement));
        var table = new Table(new Column.Numbers("a", [1]), new Column.Texts("b", ["x"]));
        var isRead = PlanJson.TryRead($$"""{"version":1,"steps":[{"action":"add_curve","params":{{parameters}}}]}""", Ours, out var plan, out _);
        Assert.False(isRead && plan!.Run(table, Ours).IsDone);
    }

    [Theory]
    [InlineData(-1, 1, 5, "The parameter 'points' of 'add_curve' must be -0.5 or more; it is -1.")]
    [InlineData(1, 11, 5, "The parameter 'times' of 'add_curve' must be 10 or less; it is 11.")]
    [InlineData(1, 1, 1001, "The parameter 'limit' of 'add_curve' must be from 0 to 1000; it is 1001.")]
    public void Run_ANumberOutOfRange_IsRefusedBeforeAnythingRuns(int points, int times, int limit, string message)
    {
        var table = new Table(new Column.Numbers("a", [1]));
        var plan = new Plan([new RenameTo { Column = "a", NewName = "b" }, new AddCurve { ScoreColumn = "b", Points = points, Times = times, Limit = limit }]);
        var run = plan.Run(table, Ours);
        var problem = Assert.Single(run.Problems);
        Assert.Equal((2, "out_of_range", message), (problem.Step, problem.Code, problem.Message));
        Assert.Same(table, run.Result);
    }

    [Fact]
    public void Run_NumbersAtTheEndsOfTheirRange_IsDone()
    {
        var plan = new Plan([new AddCurve { ScoreColumn = "a", Points = -0.5m, Times = 10, Limit = 1000 }]);
        Assert.True(plan.Run(new Table(new Column.Numbers("a", [1])), Ours).IsDone);
    }

    private static JsonElement SchemaOf(ActionDescription action)
    {
        using var document = JsonDocument.Parse(ActionSchema.Of(action));
        return document.RootElement.Clone();
    }

    private static List<JsonElement> StepsOf(string plan)
    {
        using var document = JsonDocument.Parse(plan);
        return [.. document.RootElement.GetProperty("steps").EnumerateArray().Select(step => step.Clone())];
    }
}
