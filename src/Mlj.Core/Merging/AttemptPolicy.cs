namespace Mlj.Merging;

/// <summary>Which attempt counts when a participant sat one test more than once.</summary>
public enum AttemptPolicy
{
    /// <summary>The highest percentage; among equals the latest.</summary>
    Best,

    /// <summary>The one submitted last, whatever the order of the rows; without times the one in the last row.</summary>
    Latest,

    /// <summary>The one submitted first, whatever the order of the rows; without times the one in the first row.</summary>
    First,

    /// <summary>The mean of the percentages of all attempts.</summary>
    Average,
}
