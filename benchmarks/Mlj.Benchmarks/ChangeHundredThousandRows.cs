using BenchmarkDotNet.Attributes;
using Mlj.Benchmarks.Data;
using Mlj.Benchmarks.Measuring;
using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Benchmarks;

/// <summary>What does an action cost on 100,000 rows of 20 columns, and what its preview?</summary>
public class ChangeHundredThousandRows
{
    private const int Rows = 100_000;

    private Table _table = new();
    private Plan _plan = Plan.Empty;

    /// <summary>The action and what is special about the case.</summary>
    [ParamsSource(nameof(Cases))]
    public string Case { get; set; } = "";

    public static IEnumerable<string> Cases => ActionCases.Names;

    [GlobalSetup]
    public void SetUp()
    {
        _plan = ActionCases.PlanOf(Case);
        _table = WideResults.Of(1_000);
        Prepared.WarmUp($"action {Case}", () => Run(), () => Preview());
        _table = Prepared.Once("wide results", () => WideResults.Of(Rows));
        Workload.Is<ChangeHundredThousandRows>(Case, Rows, 0);
    }

    /// <summary>The table after.</summary>
    [Benchmark(Baseline = true)]
    public int Run() => _plan.Run(_table, BuiltInActions.Catalog).Result.RowCount;

    /// <summary>The table after, and its difference to the one before.</summary>
    [Benchmark]
    public int Preview() => _plan.Run(_table, BuiltInActions.Catalog).Diff.AddedColumns.Count;
}
