namespace Mlj.Exports;

/// <summary>A chart of upright bars over the cells of a section, which follows them when they change; formats without charts leave it out.</summary>
/// <param name="Title">What the chart shows.</param>
/// <param name="AltText">The same for those who cannot see it, with what is to be seen.</param>
/// <param name="Data">The section with the cells, on any sheet of the book.</param>
/// <param name="Labels">The column that names the bars.</param>
/// <param name="Values">The column of their heights.</param>
/// <param name="ValuesTitle">What the heights are, with their unit.</param>
public sealed record ExportChart(string Title, string AltText, ExportSection Data, string Labels, string Values, string ValuesTitle)
{
    /// <summary>The highest value of the scale; null, the default, leaves it to the program.</summary>
    public decimal? Maximum { get; init; }
}
