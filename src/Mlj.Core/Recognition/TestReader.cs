using Mlj.Recognition.Cells;
using Mlj.Recognition.Maxima;
using Mlj.Recognition.Responses;
using Mlj.Recognition.Rows;
using Mlj.Recognition.Scores;
using Mlj.Recognition.Words;
using Mlj.Sources;
using Mlj.Values;

namespace Mlj.Recognition;

/// <summary>Reads all rows of a recognised sheet once, forward, keeping only the columns that have a role.</summary>
public sealed class TestReader
{
    private readonly SheetLayout _layout;
    private readonly RecognitionOptions _options;
    private readonly ResponseRows _rows;
    private readonly PersonColumns _persons;
    private readonly SubmissionTimes _times;
    private readonly int? _rowNumber, _attempt;
    private readonly RawScores? _points, _percentages, _corrects;
    private readonly MaximumRows _maximumRows = new();
    private readonly RowMaxima _maxima;
    private readonly QuestionPoints _questions;
    private readonly PeopleRows _people;
    private readonly List<Note> _notes;
    private int _blank;

    private TestReader(SheetLayout layout, RecognitionOptions options, ResponsePool pool)
    {
        _layout = layout;
        _options = options;
        _rows = new ResponseRows(pool);
        _notes = [.. layout.Notes];
        _persons = new PersonColumns(layout, pool);
        _times = new SubmissionTimes(Of(SourceColumnRole.Submitted), layout.ClockColumn);
        (_rowNumber, _attempt) = (Of(SourceColumnRole.RowNumber), Of(SourceColumnRole.Attempt));
        (_points, _percentages, _corrects) = (ScoresOf(SourceColumnRole.Score), ScoresOf(SourceColumnRole.Percentage), ScoresOf(SourceColumnRole.Correct));
        _maxima = new RowMaxima(layout);
        _questions = new QuestionPoints(layout);
        _people = new PeopleRows(layout, _rows, _maximumRows, _notes);

        int? Of(SourceColumnRole role) => layout.Column(role)?.Column;
        RawScores? ScoresOf(SourceColumnRole role) => Of(role) is { } column ? new RawScores(column) : null;
    }

    /// <summary>Reads the answers. The test has no number yet: <see cref="TestNumbers.Assign"/> gives numbers to all tests together.</summary>
    /// <param name="book">The opened file.</param>
    /// <param name="layout">What was recognised of it.</param>
    /// <param name="options">What the caller knows better.</param>
    /// <exception cref="OperationCanceledException">What the book was opened with was cancelled.</exception>
    /// <exception cref="SourceException">The sheet is damaged, or holds no test: no score, nobody to have it, no row, or results that this program wrote.</exception>
    public static TestResponses Read(ISourceBook book, SheetLayout layout, RecognitionOptions options) => Read(book, layout, options, new ResponsePool());

