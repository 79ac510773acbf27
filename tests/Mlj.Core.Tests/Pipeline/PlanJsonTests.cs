using Mlj.Actions;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Tests.Pipeline.Invented;

namespace Mlj.Tests.Pipeline;

public class PlanJsonTests
{
    private static readonly ActionCatalog Catalog = ActionCatalog.Of(typeof(CountTests).Assembly, typeof(AddCurve).Assembly);

    [Fact]
    public void Write_ThenRead_GivesTheSamePlan()
    {
        var plan = new Plan(
            [
                new CountTests { ScoreColumns = ["Test 1", "Test \"2\""] },
                new AddAverage { Missing = MissingScore.AsZero, ResultColumn = "Ø 平均" },
                new AddPassFail { ScoreColumn = "Ø 平均", Threshold = 49.95m, FailedText = "" },
                new AddCurve { ScoreColumn = "Test 1", Points = -0.0000001m, Times = int.MaxValue, FillMissing = true, CurveShape = CurveShape.StraightDown, Limit = 79228162514264337593543950335m, Remark = Cell.Of("7"), Remarks = [Cell.Of(7), Cell.Of("x")], Weights = new Dictionary<string, decimal> { ["Ø"] = 1.5m, ["a \"b\""] = -2 } },
            ], long.MinValue);
        var json = PlanJson.Write(plan, Catalog);
        Assert.True(PlanJson.TryRead(json, Catalog, out var read, out var problems), string.Join(' ', problems));
        Assert.Equal(long.MinValue, read.Seed);
        Assert.Equal(json, PlanJson.Write(read, Catalog));
        Assert.Equal(["Test 1", "Test \"2\""], Assert.IsType<CountTests>(read.Steps[0]).ScoreColumns);
        Assert.Equal(plan.Steps[2], read.Steps[2]);
        var curve = Assert.IsType<AddCurve>(read.Steps[3]);
        Assert.Equal(Cell.Of("7"), curve.Remark);
        Assert.Equal([Cell.Of(7), Cell.Of("x")], curve.Remarks);
        Assert.Equal(["Ø", "a \"b\""], curve.Weights!.Keys);
        Assert.Equal((-0.0000001m, int.MaxValue, true, CurveShape.StraightDown, 79228162514264337593543950335m), (curve.Points, curve.Times, curve.FillMissing, curve.CurveShape, curve.Limit!.Value));
    }

