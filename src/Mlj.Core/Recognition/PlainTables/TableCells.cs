using System.Globalization;
using Mlj.Recognition.Cells;
using Mlj.Sources;

namespace Mlj.Recognition.PlainTables;

/// <summary>The filled cells of one column, by the places of their rows.</summary>
internal sealed class TableCells
{
    private readonly List<(int Row, RawScore Cell)> _cells = [];

    /// <summary>How many cells are filled.</summary>
    public int Filled => _cells.Count;

    /// <summary>The filled cells from top to bottom.</summary>
    public IReadOnlyList<(int Row, RawScore Cell)> All => _cells;

    public void Add(int row, RawScore cell) => _cells.Add((row, cell));

    /// <summary>A date as ISO text, with the time where it has one, or a time of day alone; null when the number is none.</summary>
    public static string? Date(double serial, CellFormat format)
    {
        if (serial is >= 0 and < 1)
            return DateTime.MinValue.AddSeconds(Math.Floor(serial * 86400 + 0.5)).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return SubmissionTime.FromSerial(serial, format.Is1904) is { } time
            ? time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)
            : null;
    }
}
