using Mlj.Recognition.Cells;
using Mlj.Sources;
using Mlj.Values;

namespace Mlj.Recognition.Sampling;

/// <summary>What the cells of a column look like, counted over the sample.</summary>
internal sealed class ColumnProfile
{
    private readonly HashSet<string> _distinct = new(StringComparer.OrdinalIgnoreCase);
    private double _words;
    private bool _areWhole = true;
    private decimal? _lowest;
    private Shares _shares;

    public int Filled { get; private set; }

    public int Emails { get; private set; }

    public int Numbers { get; private set; }

    /// <summary>Texts such as <c>14 / 24</c>.</summary>
    public int Fractions { get; private set; }

    public int Percentages { get; private set; }

    public int Dates { get; private set; }

    /// <summary>Those of <see cref="Dates"/> and other cells that are a time of day without a date.</summary>
    public int Clocks { get; private set; }

    /// <summary>The latest of <see cref="Clocks"/>.</summary>
    public TimeSpan LatestClock { get; private set; }

    /// <summary>Whether one of <see cref="Dates"/> has a time of day.</summary>
    public bool HasClock { get; private set; }

    /// <summary>Those of <see cref="Numbers"/> and <see cref="Phones"/> that can be seconds or milliseconds as computers count them.</summary>
    public int UnixTimes { get; private set; }

    public int Phones { get; private set; }

    /// <summary>Texts with letters that are nothing of the above.</summary>
    public int Words { get; private set; }

    /// <summary>Those of <see cref="Words"/> without a digit, as names are.</summary>
    public int NameLike { get; private set; }

    /// <summary>Cells that say that there is no score.</summary>
    public int Missing { get; private set; }

    public int Booleans { get; private set; }

    public decimal Highest { get; private set; }

    /// <summary>Whether the numbers are 1, 2, 3, ... as in a column of row numbers.</summary>
    public bool Counts { get; private set; }

    /// <summary>Whether the same number stands in every cell.</summary>
    public bool IsConstant => IsOneForAll && Numbers == Filled;

    /// <summary>Whether one text or number stands in every cell.</summary>
    public bool IsOneForAll => Filled > 2 && _distinct.Count == 1;

    /// <summary>Whether the numbers are whole and from 1 to 13, as school years are.</summary>
    public bool AreSchoolYears => Numbers > 0 && Fractions + Percentages == 0 && _areWhole && _lowest >= 1 && Highest <= 13;

    /// <summary>Whether the cells are parts of a whole, and neither points of a maximum nor percentages.</summary>
    public bool AreShares => Fractions + Percentages == 0 && _shares.AreAll;

    /// <summary>The part of the cells that could be scores, 0 to 1.</summary>
    public double ScoreShare => Share(Numbers + Fractions + Percentages + Missing);

    /// <summary>How many words a text has on average.</summary>
    public double WordsPerText => Words == 0 ? 0 : _words / Words;

    /// <summary>The part of the cells that differ from all others, 0 to 1.</summary>
    public double DistinctShare => Share(_distinct.Count);

    public double Share(int count) => Filled == 0 ? 0 : (double)count / Filled;

    public static ColumnProfile Of(IEnumerable<SampleCell> cells)
    {
        var profile = new ColumnProfile { Counts = true };
        foreach (var cell in cells)
            profile.Add(cell);
        profile.Counts &= profile.Numbers == profile.Filled && profile.Filled > 2;
        return profile;
    }

    private void Add(SampleCell cell)
    {
        Filled++;
        _distinct.Add(cell.Text.Trim());
        switch (cell.Kind)
        {
            case CellKind.Number when cell.Format.IsDate:
                AddDate(SubmissionTime.FromSerial(cell.Number, cell.Format.Is1904));
                if (SubmissionTime.ClockOf(cell.Number) is { } clock)
                    AddClock(clock);
                break;
            case CellKind.IsoDate:
                AddDate(SubmissionTime.Read(cell.Text)?.Time);
                break;
            case CellKind.Number:
                AddNumber(cell);
                break;
            case CellKind.Boolean:
                Booleans++;
                break;
            case CellKind.Text:
                AddText(cell.Text.Trim());
                break;
        }
    }

    private void AddDate(DateTime? date)
    {
        Dates++;
        HasClock |= date is { } time && time.TimeOfDay != TimeSpan.Zero;
        Counts = false;
    }

    private void AddClock(TimeSpan clock)
    {
        Clocks++;
        LatestClock = clock > LatestClock ? clock : LatestClock;
    }

    private void AddNumber(SampleCell cell)
    {
        if (cell.Format.IsPercentage)
            Percentages++;
        else
            Numbers++;
        UnixTimes += SubmissionTime.FromUnix(cell.Number) is null ? 0 : 1;
        var value = NumberText.ToDecimal(cell.Number) ?? 0;
        Counts &= value == Filled;
        Measure(value);
    }

    private void Measure(decimal number)
    {
        Highest = Math.Max(Highest, number);
        _lowest = Math.Min(_lowest ?? number, number);
        _areWhole &= decimal.IsInteger(number);
        _shares.Add(number);
    }

    private void AddText(string text)
    {
        if (ScoreText.IsMissing(text))
        {
            Missing++;
            return;
        }
        if (text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            Booleans++;
            return;
        }
        if (text.Contains('@'))
        {
            if (EmailAddress.Read(text) is { IsValid: true })
                Emails++;
            return;
        }
        var (point, comma) = (ScoreText.Read(text, DecimalMark.Point), ScoreText.Read(text, DecimalMark.Comma));
        var read = point.Points is null ? comma : point;
        if (read.Points is { } points)
        {
            Counts &= points == Filled;
            UnixTimes += decimal.IsInteger(points) && SubmissionTime.FromUnix((double)points) is not null ? 1 : 0;
            if (IsPhone(text))
                Phones++;
            else if (read.IsPercentage)
                Percentages++;
            else if (read.Maximum is not null)
                Fractions++;
            else
                Numbers++;
            if (!read.IsPercentage)
                Measure(points);
        }
        else if (IsPhone(text))
            Phones++;
        else if ((char.IsAsciiDigit(text[0]) || text.Contains(':')) && SubmissionTime.Read(text) is { } submitted)
            AddDate(submitted.Time);
        else if (SubmissionTime.ReadClock(text) is { } clock)
            AddClock(clock);
        else if (text.Any(char.IsLetter))
        {
            Words++;
            NameLike += text.Any(char.IsDigit) ? 0 : 1;
            _words += text.Count(character => character == ' ') + 1;
        }
    }

    private static bool IsPhone(string text)
    {
        var digits = text.Count(char.IsAsciiDigit);
        return digits is >= 7 and <= 15
            && (text[0] is '0' or '+' or '(' || digits >= 9)
            && text.All(character => char.IsAsciiDigit(character) || character is '+' or '-' or ' ' or '(' or ')' or '/')
            && !text.Contains(':') && !IsDate(text);
    }

    /// <summary>Whether three numbers with two of <c>/</c> or <c>-</c> between them are a date: <c>05/03/2026</c>.</summary>
    private static bool IsDate(string text) =>
        text.AsSpan().Count('/') + text.AsSpan().Count('-') == 2 && !text.AsSpan().ContainsAny(" +()") && SubmissionTime.Read(text) is not null;
}
