namespace Mlj.Sources;

/// <summary>What the number format of a cell says about its value. One object a format, shared by the cells that have it.</summary>
public sealed record CellFormat
{
    /// <summary>No format in particular.</summary>
    public static CellFormat General { get; } = new();

    /// <summary>Whether the number is shown as a percentage, so that 0.583 means 58.3 %.</summary>
    public bool IsPercentage { get; init; }

    /// <summary>Whether the number is the serial number of a date or a time.</summary>
    public bool IsDate { get; init; }

    /// <summary>Whether serial numbers count from 1904 instead of 1900.</summary>
    public bool Is1904 { get; init; }

    /// <summary>The maximum that a format such as <c>0" / 10"</c> writes behind the number; null for most formats.</summary>
    public decimal? Maximum { get; init; }
}
