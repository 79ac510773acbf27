using Mlj.Recognition.Cells;
using Mlj.Recognition.Responses;
using Mlj.Sources;

namespace Mlj.Recognition.Scores;

/// <summary>The cells of a column of scores, and how they are read now that all of them are known.</summary>
/// <param name="Cells">The cells of all rows.</param>
/// <param name="Counted">The different cells of people, with how often each occurs.</param>
/// <param name="Reading">How they are read.</param>
internal sealed record ReadScores(RawScores Cells, IReadOnlyList<CountedCell> Counted, ScoreColumn Reading)
{
    /// <summary>The column from 1.</summary>
    public int Column => Cells.Column;

    /// <summary>What a cell says, before any judgement.</summary>
    public ScoreText Read(RawScore raw) => Reading.Read(raw);

    /// <summary>What a cell comes to.</summary>
    /// <param name="raw">The cell.</param>
    /// <param name="maximum">The maximum where the cell says none.</param>
    /// <param name="column">The column of the cell, where it is not that of the other rows.</param>
    public Answer Answer(RawScore raw, decimal maximum, int? column = null)
    {
        var (score, fault) = Reading.Judge(raw, maximum);
        return new Answer { Column = column, RawScore = raw.Show(), RawPoints = Read(raw).Points, Score = score, Fault = fault };
    }

    /// <summary>Whether a percentage is what its own text rounds another to: half a unit of its last digit either way.</summary>
    /// <param name="counted">The percentage that is not rounded.</param>
    /// <param name="written">The percentage that is.</param>
    /// <param name="raw">Its cell.</param>
    public static bool Agrees(decimal counted, decimal written, RawScore raw)
    {
        var decimals = raw.Kind == CellKind.Number ? Math.Max(0, written.Scale - 2) : written.Scale;
        decimal unit = 1;
        for (var digit = 0; digit < decimals; digit++)
            unit /= 10;
        return Math.Abs(counted - written) <= (raw.Kind == CellKind.Number && decimals > 2 ? 0.01m : unit / 2);
    }
}
