using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Mlj.Sources;
using Mlj.Values;

namespace Mlj.Recognition;

/// <summary>Reads all rows of a recognised sheet once, forward, keeping only the columns that have a role.</summary>
public sealed partial class TestReader
{
    private readonly SheetLayout _layout;
    private readonly RecognitionOptions _options;
    private readonly ResponsePool _pool;
    private readonly ResponseRows _rows;
    private readonly int? _email, _name, _first, _middle, _last, _phone, _submitted, _maximum, _correct, _incorrect, _unattempted, _rowNumber, _attempt;
    private readonly RawScores? _scores, _percentages, _corrects;
    private readonly List<decimal?>? _maxima;
    private readonly int[] _questionPoints;
    private readonly decimal[] _bestPoints;
    private readonly decimal? _worth;
    private readonly List<Note> _notes;
    private readonly List<int> _swappable = [];
    private bool _isMonthFirst, _isDayFirst;
    private TimeSpan? _offset;
    private bool _pointsAddUp;
    private int _blank;
    private readonly MaximumRows _maximumRows = new();
    private bool _hasPeople;

    private TestReader(SheetLayout layout, RecognitionOptions options, ResponsePool pool)
    {
        _layout = layout;
        _options = options;
        _pool = pool;
        _rows = new ResponseRows(pool);
        _notes = [.. layout.Notes];
        (_email, _name) = (Of(SourceColumnRole.Email), Of(SourceColumnRole.Name));
        (_first, _middle, _last) = (Of(SourceColumnRole.FirstName), Of(SourceColumnRole.MiddleName), Of(SourceColumnRole.LastName));
        (_phone, _submitted) = (Of(SourceColumnRole.Phone), Of(SourceColumnRole.Submitted));
        (_rowNumber, _attempt, _maximum) = (Of(SourceColumnRole.RowNumber), Of(SourceColumnRole.Attempt), Of(SourceColumnRole.Maximum));
        (_correct, _incorrect, _unattempted) = (Of(SourceColumnRole.Correct), Of(SourceColumnRole.Incorrect), Of(SourceColumnRole.Unattempted));
        (_scores, _percentages, _corrects) = (ScoresOf(Of(SourceColumnRole.Score)), ScoresOf(Of(SourceColumnRole.Percentage)), ScoresOf(_correct));
        _maxima = _maximum is not null || (_correct is not null && _incorrect is not null) ? [] : null;
        _questionPoints = [.. layout.Columns.Where(column => column.Role == SourceColumnRole.QuestionPoints).Select(column => column.Column)];
        _bestPoints = new decimal[_questionPoints.Length];
        _worth = WorthOfQuestions(layout);
        _pointsAddUp = _questionPoints.Length > 0;

        int? Of(SourceColumnRole role) => layout.Column(role)?.Column;
        static RawScores? ScoresOf(int? column) => column is { } number ? new RawScores(number) : null;
    }

    /// <summary>Reads the answers. The test has no number yet: <see cref="TestNumbers.Assign"/> gives numbers to all tests together.</summary>
    /// <param name="book">The opened file.</param>
    /// <param name="layout">What was recognised of it.</param>
    /// <param name="options">What the caller knows better.</param>
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

