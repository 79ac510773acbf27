using System.Text;
using Mlj.Recognition.Words;

namespace Mlj.Recognition.Cells;

/// <summary>
/// A time as forms write it, read without knowing yet whether 03/04 is a day in April or in March: <see cref="Swapped"/> is the other
/// reading. The time is the one that was written; its zone stands beside it.
/// </summary>
/// <param name="Time">The time; day before month where both are possible.</param>
/// <param name="IsSwappable">Whether the month can stand before the day as well.</param>
/// <param name="IsMonthFirst">Whether the text can only be read with the month first, as 07/27 can.</param>
/// <param name="IsDayFirst">Whether the text can only be read with the day first, as 27/07 can.</param>
/// <param name="Offset">How far the clock is before that of Greenwich; null when the text does not say.</param>
internal readonly record struct SubmissionTime(DateTime Time, bool IsSwappable = false, bool IsMonthFirst = false, bool IsDayFirst = false, TimeSpan? Offset = null)
{
    private const int MostDigits = 9;
    private const int LongestWord = 24;
    private const int LongestTime = 64;
    private const string Day = "2000-01-01 ";

    /// <summary>The time of a serial number in a date format; null outside the years that spreadsheet programs have.</summary>
    public static DateTime? FromSerial(double serial, bool is1904)
    {
        if (is1904)
            serial += 1462;
        if (!(serial is >= 1 and < 2958466))
            return null;
        if (serial < 60)
            serial += 1; // The program that set the standard believes in 29 February 1900.
        var seconds = Math.Round(serial * 86400, MidpointRounding.AwayFromZero);
        // The last half second of the year 9999 would be rounded into the next.
        return seconds < 2958466d * 86400 ? new DateTime(1899, 12, 30).AddSeconds(seconds) : null;
    }

    /// <summary>The time of day of a number in a time format; null when it is a date, or none.</summary>
    public static TimeSpan? ClockOf(double serial) => serial is >= 0 and < 1 ? TimeSpan.FromSeconds(Math.Min(Math.Round(serial * 86400, MidpointRounding.AwayFromZero), 86399)) : null;

    /// <summary>The time, at Greenwich, of a number of seconds or milliseconds since 1970 as computers count it; null outside the years 2001 to 2100.</summary>
    public static DateTime? FromUnix(double number)
    {
        const double First = 1e9, End = 4102444800;
        return number is >= First and < End ? DateTime.UnixEpoch.AddSeconds(Math.Floor(number))
            : number is >= First * 1000 and < End * 1000 ? DateTime.UnixEpoch.AddSeconds(Math.Floor(number / 1000))
            : null;
    }

    /// <summary>
    /// Reads a time of day alone: <c>14:05</c>, <c>2:05:33 PM</c>. Null when the text is none, or has a date too.
    /// </summary>
    public static TimeSpan? ReadClock(ReadOnlySpan<char> text)
    {
        // Any day will do: only its time is kept.
        Span<char> whole = stackalloc char[LongestTime];
        text = text.Trim();
        return !text.IsEmpty && text.Length < LongestTime - Day.Length && char.IsAsciiDigit(text[0]) && text[..Math.Min(3, text.Length)].Contains(':') && Day.TryCopyTo(whole) && text.TryCopyTo(whole[Day.Length..])
            && Read(whole[..(Day.Length + text.Length)]) is { Time: { } time }
            ? time.TimeOfDay
            : null;
    }

    /// <summary>
    /// Reads <c>14-02-2026 20:29:23</c>, <c>2026/09/27 3:00:00 PM GMT+3</c>, <c>7/27/26 19:06</c>, <c>Nov 23, 2020 10:11</c>,
    /// <c>21 setembro 2020 10:00</c>, ISO 8601. Null when the text is no date.
    /// </summary>
    public static SubmissionTime? Read(ReadOnlySpan<char> text)
    {
        Span<int> numbers = stackalloc int[8];
        Span<int> lengths = stackalloc int[8];
        Span<char> lower = stackalloc char[LongestWord];
        int count = 0, month = 0, monthAt = -1, clockAt = -1;
        bool afternoon = false, morning = false;
        TimeSpan? offset = null;
        for (var at = 0; at < text.Length;)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                int end = at, number = 0;
                for (; end < text.Length && end - at < MostDigits && char.IsAsciiDigit(text[end]); end++)
                    number = number * 10 + (text[end] - '0');
                if (count == numbers.Length || (end < text.Length && char.IsAsciiDigit(text[end])))
                    break;
                numbers[count] = number;
                lengths[count++] = end - at;
                if (end < text.Length && text[end] == ':' && clockAt < 0)
                    clockAt = count - 1;
                at = end;
            }
            else if (char.IsLetter(text[at]))
            {
                var end = at;
                while (end < text.Length && char.IsLetter(text[end]))
                    end++;
                ReadOnlySpan<char> word = end - at <= LongestWord ? lower[..text[at..end].ToLowerInvariant(lower)] : default;
                if (month == 0 && RecognitionWords.Instance.MonthsBySpan.TryGetValue(word, out month))
                    monthAt = count;
                afternoon |= word is "pm" or "p" && clockAt >= 0;
                morning |= word is "am" or "a" && clockAt >= 0;
                at = end;
                if (word is "gmt" or "utc" or "z" && clockAt >= 0)
                {
                    offset = OffsetAt(text[at..]) ?? TimeSpan.Zero;
                    break;
                }
            }
            else if (clockAt >= 0 && count > clockAt + 1 && (offset = OffsetAt(text[at..])) is not null)
                break;
            else
                at++;
        }
        return FromParts(numbers[..count], lengths[..count], month, monthAt, clockAt, morning, afternoon) is { } read ? read with { Offset = offset } : null;
    }

    /// <summary>The offset from Greenwich that a text begins with: <c>+3</c>, <c>-05:30</c>, <c>+0100</c>.</summary>
    private static TimeSpan? OffsetAt(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] is not ('+' or '-' or '−'))
            return null;
        int hours = 0, minutes = 0, digits = 0, at = 1;
        for (; at < text.Length && digits < 4 && (char.IsAsciiDigit(text[at]) || (text[at] == ':' && digits is 1 or 2)); at++)
            if (text[at] == ':')
                digits = 2;
            else if (digits++ < 2)
                hours = hours * 10 + (text[at] - '0');
            else
                minutes = minutes * 10 + (text[at] - '0');
        var offset = new TimeSpan(hours, minutes, 0);
        return digits > 0 && offset <= TimeSpan.FromHours(14) ? text[0] == '+' ? offset : -offset : null;
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{char})"/>
    public static SubmissionTime? Read(ReadOnlySpan<byte> utf8)
    {
        Span<char> text = stackalloc char[LongestTime];
        return utf8.Length <= LongestTime ? Read(text[..Encoding.UTF8.GetChars(utf8, text)]) : Read(Encoding.UTF8.GetString(utf8));
    }

    /// <summary>The time with month before day; null when only one reading is possible.</summary>
    public DateTime? Swapped => IsSwappable ? Swap(Time) : null;

    /// <summary>The time with day and month in each other's place.</summary>
    public static DateTime Swap(DateTime time) => new DateTime(time.Year, time.Day, time.Month).Add(time.TimeOfDay);

    private static SubmissionTime? FromParts(ReadOnlySpan<int> numbers, ReadOnlySpan<int> lengths, int month, int monthAt, int clockAt, bool morning, bool afternoon)
    {
        var date = clockAt >= 0 ? clockAt : Math.Min(numbers.Length, month > 0 ? 2 : 3);
        var clock = TimeSpan.Zero;
        if (clockAt >= 0)
        {
            int hour = numbers[clockAt], minute = clockAt + 1 < numbers.Length ? numbers[clockAt + 1] : 0, second = clockAt + 2 < numbers.Length ? numbers[clockAt + 2] : 0;
            if (afternoon && hour < 12)
                hour += 12;
            else if (morning && hour == 12)
                hour = 0;
            if (hour > 23 || minute > 59)
                return null;
            clock = new TimeSpan(hour, minute, second > 59 ? 0 : second);
        }

        if (month > 0)
        {
            if (date < 2)
                return null;
            var (day, year) = lengths[0] == 4 ? (numbers[1], numbers[0]) : (numbers[0], numbers[1]);
            return Date(year, month, day, clock) is { } time ? new SubmissionTime(time) : null;
        }
        if (date < 3)
            return null;
        if (lengths[0] == 4)
            return Date(numbers[0], numbers[1], numbers[2], clock) is { } time ? new SubmissionTime(time) : null;
        var dayFirst = Date(numbers[2], numbers[1], numbers[0], clock);
        var monthFirst = Date(numbers[2], numbers[0], numbers[1], clock);
        return (dayFirst, monthFirst) switch
        {
            ({ } first, null) => new SubmissionTime(first, IsDayFirst: true),
            (null, { } second) => new SubmissionTime(second, IsMonthFirst: true),
            ({ } first, { } second) => new SubmissionTime(first, IsSwappable: first != second),
            _ => null,
        };
    }

    private static DateTime? Date(int year, int month, int day, TimeSpan clock)
    {
        if (year < 100)
            year += 2000;
        return year is < 1990 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            ? null
            : new DateTime(year, month, day).Add(clock);
    }
}
