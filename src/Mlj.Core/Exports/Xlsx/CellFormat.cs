namespace Mlj.Exports.Xlsx;

/// <summary>A look with a number format: what a cell's style index stands for.</summary>
/// <param name="Look">The named style.</param>
/// <param name="NumberFormat">The format code, <c>0.00</c>.</param>
/// <param name="Wrap">Whether long text goes on in the next line of the cell.</param>
internal sealed record CellFormat(CellLook Look, string NumberFormat = CellFormat.General, bool Wrap = false)
{
    /// <summary>The program shows what it finds.</summary>
    public const string General = "General";

    /// <summary>Text, which also stays text when somebody edits the cell.</summary>
    public const string Text = "@";

    /// <summary>Whether it is the place of a text, which stands off the edge of its cell; a formula's text is not formatted as text, for then it could not be edited as a formula.</summary>
    public bool IsForText { get; init; } = NumberFormat == Text;

    /// <summary>The format code of numbers with so many decimals.</summary>
    public static string Decimals(int decimals) => decimals == 0 ? "0" : "0." + new string('0', decimals);
}
