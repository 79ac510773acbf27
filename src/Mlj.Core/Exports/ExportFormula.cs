namespace Mlj.Exports;

/// <summary>A formula that stands beside the values of a column. The values are written too, for programs that do not compute.</summary>
/// <param name="Text">The formula as files of Excel have it, without an equals sign; the same in every row.</param>
public sealed record ExportFormula(string Text)
{
    /// <summary>Rows, by their stored index, that have their value alone; none by default.</summary>
    public IReadOnlySet<int> ValueRows { get; init; } = new HashSet<int>();
}
