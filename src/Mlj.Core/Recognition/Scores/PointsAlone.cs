using System.Globalization;
using Mlj.Recognition.Cells;
using Mlj.Recognition.Responses;
using Mlj.Values;

namespace Mlj.Recognition.Scores;

/// <summary>
/// Rows with points and no percentage, where nothing says of how many the points are and percentages are counted. The points are taken out of
/// the maximum that the other rows speak for; without such a one they are a score that cannot be told, and not no score.
/// </summary>
/// <param name="rows">The rows.</param>
/// <param name="points">The points.</param>
/// <param name="percentages">The percentages.</param>
/// <param name="where">The sheet, for notes.</param>
/// <param name="notes">Where notes go.</param>
internal sealed class PointsAlone(ResponseRows rows, ReadScores points, ReadScores percentages, Place where, List<Note> notes)
{
    /// <summary>Gives these rows their answers.</summary>
    public void Give()
    {
        var taken = new RepeatedNotes(notes, "points_taken", "more rows have no percentage; their points were taken");
        decimal? maximum = null;
        for (var index = 0; index < rows.Count; index++)
        {
            ref var row = ref rows.Span[index];
            if (row.Answer is not { Kind: ResponseKind.Attempt, Score: null, Fault: null } || points.Cells[index] is not { IsMissing: false } alone)
                continue;
            maximum ??= InferredMaximum.Of(rows, points, percentages) ?? 0;
            row.Answer = maximum == 0 ? Untold(alone) : points.Answer(alone, maximum.Value, points.Column);
            if (row.Answer.Fault is null && taken.Take())
                taken.Add(NoteLevel.Review, string.Create(CultureInfo.InvariantCulture, $"There is no percentage; the points {alone.Show()} were taken, out of {maximum:0.####} as the other rows have it."),
                    where with { Row = row.Number, Column = points.Column });
        }
        taken.Close(where);
    }

    private Answer Untold(RawScore alone) => new()
    {
        Column = points.Column,
        RawScore = alone.Show(),
        RawPoints = points.Read(alone).Points,
        Fault = $"'{alone.Show()}' points have no percentage beside them, and the file does not say of how many they are",
    };
}
