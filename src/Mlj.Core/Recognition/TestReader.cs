using System.Globalization;
using Mlj.Sources;
using Mlj.Values;

namespace Mlj.Recognition;

/// <summary>Reads all rows of a recognised sheet once, forward, keeping only the columns that have a role.</summary>
public sealed class TestReader
{
    private readonly SheetLayout _layout;
    private readonly RecognitionOptions _options;
    private readonly int? _email, _name, _first, _last, _phone, _submitted, _score, _percentage, _maximum, _correct, _incorrect, _unattempted, _rowNumber, _attempt;
    private readonly int[] _questionPoints;
    private readonly decimal[] _bestPoints;
    private readonly List<Row> _rows = [];
    private readonly List<Note> _notes;
    private bool _pointsAddUp;
    private int _blank;
    private decimal? _maximumRow;

    private TestReader(SheetLayout layout, RecognitionOptions options)
    {
        _layout = layout;
        _options = options;
        _notes = [.. layout.Notes];
        (_email, _name, _first, _last) = (Of(SourceColumnRole.Email), Of(SourceColumnRole.Name), Of(SourceColumnRole.FirstName), Of(SourceColumnRole.LastName));
        (_phone, _submitted) = (Of(SourceColumnRole.Phone), Of(SourceColumnRole.Submitted));
        (_rowNumber, _attempt) = (Of(SourceColumnRole.RowNumber), Of(SourceColumnRole.Attempt));
        (_score, _percentage, _maximum) = (Of(SourceColumnRole.Score), Of(SourceColumnRole.Percentage), Of(SourceColumnRole.Maximum));
        (_correct, _incorrect, _unattempted) = (Of(SourceColumnRole.Correct), Of(SourceColumnRole.Incorrect), Of(SourceColumnRole.Unattempted));
        _questionPoints = [.. layout.Columns.Where(column => column.Role == SourceColumnRole.QuestionPoints).Select(column => column.Column)];
        _bestPoints = new decimal[_questionPoints.Length];
        _pointsAddUp = _questionPoints.Length > 0;

        int? Of(SourceColumnRole role) => layout.Column(role)?.Column;
    }

