namespace Mlj.Recognition.Layout;

/// <summary>What a column may be for, and how much speaks for it: from 1 to 100 by its heading, a little more or much less by its cells, 1000 when the caller says so.</summary>
internal sealed record Candidate(int Column, SourceColumnRole Role, int Weight, Evidence Evidence);

/// <summary>What speaks for a column's role.</summary>
internal enum Evidence
{
    /// <summary>The caller says so.</summary>
    Given,

    /// <summary>The words of its heading.</summary>
    Heading,

    /// <summary>What its cells look like.</summary>
    Cells,

    /// <summary>Its number is the same in every row.</summary>
    Constant,

    /// <summary>Another column of its name has the maximum, or the points.</summary>
    Pair,

    /// <summary>Out of its numbers the points are the percentages beside them.</summary>
    Proven,

    /// <summary>Its maximum and its numbers are those of other columns together.</summary>
    Parts,
}