    /// <summary>What all questions together are worth; null unless the heading of every question's points says so.</summary>
    private static decimal? WorthOfQuestions(SheetLayout layout)
    {
        decimal? sum = null;
        foreach (var column in layout.Columns.Where(column => column.Role == SourceColumnRole.QuestionPoints))
        {
            if (HeadingText.Worth(column.Heading) is not { } worth)
                return null;
            sum = (sum ?? 0) + worth;
        }
        return sum;
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
            Take(row);
        }
    }

    private void Take(SheetRow row)
    {
        var address = _pool.Address(Utf8(row, _email));
        var email = address == ResponsePool.None ? null : _pool[address];
        var name = (_name is not null ? _pool.Name(Utf8(row, _name)) : null)
            ?? (_first is not null || _last is not null ? PersonName.Tidy($"{Text(row, _first)} {Text(row, _middle)} {Text(row, _last)}") : null);
        var score = _scores?.Add(row);
        var percentage = _percentages?.Add(row);
        var correct = _corrects?.Add(row);
        _maxima?.Add(Plain(row, _maximum) ?? CorrectAndWrong(row));
        var taken = new ResponseRow
        {
            Number = row.Number,
            Address = address,
            Name = name,
            Phone = _pool.Phone(address, Utf8(row, _phone)),
            Submitted = Time(row),
            Content = Fingerprint(row),
        };
        if (WhyNobody(row, email, name, score ?? percentage ?? correct) is { } why)
            taken.Answer = new Answer { Kind = ResponseKind.NotAParticipant, Fault = why };
        else
        {
            if (!_hasPeople && email is null && name is null && score is { } unnamed)
                _maximumRows.AddUnnamed(Number(unnamed));
            _hasPeople = true;
            AddQuestionPoints(row, score);
        }
        _rows.Add(taken, Plain(row, _attempt));
    }

    private void AddQuestionPoints(SheetRow row, RawScore? score)
    {
        if (!_pointsAddUp)
            return;
        decimal sum = 0;
        for (var index = 0; index < _questionPoints.Length; index++)
        {
            var points = RawScore.Of(row, _questionPoints[index]) is { IsMissing: false } raw ? Number(raw) ?? 0 : 0;
            sum += points;
            _bestPoints[index] = Math.Max(_bestPoints[index], points);
        }
        if (score is { IsMissing: false } total && Number(total) != sum)
            _pointsAddUp = false;
    }

    private string? WhyNobody(SheetRow row, EmailAddress? email, string? name, RawScore? score)
    {
        var hasScore = score is { IsMissing: false };
        if (email is { IsValid: true })
            return !hasScore && name is not null && RowLabels.IsSigned(name) ? NoParticipant(name) : null;
        var first = name ?? email?.Typed ?? FirstText(row) ?? "";
        var label = HeadingText.Normalise(first);
        if (RowLabels.IsStatistic(first, label))
        {
            _maximumRows.Add(label, score is { } cell ? Number(cell) : null, !_hasPeople);
            return NoParticipant(first);
        }
        if (!hasScore && (name is not null || email is not null) && RowLabels.IsAboutSheet(first, label))
            return NoParticipant(first);
        if (name is null && email is null && score is { Kind: CellKind.Text } unit && !char.IsDigit(unit.Show()[0]) && HeadingText.SplitMaximum($"score {unit.Show()}").Maximum is { } stated)
        {
            _maximumRows.State(stated);
            return "the row says of how many the points are";
        }
        var identity = _layout.Column(SourceColumnRole.Email) ?? _layout.Column(SourceColumnRole.Name) ?? _layout.Column(SourceColumnRole.LastName);
        if (identity is { Heading.Length: > 0 } && string.Equals(Text(row, identity.Column)?.Trim(), identity.Heading, StringComparison.OrdinalIgnoreCase))
            return "the headings are repeated";
        NoteStatistic(row, email, label, hasScore);
        return name is null && score is null && email is null ? "neither name, address nor score" : null;

        static string NoParticipant(string text) => $"'{ShortText.Of(text, 40)}' is no participant";
    }

    /// <summary>A name that is also a word of statistics is a name; where others have an address and it has none, somebody should look.</summary>
    private void NoteStatistic(SheetRow row, EmailAddress? email, string label, bool hasScore)
    {
        if (hasScore && email is null && _email is not null && RowLabels.MayBeStatistic(label))
            _notes.Add(new Note(NoteLevel.Review, "perhaps_no_person",
                $"'{label}' has a score and no address. It was taken as a person's name; if it is the label of a statistic, leave the row out.", _layout.Where with { Row = row.Number }));
    }

    private DateTime? Time(SheetRow row)
    {
        if (_submitted is not { } column || !row.TryGet(column, out var cell))
            return null;
        if (cell.Kind == CellKind.Number)
            return SubmissionTime.FromSerial(cell.Number, cell.Format.Is1904);
        if (cell.Kind is not (CellKind.Text or CellKind.IsoDate) || SubmissionTime.Read(cell.Utf8) is not { } read)
            return null;
        if (read.Offset is { } offset && !read.IsSwappable)
            read = read with { Time = read.Time + ((_offset ??= offset) - offset) };
        _isMonthFirst |= read.IsMonthFirst;
        _isDayFirst |= read.IsDayFirst;
        if (read.IsSwappable)
            _swappable.Add(_rows.Count);
        return read.Time;
    }

    /// <summary>When one time of the column can only be read with the month first, all of them are.</summary>
    private void SwapMonths()
    {
        if (!_isMonthFirst || _isDayFirst)
            return;
        foreach (var row in _swappable)
            _rows.Span[row].Submitted = SubmissionTime.Swap(_rows.Span[row].Submitted!.Value);
    }

    private decimal? CorrectAndWrong(SheetRow row) => _correct is not null && _incorrect is not null && Plain(row, _correct) is { } correct && Plain(row, _incorrect) is { } wrong
        ? correct + wrong + (Plain(row, _unattempted) ?? 0)
        : null;

    private static decimal? Plain(SheetRow row, int? column) =>
        RawScore.Of(row, column) is { IsMissing: false } raw ? Number(raw) : null;

    /// <summary>The number of a cell that is no score; a text is read with a decimal comma where a point makes no sense.</summary>
    private static decimal? Number(RawScore raw) =>
        raw.Plain ?? ScoreText.Read(raw.Show(), DecimalMark.Point).Points ?? ScoreText.Read(raw.Show(), DecimalMark.Comma).Points;

    private static string? Text(SheetRow row, int? column) => column is { } number && row.TryGet(number, out var cell) ? cell.GetText() : null;

    /// <summary>The text of a cell, a number as text; nothing where empty.</summary>
    internal static ReadOnlySpan<byte> Utf8(SheetRow row, int? column) =>
        column is not { } number || !row.TryGet(number, out var cell) ? default : cell.Utf8.IsEmpty ? Encoding.UTF8.GetBytes(cell.GetText()) : cell.Utf8;

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

    /// <summary>A hash of all cells but the row's own number, eight bytes at a time: rows with equal hashes are compared, not believed.</summary>
    private ulong Fingerprint(SheetRow row)
    {
        var hash = 14695981039346656037;
        for (var index = 0; index < row.Count; index++)
        {
            var cell = row[index];
            if (cell.Column == _rowNumber)
                continue;
            hash = Mix(hash, ((ulong)cell.Column << 8) | (ulong)cell.Kind);
            var text = cell.Utf8;
            if (text.IsEmpty)
                hash = Mix(hash, BitConverter.DoubleToUInt64Bits(cell.Number));
            hash = Mix(hash, (ulong)text.Length);
            for (; text.Length >= sizeof(ulong); text = text[sizeof(ulong)..])
                hash = Mix(hash, MemoryMarshal.Read<ulong>(text));
            ulong rest = 0;
            foreach (var letter in text)
                rest = (rest << 8) | letter;
            hash = Mix(hash, rest);
        }
        return hash;

        static ulong Mix(ulong hash, ulong more) => BitOperations.RotateLeft((hash ^ more) * 0x9E3779B97F4A7C15, 29);
    }
}
