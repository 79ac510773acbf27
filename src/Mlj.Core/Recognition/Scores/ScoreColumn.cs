using System.Globalization;
using Mlj.Recognition.Cells;
using Mlj.Sources;
using Mlj.Values;

namespace Mlj.Recognition.Scores;

/// <summary>
/// Turns the cells of a column into scores once all of them are known: the decimal mark is decided for the column, not for a cell, and the
/// maximum may stand anywhere. A cell that cannot be taken says why; nothing is guessed and nothing becomes 0.
/// </summary>
internal sealed class ScoreColumn
{
    private readonly bool _isPercentage;
    private readonly DecimalMark _mark;
    private readonly bool _isMixed;
    private readonly bool _isAmbiguous;

    private ScoreColumn(IReadOnlyList<CountedCell> cells, bool isPercentage, DecimalMark mark, bool isMixed, bool isAmbiguous)
    {
        _isPercentage = isPercentage;
        _mark = mark;
        _isMixed = isMixed;
        _isAmbiguous = isAmbiguous;
        var shares = new Shares();
        foreach (var (raw, _) in cells)
            if (Written(raw) is { Points: { } number, Maximum: null, IsPercentage: false })
                shares.Add(number);
        AreShares = shares.AreAll;
    }

    /// <summary>Whether the numbers that have neither a maximum nor a percent sign are parts of a whole.</summary>
    public bool AreShares { get; }

    /// <summary>Looks at all cells of the column.</summary>
    /// <param name="cells">The different cells that are not empty, with how often each occurs.</param>
    /// <param name="isPercentage">Whether plain numbers are percentages.</param>
    /// <param name="given">The decimal mark that the caller gave.</param>
    /// <param name="maximum">The maximum as far as known, which can rule out a reading.</param>
    /// <param name="where">The column, for notes.</param>
    /// <param name="notes">Where notes go.</param>
    public static ScoreColumn Of(IReadOnlyList<CountedCell> cells, bool isPercentage, DecimalMark? given, decimal? maximum, Place where, List<Note> notes)
    {
        var evidence = new MarkEvidence();
        foreach (var (raw, count) in cells)
            if (raw is { Kind: CellKind.Text, IsMissing: false })
                evidence.Add(raw.Text!, count);
        var (mark, isAmbiguous) = MarkOf(evidence, isPercentage, given, maximum, where, notes);
        var isMixed = given is null && evidence is { Point: > 0, Comma: > 0 };
        var column = new ScoreColumn(cells, isPercentage, mark, isMixed, isAmbiguous);
        if (isPercentage && column.AreShares)
            notes.Add(new Note(NoteLevel.Question, "shares_or_percent",
                "All numbers of the percentage column are between 0 and 1; 0.85 was taken as 85 %. If it means 0.85 %, the scores are a hundred times too high.", where));
        return column;
    }

    /// <summary>The decimal mark of the column, and whether a text that can be read either way stays so.</summary>
    private static (DecimalMark Mark, bool IsAmbiguous) MarkOf(MarkEvidence evidence, bool isPercentage, DecimalMark? given, decimal? maximum, Place where, List<Note> notes)
    {
        if (given is { } said)
            return (said, false);
        var mark = evidence.Comma > evidence.Point ? DecimalMark.Comma : DecimalMark.Point;
        if (evidence is { Point: > 0, Comma: > 0 })
        {
            notes.Add(new Note(NoteLevel.Review, "mixed_decimal_marks",
                $"{evidence.Point} scores are written with a point and {evidence.Comma} with a comma as decimal mark; each was read in the only way that it can be.", where));
            return (mark, evidence.Both.Count > 0);
        }
        if (evidence.Both.Count == 0 || evidence.Point + evidence.Comma > 0)
            return (mark, false);
        var example = evidence.Both[0].Trim();
        var (asPoint, asComma) = (ScoreText.Read(example, DecimalMark.Point), ScoreText.Read(example, DecimalMark.Comma));
        var limit = asPoint.Maximum ?? maximum ?? (isPercentage || asPoint.IsPercentage ? 100 : null);
        var fits = (Point: limit is null || asPoint.Points <= limit, Comma: limit is null || asComma.Points <= limit);
        if (fits is not (true, true))
            return (fits.Comma ? DecimalMark.Comma : DecimalMark.Point, false);
        notes.Add(new Note(NoteLevel.Question, "decimal_mark_unclear",
            string.Create(CultureInfo.InvariantCulture, $"'{example}' can mean {asPoint.Points} or {asComma.Points}, and no score of the column decides it. The scores written so were set aside. Say which decimal mark it is."), where)
        { Corrections = DecimalMarks.Corrections(where.File) });
        return (mark, true);
    }

    /// <summary>The number of a cell before any judgement: the points, or the percentage; null when it holds no number.</summary>
    public ScoreText Read(RawScore raw)
    {
        var text = Written(raw);
        if (!_isPercentage || text.Maximum is not null || text.IsPercentage)
            return text;
        // A text is divided, so that 0.58 becomes 58 and not 58.00.
        return new ScoreText(!AreShares ? text.Points : raw.Kind == CellKind.Text ? text.Points / 0.01m : text.Points * 100, null, IsPercentage: true);
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
        if (_isAmbiguous && raw.Kind == CellKind.Text && ScoreText.Evidence(raw.Text!) is (true, true))
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

    /// <summary>What the cell says, whatever its column is of.</summary>
    private ScoreText Written(RawScore raw)
    {
        if (raw.Plain is { } plain)
            return raw.Format.IsPercentage ? new ScoreText(plain * 100, null, IsPercentage: true) : new ScoreText(plain, raw.Format.Maximum);
        if (raw.Kind != CellKind.Text || raw.IsMissing)
            return default;
        var text = ScoreText.Read(raw.Text!, _mark);
        return _isMixed && text.Points is null ? ScoreText.Read(raw.Text!, _mark == DecimalMark.Point ? DecimalMark.Comma : DecimalMark.Point) : text;
    }
}
