using System.Globalization;
using Mlj.Sources;
using Mlj.Values;

namespace Mlj.Recognition;

/// <summary>
/// Turns the cells of a column into scores once all of them are known: the decimal mark is decided for the column, not for a cell, and the
/// maximum may stand anywhere. A cell that cannot be taken says why; nothing is guessed and nothing becomes 0.
/// </summary>
internal sealed class ScoreColumn
{
    private readonly bool _ambiguous;
    private readonly bool _mixed;
    private readonly bool _isPercentage;
    private readonly bool _areShares;
    private readonly DecimalMark _mark;

    private ScoreColumn(bool isPercentage, bool areShares, DecimalMark mark, bool ambiguous, bool mixed)
    {
        _isPercentage = isPercentage;
        _areShares = areShares;
        _mark = mark;
        _ambiguous = ambiguous;
        _mixed = mixed;
    }

    /// <summary>Looks at all cells of the column.</summary>
    /// <param name="cells">The different cells that are not empty, with how often each occurs.</param>
    /// <param name="isPercentage">Whether plain numbers are percentages.</param>
    /// <param name="given">The decimal mark that the caller gave.</param>
    /// <param name="maximum">The maximum as far as known, which can rule out a reading.</param>
    /// <param name="where">The column, for notes.</param>
    /// <param name="notes">Where notes go.</param>
    public static ScoreColumn Of(IReadOnlyList<CountedCell> cells, bool isPercentage, DecimalMark? given, decimal? maximum, Place where, List<Note> notes)
    {
        int point = 0, comma = 0, both = 0;
        string? example = null;
        foreach (var (raw, count) in cells)
        {
            if (raw is not { Kind: CellKind.Text, IsMissing: false })
                continue;
            var evidence = ScoreText.Evidence(raw.Text!);
            if (evidence is (true, true))
            {
                both += count;
                example ??= raw.Text!.Trim();
            }
            else if (evidence.Point)
                point += count;
            else if (evidence.Comma)
                comma += count;
        }

        var mixed = given is null && point > 0 && comma > 0;
        var mark = given ?? (comma > point ? DecimalMark.Comma : DecimalMark.Point);
        var ambiguous = mixed && both > 0;
        if (mixed)
            notes.Add(new Note(NoteLevel.Review, "mixed_decimal_marks",
                $"{point} scores are written with a point and {comma} with a comma as decimal mark; each was read in the only way that it can be.", where));
        else if (given is null && both > 0 && point + comma == 0)
        {
            var (asPoint, asComma) = (ScoreText.Read(example!, DecimalMark.Point), ScoreText.Read(example!, DecimalMark.Comma));
            var limit = asPoint.Maximum ?? maximum ?? (isPercentage || asPoint.IsPercentage ? 100 : null);
            var fits = (Point: limit is null || asPoint.Points <= limit, Comma: limit is null || asComma.Points <= limit);
            if (fits is (true, true))
            {
                ambiguous = true;
                notes.Add(new Note(NoteLevel.Question, "decimal_mark_unclear",
                    string.Create(CultureInfo.InvariantCulture, $"'{example}' can mean {asPoint.Points} or {asComma.Points}, and no score of the column decides it. The scores written so were set aside. Say --decimal-mark point or --decimal-mark comma."), where));
            }
            else if (fits.Comma)
                mark = DecimalMark.Comma;
        }
        var areShares = isPercentage && AreShares(cells, mark);
        if (areShares)
            notes.Add(new Note(NoteLevel.Question, "shares_or_percent",
                "All numbers of the percentage column are between 0 and 1; 0.85 was taken as 85 %. If it means 0.85 %, the scores are a hundred times too high.", where));
        return new ScoreColumn(isPercentage, areShares, mark, ambiguous, mixed);
    }

    /// <summary>The number of a cell before any judgement: the points, or the percentage; null when it holds no number.</summary>
    public ScoreText Read(RawScore raw)
    {
        if (raw.Plain is { } plain)
            return raw.Format.IsPercentage || _areShares ? new ScoreText(plain * 100, null, IsPercentage: true)
                : new ScoreText(plain, raw.Format.Maximum, _isPercentage && raw.Format.Maximum is null);
        if (raw.Kind != CellKind.Text || raw.IsMissing)
            return default;
        var text = ScoreText.Read(raw.Text!, _mark);
        if (_mixed && text.Points is null)
            text = ScoreText.Read(raw.Text!, _mark == DecimalMark.Point ? DecimalMark.Comma : DecimalMark.Point);
        if (_areShares && text is { Points: { } share, Maximum: null, IsPercentage: false })
            return new ScoreText(share / 0.01m, null, IsPercentage: true); // Divided, so that 0.58 becomes 58 and not 58.00.
        return text.Maximum is null && _isPercentage ? text with { IsPercentage = true } : text;
    }

    /// <summary>The score of a cell under the test's maximum, or why there is none; neither when the score is simply missing.</summary>
    public (Score? Score, string? Fault) Judge(RawScore raw, decimal maximum)
    {
        if (raw.IsMissing)
            return default;
        if (raw.Kind == CellKind.IsoDate || (raw.Kind == CellKind.Number && raw.Format.IsDate))
            return (null, $"the cell holds a date ({raw.Show()}); perhaps a score such as 8/10 was turned into one");
        if (raw.Kind is CellKind.Error or CellKind.Boolean)
            return (null, $"'{raw.Show()}' is no score");
        if (_ambiguous && raw.Kind == CellKind.Text && ScoreText.Evidence(raw.Text!) is (true, true))
            return (null, $"'{raw.Show()}' can be read with a decimal point or a decimal comma");
        var text = Read(raw);
        if (text.Points is not { } points)
            return (null, $"'{raw.Show()}' is no score");
        var limit = text.Maximum ?? (text.IsPercentage ? 100 : maximum);
        if (limit <= 0)
            return (null, $"'{raw.Show()}' has no maximum above 0");
        if (points < 0)
            return (null, $"'{raw.Show()}' is below 0");
        if (points > limit)
            return (null, string.Create(CultureInfo.InvariantCulture, $"'{raw.Show()}' is above the maximum of {limit:0.############}"));
        return (new Score(points, limit), null);
    }

    /// <summary>Whether the numbers without a percent sign are all from 0 to 1, and not all of them 0 or 1.</summary>
    private static bool AreShares(IReadOnlyList<CountedCell> cells, DecimalMark mark)
    {
        var isBetween = false;
        foreach (var (raw, _) in cells)
        {
            if (raw.IsMissing || raw.Format.IsPercentage)
                continue;
            var text = raw.Kind == CellKind.Text ? ScoreText.Read(raw.Text!, mark) : new ScoreText(raw.Plain);
            if (text is not { Points: { } number, Maximum: null, IsPercentage: false })
                continue;
            if (number is < 0 or > 1)
                return false;
            isBetween |= number is > 0 and < 1;
        }
        return isBetween;
    }
}
