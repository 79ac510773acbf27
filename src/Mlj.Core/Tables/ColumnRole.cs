namespace Mlj.Tables;

/// <summary>What a column is about. Actions and exports find columns by role when no name is given.</summary>
public enum ColumnRole
{
    /// <summary>Nothing in particular.</summary>
    None,

    /// <summary>The participant's name.</summary>
    Name,

    /// <summary>The participant's e-mail address.</summary>
    Email,

    /// <summary>The score of one test, in percent of its maximum.</summary>
    Score,

    /// <summary>How many tests the participant has taken.</summary>
    TestsTaken,

    /// <summary>A score that the policy gives beside the tests, in percent.</summary>
    Assignment,

    /// <summary>The result over all tests, in percent.</summary>
    Average,

    /// <summary>The grade, such as a letter.</summary>
    Grade,

    /// <summary>The verdict: passed, failed, not applicable.</summary>
    Status,

    /// <summary>Invented scores, which nobody has earned. No average, report or policy takes them for scores.</summary>
    Synthetic,
}
