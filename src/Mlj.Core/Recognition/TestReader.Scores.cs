using System.Globalization;
using Mlj.Sources;
using Mlj.Values;

namespace Mlj.Recognition;

/// <content>What comes when all rows are read: which column the scores stand in, of how many points they are, what every cell means.</content>
public sealed partial class TestReader
{
    private TestResponses Finish(IReadOnlyList<Note> bookNotes)
    {
        var where = _layout.Where;
        var fromPoints = UsesPoints();
        var usesCorrect = !fromPoints && _percentages is null && _corrects is not null;
        var main = (fromPoints ? _scores : usesCorrect ? _corrects : _percentages)!;
        var cells = main.Counted(_rows).ToList();
        var scorePlace = where with { Column = main.Column };
        var column = ScoreColumn.Of(cells, !fromPoints && !usesCorrect, _options.DecimalMark, _layout.Maximum, scorePlace, _notes);
        var (maximum, why, isAssumed) = FindMaximum(cells, column, fromPoints, usesCorrect);
        var beside = fromPoints ? _percentages : null;
        var check = beside is not null
            ? ScoreColumn.Of([.. beside.Counted(_rows)], isPercentage: true, _options.DecimalMark, 100, where with { Column = beside.Column }, [])
            : null;
        SwapMonths();
        Respond(main, column, beside, check, maximum);
        if (!fromPoints && !usesCorrect && _scores is not null)
            RespondToPointsAlone(_scores, _percentages!, column);
        NoteFaults(scorePlace);

        var columns = _layout.Columns.Select(each => usesCorrect && each.Role == SourceColumnRole.Score ? each with { Role = SourceColumnRole.None, Why = "points without a maximum; the correct answers are counted instead" } : each);
        var (first, last) = Times();
        return new TestResponses(
            new RecognisedTest
            {
                File = where.File,
                Sheet = where.Sheet ?? where.File,
                Number = 0,
                NumberWhy = "",
                Title = _layout.Titles.FirstOrDefault(title => title.Any(char.IsLetter)) ?? Path.GetFileNameWithoutExtension(where.File).TrimEnd('.', ' '),
                HeaderRow = _layout.HeaderRow,
                ScoresIn = main.Column,
                Maximum = maximum,
                MaximumWhy = why,
                IsMaximumAssumed = isAssumed,
                Columns = [.. columns],
                Rows = _rows.Count + _blank,
                FirstSubmitted = first,
                LastSubmitted = last,
            },
            _rows, _blank, [.. bookNotes, .. _notes]);
    }

    /// <summary>Points are taken before a percentage when it is known of how many they are.</summary>
    private bool UsesPoints()
    {
        if (_scores is null)
            return false;
        if (_options.ScoreColumn is not null)
            return true;
        var isKnown = _layout.Maximum is not null || _maximum is not null || _maximumRows.IsKnown || WorthOfAll is not null
            || _scores.Counted(_rows).Any(each => each.Cell.Format.Maximum is not null || (each.Cell.Kind == CellKind.Text && each.Cell.Text!.Contains('/')));
        return isKnown || (_percentages is null && (_corrects is null || _incorrect is null));
    }

