using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Tests.Pipeline.Invented;

/// <summary>An action as somebody else would add one: this file and nothing more. It has a parameter of every type.</summary>
[Action("add_curve", "Adds a column with a curve.")]
public sealed record AddCurve : TableAction
{
    [Parameter("The scores.", Names = ParameterSubject.NumberColumn)]
    public required string ScoreColumn { get; init; }

    [Parameter("Columns that must be there.", Names = ParameterSubject.Column, Examples = ["Name"])]
    public IReadOnlyList<string> BesideColumns { get; init; } = [];

    [Parameter("The name of the new column.", Names = ParameterSubject.NewColumn)]
    public string ResultColumn { get; init; } = "Curve";

    [Parameter("Points to add.", Minimum = -0.5)]
    public decimal Points { get; init; } = 2.5m;

    [Parameter("How often they are added.", Maximum = 10, Examples = ["3"])]
    public int Times { get; init; } = 1;

    [Parameter("Whether missing scores become the points.", Examples = ["true"])]
    public bool FillMissing { get; init; }

    [Parameter("Which way.", Examples = ["straight_down"])]
    public CurveShape CurveShape { get; init; } = CurveShape.StraightUp;

    [Parameter("The most there can be; no limit when left out.", Minimum = 0, Maximum = 1000, Examples = ["99.5"])]
    public decimal? Limit { get; init; }

    [Parameter("What is noted, a text or a number.")]
    public Cell Remark { get; init; } = Cell.Of("");

    [Parameter("What is noted besides.")]
    public IReadOnlyList<Cell> Remarks { get; init; } = [];

    [Parameter("Weights by name.")]
    public IReadOnlyDictionary<string, decimal>? Weights { get; init; }

    /// <summary>No parameter.</summary>
    public string Comment { get; init; } = "";

    public override Table Apply(Table table, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(context);
        var scores = (Column.Numbers)table.Find(ScoreColumn)!;
        var sign = CurveShape == CurveShape.StraightUp ? 1 : -1;
        var cells = new decimal?[table.StoredCount];
        for (var stored = 0; stored < cells.Length; stored++)
            if ((scores.Number(stored) ?? (FillMissing ? 0 : null)) is { } score)
                cells[stored] = Math.Min(score + sign * Points * Times, Limit ?? decimal.MaxValue);
        context.Add(new Note(NoteLevel.Information, "curved", $"Step {context.Step} of seed {context.Seed}."));
        return table.With(new Column.Numbers(ResultColumn, cells));
    }

    public override IEnumerable<string> Check(Table table) => Times < 0 ? ["'times' is below 0. Give 0 or more."] : [];

    public override string Explain(Table before, int stored) => $"{((Column.Numbers)before.Find(ScoreColumn)!).Show(stored)} and a curve.";
}
