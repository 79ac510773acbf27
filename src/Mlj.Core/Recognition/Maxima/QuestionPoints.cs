using Mlj.Recognition.Cells;
using Mlj.Sources;

namespace Mlj.Recognition.Maxima;

/// <summary>What the points of single questions say of how many all points are, as long as those of a row add up to its score.</summary>
internal sealed class QuestionPoints
{
    private readonly int[] _columns;
    private readonly decimal[] _best;
    private readonly decimal? _worth;
    private bool _addUp;

    /// <summary>Takes the columns that are a question's points.</summary>
    public QuestionPoints(SheetLayout layout)
    {
        var columns = layout.Columns.Where(column => column.Role == SourceColumnRole.QuestionPoints).ToList();
        _columns = [.. columns.Select(column => column.Column)];
        _best = new decimal[_columns.Length];
        _worth = WorthOf(columns);
        _addUp = _columns.Length > 0;
    }

    /// <summary>What all questions together are worth by their headings; null when one of them does not say, or the points do not add up.</summary>
    public decimal? Worth => _addUp ? _worth : null;

    /// <summary>The best points of all questions together; null when there are none, or they do not add up.</summary>
    public decimal? Best => _addUp && _best.Sum() is > 0 and var sum ? sum : null;

    /// <summary>Takes a participant's row.</summary>
    public void Add(SheetRow row, RawScore? score)
    {
        if (!_addUp)
            return;
        decimal sum = 0;
        for (var index = 0; index < _columns.Length; index++)
        {
            var points = row.NumberIn(_columns[index]) ?? 0;
            sum += points;
            _best[index] = Math.Max(_best[index], points);
        }
        if (score is { IsMissing: false } total && total.AsNumber() != sum)
            _addUp = false;
    }

    private static decimal? WorthOf(List<RecognisedColumn> columns)
    {
        decimal? sum = null;
        foreach (var column in columns)
        {
            if (HeadingMaximum.Worth(column.Heading) is not { } worth)
                return null;
            sum = (sum ?? 0) + worth;
        }
        return sum;
    }
}
