namespace Mlj.Testing.Workbooks;

/// <summary>Formats behind a number: <c>0.583.AsPercent()</c>.</summary>
public static class CellValues
{
    /// <summary>Shown as a percentage: 0.583 as 58.3 %.</summary>
    public static CellValue AsPercent(this double number) => CellValue.Formatted(number, "0.0%");

    /// <summary>Shown with the maximum behind it: <c>14.OutOf(24)</c> as 14 / 24.</summary>
    public static CellValue OutOf(this double number, int maximum) => CellValue.Formatted(number, $"0\" / {maximum}\"");

    /// <inheritdoc cref="OutOf(double, int)" />
    public static CellValue OutOf(this int number, int maximum) => OutOf((double)number, maximum);

    /// <summary>Shown in any format.</summary>
    public static CellValue In(this double number, string formatCode) => CellValue.Formatted(number, formatCode);

    /// <inheritdoc cref="In(double, string)" />
    public static CellValue In(this int number, string formatCode) => CellValue.Formatted(number, formatCode);
}