    /// <summary>Reads the answers. The test has no number yet: <see cref="TestNumbers.Assign"/> gives numbers to all tests together.</summary>
    /// <param name="book">The opened file.</param>
    /// <param name="layout">What was recognised of it.</param>
    /// <param name="options">What the caller knows better.</param>
    /// <exception cref="SourceException">The sheet is damaged, or holds no test: no score, nobody to have it, or no row.</exception>
    public static TestResponses Read(ISourceBook book, SheetLayout layout, RecognitionOptions options)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(options);
        if (!layout.HasScore)
            throw RecognitionErrors.NoScore(layout);
        if (!layout.HasPerson)
            throw RecognitionErrors.NoPerson(layout);
        var reader = new TestReader(layout, options);
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
            if (row.Number <= _layout.HeaderRow)
                continue;
            if (IsBlank(row))
                continue;
            _blank += row.Number - last - 1;
            last = row.Number;
            _rows.Add(Take(row));
        }
    }

    private Row Take(SheetRow row)
    {
        var email = EmailAddress.Read(Text(row, _email));
        var name = _name is not null ? PersonName.Tidy(Text(row, _name)) : PersonName.Tidy($"{Text(row, _first)} {Text(row, _last)}");
        var score = RawScore.Of(row, _score);
        var percentage = RawScore.Of(row, _percentage);
        var taken = new Row
        {
            Number = row.Number,
            Email = email,
            Name = name,
            Phone = Text(row, _phone)?.Trim(),
            Submitted = Time(row),
            Score = score,
            Percentage = percentage,
            Correct = RawScore.Of(row, _correct),
            Attempt = Plain(row, _attempt),
            Maximum = Plain(row, _maximum) ?? CorrectAndWrong(row),
            NotAParticipant = WhyNobody(row, email, name, score ?? percentage ?? RawScore.Of(row, _correct)),
            Content = Fingerprint(row),
        };
        if (taken.NotAParticipant is null)
            AddQuestionPoints(row, score);
        return taken;
    }

    private void AddQuestionPoints(SheetRow row, RawScore? score)
    {
        if (!_pointsAddUp)
            return;
        decimal sum = 0;
        for (var index = 0; index < _questionPoints.Length; index++)
        {
            var points = RawScore.Of(row, _questionPoints[index]) is { IsMissing: false } raw ? raw.Plain ?? ScoreText.Read(raw.Show(), DecimalMark.Point).Points ?? 0 : 0;
            sum += points;
            _bestPoints[index] = Math.Max(_bestPoints[index], points);
        }
        if (score is { IsMissing: false } total && (total.Plain ?? ScoreText.Read(total.Show(), DecimalMark.Point).Points) != sum)
            _pointsAddUp = false;
    }

    private TestResponses Finish(IReadOnlyList<Note> bookNotes)
    {
        var where = _layout.Where;
        var people = _rows.Where(row => row.NotAParticipant is null).ToList();
        var fromPoints = UsesPoints(people);
        var usesCorrect = !fromPoints && _percentage is null && _correct is not null;
        Func<Row, RawScore?> main = fromPoints ? row => row.Score : usesCorrect ? row => row.Correct : row => row.Percentage;
        var scorePlace = where with { Column = fromPoints ? _score : usesCorrect ? _correct : _percentage };
        var column = ScoreColumn.Of(people.ConvertAll(row => main(row)), !fromPoints && !usesCorrect, _options.DecimalMark, _layout.Maximum, scorePlace, _notes);
        var (maximum, why, isAssumed) = FindMaximum(people, column, fromPoints, usesCorrect);
        var check = fromPoints && _percentage is not null
            ? ScoreColumn.Of(people.ConvertAll(row => row.Percentage), isPercentage: true, _options.DecimalMark, 100, where with { Column = _percentage }, [])
            : null;
        SwapMonths();

        var responses = new Response[_rows.Count];
        var disagreements = new List<Note>();
        for (var index = 0; index < responses.Length; index++)
            responses[index] = Respond(_rows[index], main(_rows[index]), column, check, maximum, disagreements);
        AddSome(disagreements, "score_disagrees", "more rows have points and a percentage that do not agree");
        NoteFaults(responses, scorePlace);

        var columns = _layout.Columns.Select(each => usesCorrect && each.Role == SourceColumnRole.Score ? each with { Role = SourceColumnRole.None, Why = "points without a maximum; the correct answers are counted instead" } : each);
        var times = responses.Where(response => response.Submitted is not null).Select(response => response.Submitted!.Value).ToList();
        return new TestResponses(
            new RecognisedTest
            {
                File = where.File,
                Sheet = where.Sheet ?? where.File,
                Number = 0,
                NumberWhy = "",
                Title = _layout.Titles.FirstOrDefault(title => title.Any(char.IsLetter)) ?? Path.GetFileNameWithoutExtension(where.File).TrimEnd('.', ' '),
                HeaderRow = _layout.HeaderRow,
                Maximum = maximum,
                MaximumWhy = why,
                IsMaximumAssumed = isAssumed,
                Columns = [.. columns],
                Rows = _rows.Count + _blank,
                FirstSubmitted = times.Count > 0 ? times.Min() : null,
                LastSubmitted = times.Count > 0 ? times.Max() : null,
            },
            responses, _blank, [.. bookNotes, .. _notes]);
    }

    /// <summary>Points are taken before a percentage when it is known of how many they are.</summary>
    private bool UsesPoints(List<Row> people)
    {
        if (_score is null)
            return false;
        if (_options.ScoreColumn is not null)
            return true;
        var isKnown = _layout.Maximum is not null || _maximum is not null || _maximumRow is not null
            || people.Exists(row => row.Score is { } raw && (raw.Format.Maximum is not null || (raw.Kind == CellKind.Text && raw.Text!.Contains('/'))));
        return isKnown || (_percentage is null && (_correct is null || _incorrect is null));
    }

    private (decimal Maximum, string Why, bool IsAssumed) FindMaximum(List<Row> people, ScoreColumn column, bool fromPoints, bool usesCorrect)
    {
        if (_options.Maximum is { } given)
            return (given, "given by you", false);
        if (usesCorrect)
        {
            var questions = people.Max(row => row.Maximum) ?? 0;
            return (Math.Max(questions, 1), "correct and wrong answers together", false);
        }
        if (!fromPoints)
            return (100, "the scores are percentages", false);
        if (_layout.Maximum is { } heading)
            return (heading, "from the heading", false);
        var inCells = people.Select(row => row.Score is { } raw ? column.Read(raw).Maximum : null).Where(each => each > 0).GroupBy(each => each!.Value)
            .OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).ToList();
        if (inCells.Count > 0)
        {
            if (inCells.Count > 1)
                _notes.Add(new Note(NoteLevel.Review, "several_maxima",
                    $"The scores are out of {string.Join(", ", inCells.Select(group => group.Key.ToString("0.####", CultureInfo.InvariantCulture)))}; each was taken out of its own maximum.", _layout.Where with { Column = _score }));
            return (inCells[0].Key, "from the scores' cells", false);
        }
        if (_maximumRow is { } row)
            return (row, "from the row of points possible", false);
        if (people.Max(each => each.Maximum) is > 0 and var most)
            return (most, "from the column of maxima", false);
        if (people.TrueForAll(each => each.Score is not { IsMissing: false } raw || column.Read(raw) is { IsPercentage: true }))
            return (100, "the scores are percentages", false);
        return Assume(people, column);
    }

    /// <summary>Nothing says of how many the points are: the best known answer is taken and asked about.</summary>
    private (decimal Maximum, string Why, bool IsAssumed) Assume(List<Row> people, ScoreColumn column)
    {
        var where = _layout.Where with { Column = _score };
        var highest = people.Max(row => row.Score is { } raw && column.Read(raw) is { IsPercentage: false } read ? read.Points : null) ?? 0;
        var remedy = $"Say --max \"{where.File}=N\".";
        if (_pointsAddUp && _bestPoints.Sum() is > 0 and var sum && sum >= highest)
        {
            _notes.Add(new Note(NoteLevel.Question, "maximum_unknown",
                string.Create(CultureInfo.InvariantCulture, $"The file does not say of how many the points are. The best points of its questions add up to {sum:0.####}, which was taken as the maximum. {remedy}"), where));
            return (sum, "assumed from the best points of all questions together", true);
        }
        _notes.Add(new Note(highest == 100 ? NoteLevel.Information : NoteLevel.Question, "maximum_unknown",
            string.Create(CultureInfo.InvariantCulture, $"The file does not say of how many the points are, the highest being {highest:0.####}. 100 was taken as the maximum. {remedy}"), where));
        return (100, "assumed, because the file does not say", true);
    }

    private Response Respond(Row row, RawScore? raw, ScoreColumn column, ScoreColumn? check, decimal maximum, List<Note> disagreements)
    {
        var person = row.NotAParticipant is null;
        var (score, fault) = person && raw is { } cell ? column.Judge(cell, row.Maximum is > 0 and var own && _options.Maximum is null && _layout.Maximum is null ? own : maximum) : default;
        var points = raw is { } read ? column.Read(read).Points : null;
        if (person && check is not null && row.Percentage is { IsMissing: false } beside)
        {
            if (raw is null or { IsMissing: true })
            {
                (score, fault) = check.Judge(beside, 100);
                (raw, points) = (beside, check.Read(beside).Points);
                _notes.Add(new Note(NoteLevel.Review, "percentage_taken", $"There are no points; the percentage {beside.Show()} was taken.", At(row, _percentage)));
            }
            else if (score is { } counted && check.Read(beside).Points is { } written && !Agrees(counted.Percentage, written, beside))
                disagreements.Add(new Note(NoteLevel.Review, "score_disagrees",
                    string.Create(CultureInfo.InvariantCulture, $"{counted} is {Rounding.HalfAwayFromZero(counted.Percentage, 2)} %, but the row also says {beside.Show()}. The points were taken."), At(row, _percentage)));
        }
        return new Response
        {
            Row = row.Number,
            Kind = person ? ResponseKind.Attempt : ResponseKind.NotAParticipant,
            Email = row.Email,
            Name = row.Name,
            Phone = string.IsNullOrEmpty(row.Phone) ? null : row.Phone,
            Submitted = row.Submitted?.Time,
            AttemptNumber = row.Attempt,
            RawScore = raw?.Show(),
            RawPoints = person ? points : null,
            Score = score,
            Fault = person ? fault : row.NotAParticipant,
            Content = row.Content,
        };
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

    private void NoteFaults(Response[] responses, Place column)
    {
        var attempts = responses.Where(response => response.Kind == ResponseKind.Attempt).ToList();
        AddSome([.. attempts.Where(response => response.Fault is not null)
            .Select(response => new Note(NoteLevel.Review, "score_set_aside", $"{Sentence(response.Fault!)} The row is kept, its score is set aside.", column with { Row = response.Row }))],
            "score_set_aside", "more scores were set aside; the ledger names them all");
        AddSome([.. attempts.Where(response => response is { Fault: null, Score: null })
            .Select(response => new Note(NoteLevel.Information, "missing_score", $"{response.Name ?? response.Email?.Typed ?? "The row"} has no score here.", column with { Row = response.Row }))],
            "missing_score", "more rows have no score");
    }

    private void AddSome(List<Note> notes, string code, string more)
    {
        const int Shown = 10;
        _notes.AddRange(notes.Take(Shown));
        if (notes.Count > Shown)
            _notes.Add(new Note(notes[0].Level, code, string.Create(CultureInfo.InvariantCulture, $"{notes.Count - Shown} {more}."), _layout.Where));
    }

    private static string Sentence(string text) => (char.IsLetter(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text) + ".";

    private Place At(Row row, int? column) => _layout.Where with { Row = row.Number, Column = column };

    /// <summary>When one time of the column can only be read with the month first, all of them are.</summary>
    private void SwapMonths()
    {
        if (!_rows.Exists(row => row.Submitted is { IsMonthFirst: true }) || _rows.Exists(row => row.Submitted is { IsDayFirst: true }))
            return;
        foreach (var row in _rows)
            if (row.Submitted is { Swapped: { } swapped })
                row.Submitted = new SubmissionTime(swapped);
    }

    private string? WhyNobody(SheetRow row, EmailAddress? email, string? name, RawScore? score)
    {
        if (email is { IsValid: true })
            return null;
        var words = RecognitionWords.Instance;
        var first = name ?? email?.Typed ?? FirstText(row) ?? "";
        var label = HeadingText.Normalise(first);
        if (words.NotPeople.Contains(label))
        {
            if (words.MaximumRows.Contains(label) && score is { } cell)
                _maximumRow ??= cell.Plain ?? ScoreText.Read(cell.Show(), DecimalMark.Point).Points;
            return $"'{first}' is no participant";
        }
        var identity = _layout.Column(SourceColumnRole.Email) ?? _layout.Column(SourceColumnRole.Name) ?? _layout.Column(SourceColumnRole.LastName);
        if (identity is { Heading.Length: > 0 } && string.Equals(Text(row, identity.Column)?.Trim(), identity.Heading, StringComparison.OrdinalIgnoreCase))
            return "the headings are repeated";
        return name is null && score is null && email is null ? "neither name, address nor score" : null;
    }

    private SubmissionTime? Time(SheetRow row)
    {
        if (_submitted is not { } column || !row.TryGet(column, out var cell))
            return null;
        return cell.Kind switch
        {
            CellKind.Number => SubmissionTime.FromSerial(cell.Number, cell.Format.Is1904) is { } time ? new SubmissionTime(time) : null,
            CellKind.Text or CellKind.IsoDate => SubmissionTime.Read(cell.GetText()),
            _ => null,
        };
    }

    private decimal? CorrectAndWrong(SheetRow row) => _correct is not null && _incorrect is not null && Plain(row, _correct) is { } correct && Plain(row, _incorrect) is { } wrong
        ? correct + wrong + (Plain(row, _unattempted) ?? 0)
        : null;

    private static decimal? Plain(SheetRow row, int? column) =>
        RawScore.Of(row, column) is { IsMissing: false } raw ? raw.Plain ?? ScoreText.Read(raw.Show(), DecimalMark.Point).Points : null;

    private static string? Text(SheetRow row, int? column) => column is { } number && row.TryGet(number, out var cell) ? cell.GetText() : null;

    private static string? FirstText(SheetRow row)
    {
        for (var index = 0; index < row.Count; index++)
            if (row[index].Kind == CellKind.Text)
                return row[index].GetText();
        return null;
    }

    private static bool IsBlank(SheetRow row)
    {
        for (var index = 0; index < row.Count; index++)
        {
            var cell = row[index];
            if (cell.Kind != CellKind.Text || cell.Utf8.ContainsAnyExcept(" \t\r\n\u00a0"u8))
                return false;
        }
        return true;
    }

    /// <summary>A hash of all cells but the row's own number (FNV-1a, 64 bits): two rows with equal hashes are compared, not believed.</summary>
    private ulong Fingerprint(SheetRow row)
    {
        const ulong Basis = 14695981039346656037, Prime = 1099511628211;
        var hash = Basis;
        for (var index = 0; index < row.Count; index++)
        {
            var cell = row[index];
            if (cell.Column == _rowNumber)
                continue;
            hash = (hash ^ (ulong)cell.Column) * Prime;
            hash = (hash ^ (ulong)cell.Kind) * Prime;
            if (cell.Utf8.IsEmpty)
                hash = (hash ^ BitConverter.DoubleToUInt64Bits(cell.Number)) * Prime;
            foreach (var letter in cell.Utf8)
                hash = (hash ^ letter) * Prime;
        }
        return hash;
    }

    private sealed class Row
    {
        public required int Number { get; init; }

        public required EmailAddress? Email { get; init; }

        public required string? Name { get; init; }

        public required string? Phone { get; init; }

        public required SubmissionTime? Submitted { get; set; }

        public required RawScore? Score { get; init; }

        public required RawScore? Percentage { get; init; }

        public required RawScore? Correct { get; init; }

        public required decimal? Attempt { get; init; }

        public required decimal? Maximum { get; init; }

        public required string? NotAParticipant { get; init; }

        public required ulong Content { get; init; }
    }
}
