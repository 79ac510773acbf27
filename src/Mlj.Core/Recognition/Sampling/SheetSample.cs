using Mlj.Recognition.Cells;
using Mlj.Sources;
using Mlj.Values;

namespace Mlj.Recognition.Sampling;

/// <summary>The first rows of a sheet, kept to find out what its columns are for.</summary>
internal sealed class SheetSample
{
    private const int Rows = 80;

    private readonly List<SampleRow> _rows = [];

    private SheetSample()
    {
    }

    public IReadOnlyList<SampleRow> All => _rows;

    public int LastColumn { get; private set; }

    /// <summary>Reads the first rows that have a cell, and no more.</summary>
    public static SheetSample Take(ISheetReader reader)
    {
        const int MaxText = 400;
        var sample = new SheetSample();
        while (sample._rows.Count < Rows && reader.Read())
        {
            var row = reader.Row;
            var cells = new SampleCell[row.Count];
            for (var index = 0; index < cells.Length; index++)
            {
                var cell = row[index];
                var text = cell.GetText();
                cells[index] = new SampleCell(cell.Column, cell.Kind, text.Length > MaxText ? text[..(char.IsHighSurrogate(text[MaxText - 1]) ? MaxText - 1 : MaxText)] : text, cell.Number, cell.Format);
                sample.LastColumn = Math.Max(sample.LastColumn, cell.Column);
            }
            sample._rows.Add(new SampleRow(row.Number, cells));
        }
        return sample;
    }

    /// <summary>The cells of a row by its number; none when the sample has no such row.</summary>
    public SampleCell[] Row(int number) => _rows.Find(row => row.Number == number)?.Cells ?? [];

    /// <summary>The rows below a row.</summary>
    public IEnumerable<SampleRow> Under(int? headerRow) => _rows.Where(row => !(row.Number <= headerRow));

    /// <summary>The filled cells of a column below a row.</summary>
    public IEnumerable<SampleCell> Below(int? headerRow, int column)
    {
        foreach (var row in _rows)
        {
            if (row.Number <= headerRow || row.PlaceOf(column) is not (>= 0 and var place))
                continue;
            var cell = row.Cells[place];
            if (cell.Kind != CellKind.Text || !string.IsNullOrWhiteSpace(cell.Text))
                yield return cell;
        }
    }
}

/// <summary>A row of the sample with its cells that are not empty, by ascending column.</summary>
internal sealed record SampleRow(int Number, SampleCell[] Cells)
{
    /// <summary>Where the cell of a column stands; below 0 when it is empty. A sheet may have thousands of columns, and each is asked for.</summary>
    public int PlaceOf(int column)
    {
        int low = 0, high = Cells.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (Cells[middle].Column == column)
                return middle;
            if (Cells[middle].Column < column)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return -1;
    }

    /// <summary>What the cell of a column says as a score: points, perhaps their maximum, or a percentage; no points when it says none.</summary>
    public ScoreText Score(int column)
    {
        if (PlaceOf(column) is not (>= 0 and var place))
            return default;
        var cell = Cells[place];
        if (cell.Kind == CellKind.Number)
            return !cell.Format.IsDate && NumberText.ToDecimal(cell.Number) is > -ScoreText.TooMuch and < ScoreText.TooMuch and var number
                ? new ScoreText(cell.Format.IsPercentage ? number * 100 : number, cell.Format.Maximum, cell.Format.IsPercentage)
                : default;
        if (cell.Kind != CellKind.Text || ScoreText.IsMissing(cell.Text))
            return default;
        return ScoreText.Read(cell.Text, DecimalMark.Point) is { Points: not null } read ? read : ScoreText.Read(cell.Text, DecimalMark.Comma);
    }

    /// <summary>The plain number in the cell of a column; null when there is none.</summary>
    public decimal? Plain(int column) => Score(column) is { IsPercentage: false } read ? read.Points : null;
}

/// <summary>A cell of the sample, copied out of the reader's row.</summary>
internal readonly record struct SampleCell(int Column, CellKind Kind, string Text, double Number, CellFormat Format);