    /// <summary>Reads the answers of one of several tests.</summary>
    internal static TestResponses Read(ISourceBook book, SheetLayout layout, RecognitionOptions options, ResponsePool pool)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(options);
        if (OwnResults.Is(book))
            throw RecognitionErrors.OwnResult(layout.Where.File);
        if (!layout.HasScore)
            throw RecognitionErrors.NoScore(layout);
        if (!layout.HasPerson)
            throw RecognitionErrors.NoPerson(layout);
        var reader = new TestReader(layout, options, pool);
        if (OwnResults.ColumnsOf(layout) is { Count: > 0 } own)
            reader._notes.Add(new Note(NoteLevel.Question, "own_results",
                $"The columns {string.Join(", ", own.Select(name => $"'{name}'"))} are those of results that this program writes. If the file is such a result, leave it out: everybody's results would count once more, as a test.", layout.Where));
        using (var sheet = book.OpenSheet(layout.SheetIndex))
            reader.ReadRows(sheet);
        if (reader._rows.Count == 0)
            throw RecognitionErrors.NoRows(layout);
        return reader.Finish(book.Notes);
    }

    private void ReadRows(ISheetReader sheet)
    {
        var last = _layout.HeaderRow ?? 0;
        while (sheet.Read())
        {
            var row = sheet.Row;
            if (row.Number <= _layout.HeaderRow || row.IsBlank())
                continue;
            _blank += row.Number - last - 1;
            last = row.Number;
            Take(row);
        }
    }

    private void Take(SheetRow row)
    {
        var taken = _persons.Read(row);
        var points = _points?.Add(row);
        var percentage = _percentages?.Add(row);
        var correct = _corrects?.Add(row);
        _maxima.Add(row);
        taken.Submitted = _times.Read(row, _rows.Count);
        taken.Content = row.Fingerprint(_rowNumber);
        if (_people.WhyNobody(row, _rows.EmailOf(taken), taken.Name, points ?? percentage ?? correct, isOfPoints: points is not null) is { } why)
            taken.Answer = new Answer { Kind = ResponseKind.NotAParticipant, Fault = why };
        else
            _questions.Add(row, points);
        _rows.Add(taken, row.NumberIn(_attempt));
    }

    private TestResponses Finish(IReadOnlyList<Note> bookNotes)
    {
        var where = _layout.Where;
        var usesPoints = UsesPoints();
        var usesCorrect = !usesPoints && _percentages is null && _corrects is not null;
        var main = Reading((usesPoints ? _points : usesCorrect ? _corrects : _percentages)!, isPercentage: !usesPoints && !usesCorrect, _layout.Maximum, _notes);
        var maximum = MaximumOf(main, usesPoints, usesCorrect);
        _times.SwapMonths(_rows.Span);
        var beside = usesPoints && _percentages is not null ? Reading(_percentages, isPercentage: true, 100, []) : null;
        new ScoreAnswers(_rows, main, beside, where, _notes).Give(MaximumOfRow(maximum.Value));
        if (!usesPoints && !usesCorrect && _points is not null)
            new PointsAlone(_rows, Reading(_points, isPercentage: false, null, []), main, where, _notes).Give();
        ScoreNotes.Add(_rows, where with { Column = main.Column }, where, _notes);

        var columns = _layout.Columns.Select(each => usesCorrect && each.Role == SourceColumnRole.Score ? each with { Role = SourceColumnRole.None, Why = "points without a maximum; the correct answers are counted instead" } : each);
        var (first, last) = _rows.Times();
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
                Maximum = maximum.Value,
                MaximumWhy = maximum.Why,
                IsMaximumAssumed = maximum.IsAssumed,
                Columns = [.. columns],
                Rows = _rows.Count + _blank,
                FirstSubmitted = first,
                LastSubmitted = last,
            },
            _rows, _blank, [.. bookNotes, .. _notes]);
    }

    private ReadScores Reading(RawScores cells, bool isPercentage, decimal? maximum, List<Note> notes)
    {
        var counted = cells.Counted(_rows).ToList();
        return new ReadScores(cells, counted, ScoreColumn.Of(counted, isPercentage, _options.DecimalMark, maximum, _layout.Where with { Column = cells.Column }, notes));
    }

    /// <summary>Points are taken before a percentage when it is known of how many they are.</summary>
    private bool UsesPoints()
    {
        if (_points is null)
            return false;
        if (_options.ScoreColumn is not null)
            return true;
        var isKnown = _layout.Maximum is not null || _maxima.HaveColumn || _maximumRows.IsKnown || _questions.Worth is not null
            || _points.Counted(_rows).Any(each => each.Cell.Format.Maximum is not null || (each.Cell.Kind == CellKind.Text && each.Cell.Text!.Contains('/')));
        return isKnown || IsStatedMaximumProven() || (_percentages is null && (_corrects is null || _layout.Column(SourceColumnRole.Incorrect) is null));
    }

    /// <summary>Whether the maximum that a title or the file's name states is that of which the points are the percentages beside them.</summary>
    private bool IsStatedMaximumProven() =>
        _points is not null && _percentages is not null && (_layout.TitleMaximum ?? StatedMaximum.Of([FileStem.Of(_layout.Where.File)])?.Value) is { } stated
        && InferredMaximum.Of(_rows, Reading(_points, isPercentage: false, null, []), Reading(_percentages, isPercentage: true, 100, [])) == stated;

    private TestMaximum MaximumOf(ReadScores main, bool usesPoints, bool usesCorrect)
    {
        if (_options.Maximum is { } given)
            return new(given, "given by you");
        var highest = _maxima.Highest(_rows.Span);
        return usesCorrect ? new(Math.Max(highest ?? 0, 1), "correct and wrong answers together")
            : !usesPoints ? TestMaximum.OfPercentages
            : new MaximumFinder(_layout, highest, _maximumRows, _questions, main.Column, _notes).Find(main);
    }

    /// <summary>The maximum of a row: its own, where nothing says one for all.</summary>
    private Func<int, decimal> MaximumOfRow(decimal maximum) =>
        _maxima.AreThere && _options.Maximum is null && _layout.Maximum is null && (_maxima.HaveColumn || _questions.Worth is null)
            ? row => _maxima[row] is > 0 and var own ? own : maximum
            : _ => maximum;
}
