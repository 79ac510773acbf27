namespace Mlj;

/// <summary>What a book of results says of itself, and how much of it computes.</summary>
public sealed record BookOptions
{
    /// <summary>No time, and the usual limit.</summary>
    public static BookOptions Default { get; } = new();

    /// <summary>When the book is made, for its properties and the sheet About; null, the default, leaves it out, so that equal results give equal bytes.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>
    /// Up to how many rows the computed columns get formulas and exceptional cells get notes; with more, the book has values alone and its
    /// summary says so. 20,000 by default: such a workbook still opens and recalculates in seconds.
    /// </summary>
    public int MostLiveRows { get; init; } = 20_000;
}