    [Fact]
    public void Write_DefaultParameters_LeavesThemOut() =>
        Assert.Equal(
            """
            {
              "version": 1,
              "seed": 0,
              "steps": [
                {
                  "action": "add_pass_fail",
                  "params": {
                    "score_column": "Ø"
                  }
                },
                {
                  "action": "count_tests",
                  "params": {}
                }
              ]
            }
            """.ReplaceLineEndings("\n"), PlanJson.Write(new Plan([new AddPassFail { ScoreColumn = "Ø", Threshold = 60.0m }, new CountTests()]), Catalog).ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("""{"steps":[]}""")]
    [InlineData("""{"version":1,"steps":[{"action":"count_tests"}]}""")]
    [InlineData("""{"version":1,"seed":-9223372036854775808,"steps":[{"action":"add_curve","params":{"score_column":"A","limit":null}}]}""")]
    public void TryRead_WhatMayBeLeftOut_IsLeftOut(string json)
    {
        Assert.True(PlanJson.TryRead(json, Catalog, out var plan, out var problems), string.Join(' ', problems));
        Assert.NotNull(plan);
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("", "not_a_plan")]
    [InlineData("{", "not_a_plan")]
    [InlineData("no plan", "not_a_plan")]
    [InlineData("[]", "not_a_plan")]
    [InlineData("null", "not_a_plan")]
    [InlineData("{}", "not_a_plan")]
    [InlineData("""{"steps":{}}""", "not_a_plan")]
    [InlineData("""{"steps":[1]}""", "not_a_plan")]
    [InlineData("""{"steps":[{}]}""", "not_a_plan")]
    [InlineData("""{"steps":[{"action":1}]}""", "not_a_plan")]
    [InlineData("""{"steps":[{"action":"count_tests","params":[]}]}""", "not_a_plan")]
    [InlineData("""{"steps":[{"action":"count_tests","parameters":{}}]}""", "not_a_plan")]
    [InlineData("""{"step":[],"steps":[]}""", "not_a_plan")]
    [InlineData("""{"steps":[],"seed":1.5}""", "not_a_plan")]
    [InlineData("""{"steps":[],"seed":"1"}""", "not_a_plan")]
    [InlineData("""{"steps":[],"seed":9223372036854775808}""", "not_a_plan")]
    [InlineData("""{"steps":[{"action":"\ud800"}]}""", "not_a_plan")]
    [InlineData("""{"steps":[{"action":"count_tests","params":{"\ud800":1}}]}""", "not_a_plan")]
    [InlineData("""{"steps":[{"action":"count_tests","params":{"result_column":"\udc00"}}]}""", "not_a_plan")]
    [InlineData("""{"version":2,"steps":[]}""", "unknown_version")]
    [InlineData("""{"version":"1","steps":[]}""", "unknown_version")]
    [InlineData("""{"version":1.5,"steps":[]}""", "unknown_version")]
    [InlineData("""{"steps":[{"action":"count_test"}]}""", "unknown_action")]
    [InlineData("""{"steps":[{"action":"count_tests","params":{"result_colum":"A"}}]}""", "unknown_parameter")]
    [InlineData("""{"steps":[{"action":"add_curve","params":{"score_column":"A","comment":"no parameter"}}]}""", "unknown_parameter")]
    [InlineData("""{"steps":[{"action":"add_pass_fail","params":{"threshold":50}}]}""", "missing_parameter")]
    [InlineData("""{"steps":[{"action":"count_tests","params":{"result_column":5}}]}""", "wrong_type")]
    [InlineData("""{"steps":[{"action":"count_tests","params":{"result_column":null}}]}""", "wrong_type")]
    [InlineData("""{"steps":[{"action":"count_tests","params":{"score_columns":"A"}}]}""", "wrong_type")]
    [InlineData("""{"steps":[{"action":"count_tests","params":{"score_columns":["A",1]}}]}""", "wrong_type")]
    [InlineData("""{"steps":[{"action":"add_average","params":{"missing":"AsZero"}}]}""", "wrong_type")]
    [InlineData("""{"steps":[{"action":"add_average","params":{"missing":1}}]}""", "wrong_type")]
    [InlineData("""{"steps":[{"action":"add_pass_fail","params":{"score_column":"A","threshold":"50"}}]}""", "wrong_type")]
    [InlineData("""{"steps":[{"action":"add_pass_fail","params":{"score_column":1}}]}""", "wrong_type")]
    [InlineData("""{"steps":[{"action":"add_pass_fail","params":{"score_column":"A","threshold":1e400}}]}""", "wrong_type")]
    [InlineData("""{"steps":[{"action":"add_curve","params":{"score_column":"A","times":1.5}}]}""", "wrong_type")]
    [InlineData("""{"steps":[{"action":"add_curve","params":{"score_column":"A","times":2147483648}}]}""", "wrong_type")]
    [InlineData("""{"steps":[{"action":"add_curve","params":{"score_column":"A","fill_missing":"true"}}]}""", "wrong_type")]
    [InlineData("""{"steps":[{"action":"add_curve","params":{"score_column":"A","points":null}}]}""", "wrong_type")]
    [InlineData("""{"steps":[{"action":"add_curve","params":{"score_column":"A","remark":true}}]}""", "wrong_type")]
    [InlineData("""{"steps":[{"action":"add_curve","params":{"score_column":"A","remark":null}}]}""", "wrong_type")]
    [InlineData("""{"steps":[{"action":"add_curve","params":{"score_column":"A","remark":1e400}}]}""", "wrong_type")]
    [InlineData("""{"steps":[{"action":"add_curve","params":{"score_column":"A","remarks":[1,null]}}]}""", "wrong_type")]
    [InlineData("""{"steps":[{"action":"add_curve","params":{"score_column":"A","remarks":[1,[2]]}}]}""", "wrong_type")]
    [InlineData("""{"steps":[{"action":"add_curve","params":{"score_column":"A","remarks":{}}}]}""", "wrong_type")]
    [InlineData("""{"steps":[{"action":"add_curve","params":{"score_column":"A","weights":[1]}}]}""", "wrong_type")]
    [InlineData("""{"steps":[{"action":"add_curve","params":{"score_column":"A","weights":{"A":"1"}}}]}""", "wrong_type")]
    [InlineData("""{"steps":[{"action":"add_curve","params":{"score_column":"A","weights":{"A":1,"A":2}}}]}""", "not_a_plan")]
    [InlineData("""{"steps":[{"action":"add_curve","params":{"score_column":"A","weights":{"\ud800":1}}}]}""", "not_a_plan")]
    public void TryRead_WhatIsWrong_IsOneProblemAndNoPlan(string json, string code)
    {
        Assert.False(PlanJson.TryRead(json, Catalog, out var plan, out var problems));
        Assert.Null(plan);
        Assert.Equal(code, Assert.Single(problems).Code);
    }

