namespace Mlj.Recognition;

/// <summary>What a column of an export is for.</summary>
public enum SourceColumnRole
{
    /// <summary>Nothing that is needed here; mostly the answers to questions.</summary>
    None,

    /// <summary>The participant's whole name.</summary>
    Name,

    /// <summary>The given name, where the name stands in two columns.</summary>
    FirstName,

    /// <summary>What stands between given and family name, where the name stands in three columns.</summary>
    MiddleName,

    /// <summary>The family name, where the name stands in two columns.</summary>
    LastName,

    /// <summary>The e-mail address.</summary>
    Email,

    /// <summary>The telephone number.</summary>
    Phone,

    /// <summary>When the answers were handed in.</summary>
    Submitted,

    /// <summary>When the participant began.</summary>
    Started,

    /// <summary>The points of the whole test.</summary>
    Score,

    /// <summary>The result of the whole test in percent.</summary>
    Percentage,

    /// <summary>The most points that could be reached, where a column says so.</summary>
    Maximum,

    /// <summary>The number of correct answers.</summary>
    Correct,

    /// <summary>The number of wrong answers.</summary>
    Incorrect,

    /// <summary>The number of questions left out.</summary>
    Unattempted,

    /// <summary>The row's own number, which says nothing about the person.</summary>
    RowNumber,

    /// <summary>Which attempt of the participant the row is: 1, 2, ...</summary>
    Attempt,

    /// <summary>A number of the person, such as a matriculation number.</summary>
    Identifier,

    /// <summary>The points of one question.</summary>
    QuestionPoints,

    /// <summary>A remark on an answer.</summary>
    Feedback,
}
