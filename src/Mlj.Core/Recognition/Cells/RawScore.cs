using System.Globalization;
using System.Text;
using Mlj.Sources;
using Mlj.Values;

namespace Mlj.Recognition.Cells;

/// <summary>A score's cell, copied out of its row, before anybody knows the column's decimal mark and maximum.</summary>
internal readonly record struct RawScore(CellKind Kind, string? Text, double Number, CellFormat Format)
{
    public static RawScore? Of(SheetRow row, int? column)
    {
        if (column is not { } number || !row.TryGet(number, out var cell))
            return null;
        var text = cell.Kind is CellKind.Text or CellKind.Error or CellKind.IsoDate ? Encoding.UTF8.GetString(cell.Utf8) : null;
        return cell.Kind == CellKind.Text && string.IsNullOrWhiteSpace(text) ? null : new RawScore(cell.Kind, text, cell.Number, cell.Format);
    }

    /// <summary>Whether the cell says that there is no score.</summary>
    public bool IsMissing => Kind == CellKind.Text && ScoreText.IsMissing(Text!);

    /// <summary>The number of a number cell; null for other cells and for numbers that no score can be.</summary>
    public decimal? Plain => Kind == CellKind.Number && !Format.IsDate && NumberText.ToDecimal(Number) is > -ScoreText.TooMuch and < ScoreText.TooMuch and var plain ? plain : null;

    /// <summary>The number of a cell whose column decides no decimal mark; a text is read with a comma where a point makes no sense. Null when it holds none.</summary>
    public decimal? AsNumber() => Plain ?? ScoreText.Read(Show(), DecimalMark.Point).Points ?? ScoreText.Read(Show(), DecimalMark.Comma).Points;

    /// <summary>The cell as it stands in the file, for people.</summary>
    public string Show() => Kind switch
    {
        CellKind.Number when Format.IsDate => SubmissionTime.FromSerial(Number, Format.Is1904)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? NumberText.RoundTrip(Number),
        CellKind.Number when Format.IsPercentage && Plain is { } share => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.############}%"),
        CellKind.Number => Plain?.ToString("0.############", CultureInfo.InvariantCulture) ?? NumberText.RoundTrip(Number),
        CellKind.Boolean => Number == 0 ? "FALSE" : "TRUE",
        _ => Text!.Trim(),
    };
}
