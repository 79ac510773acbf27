using Mlj.Actions;
using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Tests.Actions;

public class AddFormulaColumnTests
{
    private static readonly Table Class = new(
        new Column.Texts("Full Name", ["Ada Quill", null]),
        new Column.Numbers("Test 1 Score", [80, 55.5m]),
        new Column.Numbers("Test 2 Score", [70, null]));

    [Theory]
    [InlineData("= [Test 1 Score]*40% + [@[Test 2 Score]]*60%", "80*40% + 70*60% = 74.", "55.5*40% + missing*60% = missing.")]
    [InlineData("UPPER([Full Name])&\"!\"", "UPPER(\"Ada Quill\")&\"!\" = ADA QUILL!.", "UPPER(missing)&\"!\" = !.")]
    [InlineData("AVERAGE([Test 1 Score],[Test 2 Score])", "AVERAGE(80,70) = 75.", "AVERAGE(55.5,missing) = 55.5.")]
    public void Explain_ACell_ShowsTheRowsValuesAndTheResult(string formula, string first, string second)
    {
        var run = new Plan([new AddFormulaColumn { Formula = formula }]).Run(Class, BuiltInActions.Catalog);
        Assert.True(run.IsDone);
        Assert.Equal(first, run.Explain("Calculated", 0));
        Assert.Equal(second, run.Explain("Calculated", 1));
    }

    [Fact]
    public void Run_ADivisionByZero_IsNotedInTheStep()
    {
        var run = new Plan([new AddFormulaColumn { Formula = "[Test 1 Score]/([Test 2 Score]-70)", ColumnName = "Odd" }]).Run(Class, BuiltInActions.Catalog);
        Assert.Equal("1 row of 'Odd': a division by zero; what it was to give is missing.", Assert.Single(run.Steps[0].Notes).Message);
        Assert.True(Class.Columns.Zip(run.Result.Columns).All(pair => ReferenceEquals(pair.First, pair.Second)));
    }

    [Fact]
    public void Run_NumbersOnly_AllocatesNothingForACell()
    {
        const int Rows = 50_000;
        var table = new Table(new Column.Numbers("A", [.. Enumerable.Range(0, Rows).Select(row => (decimal?)row)]));
        var action = new AddFormulaColumn { Formula = "IF(AND([A] > 5, NOT(ISBLANK([A]))), ROUND(MEDIAN([A], 3, 5) / 7, 2), SUM([A], 1) ^ 2)" };
        action.Apply(table, new RunContext(0, 1));
        var before = GC.GetAllocatedBytesForCurrentThread();
        action.Apply(table, new RunContext(0, 1));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        // 24 bytes are the cell itself.
        Assert.InRange(allocated, 24 * Rows, 24 * Rows + 100_000);
    }
}
