using System.Buffers.Text;
using Mlj.Recognition.Cells;
using Mlj.Sources;

namespace Mlj.Recognition.Responses;

/// <summary>Reads when answers were handed in. Whether the day or the month stands first is known when all of them are read.</summary>
/// <param name="column">The column of the times; null when there is none.</param>
/// <param name="clockColumn">The column of the time of day, where the other has dates alone; null otherwise.</param>
internal sealed class SubmissionTimes(int? column, int? clockColumn)
{
    private readonly List<int> _swappable = [];
    private bool _isMonthFirst, _isDayFirst;
    private TimeSpan? _offset;

    /// <summary>The time in the next row, day before month where both are possible, by the clock of the first time that says its zone; null when there is none.</summary>
    /// <param name="row">The row.</param>
    /// <param name="place">The row's place among those that are kept, from 0.</param>
    public DateTime? Read(SheetRow row, int place) => Date(row, place) is { } date ? date + Clock(row) : null;

    private TimeSpan Clock(SheetRow row)
    {
        if (clockColumn is not { } number || !row.TryGet(number, out var cell))
            return TimeSpan.Zero;
        return (cell.Kind == CellKind.Number ? SubmissionTime.ClockOf(cell.Number) : SubmissionTime.ReadClock(cell.GetText())) ?? TimeSpan.Zero;
    }

    private DateTime? Date(SheetRow row, int place)
    {
        if (column is not { } number || !row.TryGet(number, out var cell))
            return null;
        if (cell.Kind == CellKind.Number)
            return SubmissionTime.FromSerial(cell.Number, cell.Format.Is1904) ?? SubmissionTime.FromUnix(cell.Number);
        if (cell.Kind == CellKind.Text && Utf8Parser.TryParse(cell.Utf8, out long seconds, out var length) && length == cell.Utf8.Length)
            return SubmissionTime.FromUnix(seconds);
        if (cell.Kind is not (CellKind.Text or CellKind.IsoDate) || SubmissionTime.Read(cell.Utf8) is not { } read)
            return null;
        if (read.Offset is { } offset && !read.IsSwappable)
            read = read with { Time = read.Time + ((_offset ??= offset) - offset) };
        _isMonthFirst |= read.IsMonthFirst;
        _isDayFirst |= read.IsDayFirst;
        if (read.IsSwappable)
            _swappable.Add(place);
        return read.Time;
    }

    /// <summary>When one time of the column can only be read with the month first, all of them are.</summary>
    public void SwapMonths(Span<ResponseRow> rows)
    {
        if (!_isMonthFirst || _isDayFirst)
            return;
        foreach (var place in _swappable)
            rows[place].Submitted = SubmissionTime.Swap(rows[place].Submitted!.Value);
    }
}
