using System.Globalization;
using Mlj.Values;

namespace Mlj.Recognition;

/// <content>Where nothing says of how many the points are, and percentages stand beside them.</content>
public sealed partial class TestReader
{
    /// <summary>
    /// Percentages are counted then. Points without one are taken out of the maximum that the other rows speak for; without such a one they are a
    /// score that cannot be told, and not no score.
    /// </summary>
    private void RespondToPointsAlone(RawScores scores, RawScores percentages, ScoreColumn written)
    {
        var taken = new RepeatedNotes(_notes, "points_taken", "more rows have no percentage; their points were taken");
        var points = ScoreColumn.Of([.. scores.Counted(_rows)], isPercentage: false, _options.DecimalMark, null, _layout.Where with { Column = scores.Column }, []);
        decimal? maximum = null;
        for (var index = 0; index < _rows.Count; index++)
        {
            ref var row = ref _rows.Span[index];
            if (row.Answer is not { Kind: ResponseKind.Attempt, Score: null, Fault: null } || scores[index] is not { IsMissing: false } alone)
                continue;
            maximum ??= MaximumOf(scores, points, percentages, written) ?? 0;
            if (maximum == 0)
                row.Answer = new Answer { Column = scores.Column, RawScore = alone.Show(), RawPoints = points.Read(alone).Points, Fault = $"'{alone.Show()}' points have no percentage beside them, and the file does not say of how many they are" };
            else
            {
                var (score, fault) = points.Judge(alone, maximum.Value);
                row.Answer = new Answer { Column = scores.Column, RawScore = alone.Show(), RawPoints = points.Read(alone).Points, Score = score, Fault = fault };
                if (fault is null && taken.Take())
                    taken.Add(NoteLevel.Review, string.Create(CultureInfo.InvariantCulture, $"There is no percentage; the points {alone.Show()} were taken, out of {maximum:0.####} as the other rows have it."), At(row, scores.Column));
            }
        }
        taken.Close(_layout.Where);
    }

    /// <summary>The whole number out of which the points of nearly all rows are their percentages; null when there is none.</summary>
    private decimal? MaximumOf(RawScores scores, ScoreColumn points, RawScores percentages, ScoreColumn written)
    {
        var rows = new Dictionary<(int Points, int Percentage), int>();
        for (var row = 0; row < _rows.Count; row++)
            if (IsAttempt(_rows.Span[row]) && scores.Number(row) is >= 0 and var number && percentages.Number(row) is >= 0 and var beside)
                rows[(number, beside)] = rows.GetValueOrDefault((number, beside)) + 1;
        var pairs = (from both in rows
                     let raw = percentages.Cells[both.Key.Percentage]
                     let share = written.Read(raw).Points
                     let reached = points.Read(scores.Cells[both.Key.Points])
                     where share is not null && reached is { Points: not null, Maximum: null, IsPercentage: false }
                     select (Points: reached.Points!.Value, Share: share.Value, Raw: raw, Rows: both.Value)).ToList();
        // Rounding moves the percentage of many points least, so these speak loudest.
        var maximum = pairs.Where(pair => pair is { Points: > 0, Share: >= 0.01m }).GroupBy(pair => Rounding.HalfAwayFromZero(pair.Points * 100 / pair.Share, 0), pair => pair.Points * pair.Rows)
            .OrderByDescending(group => group.Sum()).ThenBy(group => group.Key).FirstOrDefault()?.Key;
        return maximum > 0 && pairs.Where(pair => Agrees(pair.Points * 100 / maximum.Value, pair.Share, pair.Raw)).Sum(pair => pair.Rows) * 10 >= pairs.Sum(pair => pair.Rows) * 9
            ? maximum
            : null;
    }
}