    private (decimal Maximum, string Why, bool IsAssumed) FindMaximum(List<CountedCell> cells, ScoreColumn column, bool fromPoints, bool usesCorrect)
    {
        if (_options.Maximum is { } given)
            return (given, "given by you", false);
        if (usesCorrect)
            return (Math.Max(HighestMaximum() ?? 0, 1), "correct and wrong answers together", false);
        if (!fromPoints)
            return (100, "the scores are percentages", false);
        if (_maximumRows.Stated is { } row)
            return (row, "from the row of points possible", false);
        if (_layout.Maximum is { } heading)
            return (heading, "from the heading", false);
        var inCells = cells.Select(each => (column.Read(each.Cell).Maximum, each.Count)).Where(each => each.Maximum > 0).GroupBy(each => each.Maximum!.Value, each => each.Count)
            .OrderByDescending(group => group.Sum()).ThenByDescending(group => group.Key).ToList();
        if (inCells.Count > 0)
        {
            if (inCells.Count > 1)
                _notes.Add(new Note(NoteLevel.Review, "several_maxima",
                    $"The scores are out of {string.Join(", ", inCells.Select(group => group.Key.ToString("0.####", CultureInfo.InvariantCulture)))}; each was taken out of its own maximum.", _layout.Where with { Column = _scores!.Column }));
            return (inCells[0].Key, "from the scores' cells", false);
        }
        if (WorthOfAll is { } worth)
            return (worth, "from the headings of the questions' points", false);
        if (HighestMaximum() is > 0 and var most)
            return (most, "from the column of maxima", false);
        if (cells.TrueForAll(each => each.Cell.IsMissing || column.Read(each.Cell) is { IsPercentage: true }))
            return (100, "the scores are percentages", false);
        var highest = cells.Max(each => column.Read(each.Cell) is { IsPercentage: false } read ? read.Points : null) ?? 0;
        return (AreShares(cells, column) ? AssumeShares() : FromWords(highest)) ?? Assume(highest);
    }

    /// <summary>The maximum that a row, a title or the file's name states. What is below a score is about something else.</summary>
    private (decimal Maximum, string Why, bool IsAssumed)? FromWords(decimal highest)
    {
        if (_maximumRows.Find(highest) is { } row)
            return (row, "from the row of the maximum", false);
        if (_layout.TitleMaximum is { } title && title >= highest)
            return (title, "from the title", false);
        var file = _layout.Where.File;
        if (StatedMaximum.Of([TestNumbers.Stem(file)]) is not { } named || named.Value < highest)
            return null;
        _notes.Add(new Note(NoteLevel.Review, "maximum_from_name",
            string.Create(CultureInfo.InvariantCulture, $"Only the file's name says of how many the points are ('{named.Words}'); {named.Value:0.####} was taken as the maximum. If it is not, say --max \"{file}=N\"."), _layout.Where with { Column = _scores!.Column }));
        return (named.Value, "from the file's name", false);
    }

    private (decimal Maximum, string Why, bool IsAssumed)? AssumeShares()
    {
        var where = _layout.Where with { Column = _scores!.Column };
        _notes.Add(new Note(NoteLevel.Question, "maximum_unknown", $"The file does not say of how many the points are. All are between 0 and 1, so 1 was taken as the maximum. Say --max \"{where.File}=N\".", where));
        return (1, "assumed, because all points are between 0 and 1", true);
    }

    /// <summary>Nothing says surely of how many the points are: the best known answer is taken and asked about.</summary>
    private (decimal Maximum, string Why, bool IsAssumed) Assume(decimal highest)
    {
        var where = _layout.Where with { Column = _scores!.Column };
        var remedy = $"Say --max \"{where.File}=N\".";
        if (_pointsAddUp && _bestPoints.Sum() is > 0 and var sum && sum >= highest)
        {
            _notes.Add(new Note(NoteLevel.Question, "maximum_unknown",
                string.Create(CultureInfo.InvariantCulture, $"The file does not say of how many the points are. The best points of its questions add up to {sum:0.####}, which was taken as the maximum. {remedy}"), where));
            return (sum, "assumed from the best points of all questions together", true);
        }
        if (_maximumRows.Guess(highest) is var (guess, evidence))
        {
            _notes.Add(new Note(NoteLevel.Question, "maximum_unknown",
                string.Create(CultureInfo.InvariantCulture, $"The file does not say surely of how many the points are. {evidence}: {guess:0.####} was taken as the maximum. {remedy}"), where));
            return (guess, "assumed from a row beside the people", true);
        }
        _notes.Add(new Note(highest == 100 ? NoteLevel.Information : NoteLevel.Question, "maximum_unknown",
            string.Create(CultureInfo.InvariantCulture, $"The file does not say of how many the points are, the highest being {highest:0.####}. 100 was taken as the maximum. {remedy}"), where));
        return (100, "assumed, because the file does not say", true);
    }

    /// <summary>What all questions together are worth, where the scores are the sums of their points; null when nobody says.</summary>
    private decimal? WorthOfAll => _pointsAddUp ? _worth : null;

    /// <summary>Whether all points are from 0 to 1, and not all of them 0 or 1: parts of a maximum, as some systems write a grade.</summary>
    private static bool AreShares(List<CountedCell> cells, ScoreColumn column)
    {
        var isBetween = false;
        foreach (var (cell, _) in cells)
        {
            if (column.Read(cell) is not { Points: { } points, IsPercentage: false })
                continue;
            if (points is < 0 or > 1)
                return false;
            isBetween |= points is > 0 and < 1;
        }
        return isBetween;
    }

    private decimal? HighestMaximum()
    {
        decimal? highest = null;
        for (var row = 0; row < _maxima?.Count; row++)
            if (_maxima[row] is { } maximum && !(maximum <= highest) && IsAttempt(_rows.Span[row]))
                highest = maximum;
        return highest;
    }

    /// <summary>Gives every row its answer; rows whose cells are alike share one.</summary>
    private void Respond(RawScores main, ScoreColumn column, RawScores? beside, ScoreColumn? check, decimal maximum)
    {
        var judged = new Dictionary<(int Cell, int Beside, decimal Maximum), Judgement>();
        var taken = new RepeatedNotes(_notes, "percentage_taken", "more rows have no points; their percentages were taken");
        var disagreements = new RepeatedNotes(_notes, "score_disagrees", "more rows have points and a percentage that do not agree");
        var hasOwnMaximum = _maxima is not null && _options.Maximum is null && _layout.Maximum is null && (_maximum is not null || WorthOfAll is null);
        for (var index = 0; index < _rows.Count; index++)
        {
            ref var row = ref _rows.Span[index];
            if (!IsAttempt(row))
            {
                row.Answer = new Answer { Kind = ResponseKind.NotAParticipant, RawScore = main[index]?.Show(), Fault = row.Answer.Fault };
                continue;
            }
            var alike = (main.Number(index), beside?.Number(index) ?? 0, Maximum: hasOwnMaximum && _maxima![index] is > 0 and var own ? own : maximum);
            if (!judged.TryGetValue(alike, out var judgement))
                judged[alike] = judgement = Judge(main[index], column, beside?[index], check, alike.Maximum, beside?.Column);
            row.Answer = judgement.Answer;
            if (judgement.Beside == Beside.Taken && taken.Take())
                taken.Add(NoteLevel.Review, $"There are no points; the percentage {beside![index]!.Value.Show()} was taken.", At(row, beside.Column));
            else if (judgement.Beside == Beside.Disagrees && disagreements.Take())
                disagreements.Add(NoteLevel.Review, string.Create(CultureInfo.InvariantCulture,
                    $"{judgement.Answer.Score} is {Rounding.HalfAwayFromZero(judgement.Answer.Percentage!.Value, 2)} %, but the row also says {beside![index]!.Value.Show()}. The points were taken."), At(row, beside.Column));
        }
        taken.Close(_layout.Where);
        disagreements.Close(_layout.Where);
    }

    private static Judgement Judge(RawScore? raw, ScoreColumn column, RawScore? beside, ScoreColumn? check, decimal maximum, int? besideColumn)
    {
        var (score, fault) = raw is { } cell ? column.Judge(cell, maximum) : default;
        var points = raw is { } read ? column.Read(read).Points : null;
        var outcome = Beside.Agrees;
        if (check is not null && beside is { IsMissing: false } percentage)
        {
            if (raw is null or { IsMissing: true })
            {
                (score, fault) = check.Judge(percentage, 100);
                (raw, points, outcome) = (percentage, check.Read(percentage).Points, Beside.Taken);
            }
            else if (score is { } counted && check.Read(percentage).Points is { } written && !Agrees(counted.Percentage, written, percentage))
                outcome = Beside.Disagrees;
        }
        return new Judgement(new Answer { Column = outcome == Beside.Taken ? besideColumn : null, RawScore = raw?.Show(), RawPoints = points, Score = score, Fault = fault }, outcome);
    }

    /// <summary>Whether a percentage is what the row's own text rounds it to; half a unit of its last digit either way.</summary>
    private static bool Agrees(decimal counted, decimal written, RawScore raw)
    {
        var decimals = raw.Kind == CellKind.Number ? Math.Max(0, written.Scale - 2) : written.Scale;
        decimal unit = 1;
        for (var digit = 0; digit < decimals; digit++)
            unit /= 10;
        return Math.Abs(counted - written) <= (raw.Kind == CellKind.Number && decimals > 2 ? 0.01m : unit / 2);
    }

    private void NoteFaults(Place column)
    {
        var faults = new RepeatedNotes(_notes, "score_set_aside", "more scores were set aside; the ledger names them all");
        foreach (ref readonly var row in _rows.Span)
            if (IsAttempt(row) && row.Answer.Fault is { } fault && faults.Take())
                faults.Add(NoteLevel.Review, $"{Sentence(fault)} The row is kept, its score is set aside.", column with { Row = row.Number });
        faults.Close(_layout.Where);
        var missing = new RepeatedNotes(_notes, "missing_score", "more rows have no score");
        foreach (ref readonly var row in _rows.Span)
            if (IsAttempt(row) && row.Answer is { Fault: null, Score: null } && missing.Take())
                missing.Add(NoteLevel.Information, $"{row.Name ?? _rows.EmailOf(row)?.Typed ?? "The row"} has no score here.", column with { Row = row.Number });
        missing.Close(_layout.Where);
    }

    private (DateTime? First, DateTime? Last) Times()
    {
        (DateTime? First, DateTime? Last) times = default;
        foreach (ref readonly var row in _rows.Span)
            if (row.Submitted is { } time)
                times = (!(time >= times.First) ? time : times.First, !(time <= times.Last) ? time : times.Last);
        return times;
    }

    /// <summary>A row that is no participant's has been found so before there were answers.</summary>
    private static bool IsAttempt(in ResponseRow row) => row.Answer is null or { Kind: ResponseKind.Attempt };

    private static string Sentence(string text) => (char.IsLetter(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text) + ".";

    private Place At(in ResponseRow row, int column) => _layout.Where with { Row = row.Number, Column = column };

    /// <summary>What the percentage beside the points says.</summary>
    private enum Beside
    {
        /// <summary>The same as the points, or nothing.</summary>
        Agrees,

        /// <summary>Something else.</summary>
        Disagrees,

        /// <summary>It stands alone.</summary>
        Taken,
    }

    private readonly record struct Judgement(Answer Answer, Beside Beside);
}
