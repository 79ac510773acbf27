using Mlj.Values;

namespace Mlj.Recognition;

/// <content>What points of nobody knows how many and the percentages beside them say together.</content>
public sealed partial class TestReader
{
    private decimal? _agreedMaximum;

    /// <summary>The whole number out of which the points of nearly all rows are their percentages; null when there is none.</summary>
    private decimal? AgreedMaximum()
    {
        if (_scores is null || _percentages is null)
            return null;
        var (points, percentages) = (Read(_scores, isPercentage: false), Read(_percentages, isPercentage: true));
        var rows = new Dictionary<(int Points, int Percentage), int>();
        for (var row = 0; row < _rows.Count; row++)
            if (IsAttempt(_rows.Span[row]) && (_scores.Number(row), _percentages.Number(row)) is (>= 0, >= 0) and var both)
                rows[both] = rows.GetValueOrDefault(both) + 1;
        var pairs = (from both in rows
                     let reached = points.Read(_scores.Cells[both.Key.Points])
                     let written = percentages.Read(_percentages.Cells[both.Key.Percentage])
                     where reached is { Points: not null, Maximum: null, IsPercentage: false } && written.Points is not null
                     select (Points: reached.Points!.Value, Percentage: written.Points!.Value, Raw: _percentages.Cells[both.Key.Percentage], Rows: both.Value)).ToList();
        // Rounding moves the percentage of many points least, so these speak loudest.
        var maximum = pairs.Where(pair => pair is { Points: > 0, Percentage: >= 0.01m }).GroupBy(pair => Rounding.HalfAwayFromZero(pair.Points * 100 / pair.Percentage, 0), pair => pair.Points * pair.Rows)
            .OrderByDescending(group => group.Sum()).ThenBy(group => group.Key).FirstOrDefault()?.Key;
        return maximum > 0 && pairs.Where(pair => Agrees(pair.Points * 100 / maximum.Value, pair.Percentage, pair.Raw)).Sum(pair => pair.Rows) * 10 >= pairs.Sum(pair => pair.Rows) * 9
            ? maximum
            : null;

        ScoreColumn Read(RawScores scores, bool isPercentage) =>
            ScoreColumn.Of([.. scores.Counted(_rows)], isPercentage, _options.DecimalMark, isPercentage ? 100 : null, _layout.Where with { Column = scores.Column }, []);
    }

    /// <summary>Where percentages are counted, points without one are a score that cannot be told, and not no score.</summary>
    private void SetPointsAloneAside()
    {
        for (var row = 0; row < _rows.Count && _scores is not null; row++)
        {
            ref var answer = ref _rows.Span[row].Answer;
            if (answer is { Kind: ResponseKind.Attempt, Score: null, Fault: null } && _scores[row] is { IsMissing: false } alone)
                answer = new Answer { RawScore = alone.Show(), RawPoints = Number(alone), Fault = $"'{alone.Show()}' points have no percentage beside them, and the file does not say of how many they are" };
        }
    }
}
