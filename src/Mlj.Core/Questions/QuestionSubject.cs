namespace Mlj.Questions;

/// <summary>What a <see cref="TableQuestion"/> asks of the rows that it is about.</summary>
public enum QuestionSubject
{
    /// <summary>How many rows there are.</summary>
    Count,

    /// <summary>Which rows there are, by name.</summary>
    List,

    /// <summary>The arithmetic mean of a column of numbers; missing ones are left out.</summary>
    Mean,

    /// <summary>The median of a column of numbers; missing ones are left out.</summary>
    Median,

    /// <summary>The sum of a column of numbers; missing ones are left out.</summary>
    Sum,

    /// <summary>The lowest number of a column, and whose it is.</summary>
    Lowest,

    /// <summary>The highest number of a column, and whose it is.</summary>
    Highest,

    /// <summary>What stands in a column, or in every column when none is named, row by row and by name.</summary>
    Value,

    /// <summary>How many of all rows there are, in percent.</summary>
    Share,
}
