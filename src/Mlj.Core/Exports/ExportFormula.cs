namespace Mlj.Exports;

/// <summary>A formula that stands beside the values of a column, or of one cell. The values are written too, for programs that do not compute.</summary>
/// <param name="Text">The formula as files of Excel have it, without an equals sign; of a column, the same in every row.</param>
public sealed record ExportFormula(string Text)
{
    /// <summary>The decimals that the formula of a single cell shows; null, the default, shows its column's.</summary>
    public int? Decimals { get; init; }

    /// <summary>Rows, by their stored index, of a column, that have their value alone; none by default.</summary>
    public IReadOnlySet<int> ValueRows { get; init; } = new HashSet<int>();
}