    [Theory]
    [InlineData("60", "60")]
    [InlineData("\"60\"", "\"60\"")]
    [InlineData("[60]", "60")]
    [InlineData("[60, \"a\"]", "[60,\"a\"]")]
    public void TryRead_OneValueOrAList_IsWrittenAsShortAsItMayBe(string value, string written)
    {
        var json = $$$"""{"steps":[{"action":"add_curve","params":{"score_column":"A","remarks":{{{value}}}}}]}""";
        Assert.True(PlanJson.TryRead(json, Catalog, out var plan, out var problems), string.Join(' ', problems));
        using var again = System.Text.Json.JsonDocument.Parse(PlanJson.Write(plan, Catalog));
        Assert.Equal(written, string.Concat(again.RootElement.GetProperty("steps")[0].GetProperty("params").GetProperty("remarks").GetRawText().Where(letter => !char.IsWhiteSpace(letter))));
    }

    [Fact]
    public void TryRead_BrokenUtf16_IsAProblem()
    {
        Assert.False(PlanJson.TryRead("{\"steps\":[],\"\ud800\":1}", Catalog, out _, out var problems));
        Assert.Equal("not_a_plan", Assert.Single(problems).Code);
    }

    [Fact]
    public void TryRead_SeveralFaults_NamesThemAll()
    {
        Assert.False(PlanJson.TryRead(
            """{"version":3,"steps":[{"action":"nothing_of_the_kind"},{"action":"add_pass_fail","params":{"treshold":50,"passed_text":true}}]}""", Catalog, out _, out var problems));
        Assert.Equal(["unknown_version", "unknown_action", "unknown_parameter", "wrong_type", "missing_parameter"], problems.Select(problem => problem.Code));
        Assert.Equal([null, 1, 2, 2, 2], problems.Select(problem => problem.Step));
    }

    [Fact]
    public void TryRead_ANearName_OffersIt()
    {
        PlanJson.TryRead("""{"steps":[{"action":"Count_Test"}]}""", BuiltInActions.Catalog, out _, out var problems);
        Assert.Equal("Step 1: There is no action 'Count_Test'. Did you mean 'count_tests'? The actions are: " + string.Join(", ", BuiltInActions.Catalog.Actions.Select(action => action.Name)) + ".", problems[0].ToString());
        PlanJson.TryRead("""{"steps":[{"action":"add_pass_fail","params":{"score_column":"A","treshhold":50}}]}""", BuiltInActions.Catalog, out _, out problems);
        Assert.Equal("Step 1: 'add_pass_fail' has no parameter 'treshhold'. Did you mean 'threshold'? Its parameters are: score_column, result_column, threshold, passed_text, failed_text.", problems[0].ToString());
        PlanJson.TryRead("""{"steps":[{"action":"make_coffee"}]}""", BuiltInActions.Catalog, out _, out problems);
        Assert.DoesNotContain("Did you mean", problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TryRead_AWrongType_SaysWhatIsExpectedAndWhatIsThere()
    {
        PlanJson.TryRead("""{"steps":[{"action":"add_curve","params":{"score_column":"A","weights":{"A":"1"},"remark":[],"remarks":{}}}]}""", Catalog, out _, out var ofCells);
        Assert.Equal(["a text or a number; it is [].", "a text, a number, or a list of them; it is {}."], ofCells.Skip(1).Select(problem => problem.Message[(problem.Message.IndexOf("must be ", StringComparison.Ordinal) + 8)..]));
        Assert.Equal("The parameter 'weights' of 'add_curve' must be an object of numbers by name, such as {\"A\": 90, \"F\": 0}, each name once; it is {\"A\":\"1\"}.", ofCells[0].Message);
        PlanJson.TryRead("""{"steps":[{"action":"add_average","params":{"missing":"zero"}},{"action":"count_tests","params":{"score_columns":{"a":"a very long object that nobody wants to read"}}}]}""", Catalog, out _, out var problems);
        Assert.Equal("Step 1: The parameter 'missing' of 'add_average' must be one of leave_out, as_zero; it is \"zero\".", problems[0].ToString());
        Assert.Equal("Step 2: The parameter 'score_columns' of 'count_tests' must be a list of texts; it is {\"a\":\"a very long object that nobody wan….", problems[1].ToString());
    }
}
