namespace Mlj.Values;

/// <summary>
/// What a person may know better of a file than its cells say. Each is called as the property of <c>RecognitionOptions</c> that takes it;
/// <c>TableReadOptions</c> takes <see cref="Sheet"/> and <see cref="DecimalMark"/>.
/// </summary>
public enum FileSetting
{
    /// <summary>The name of the sheet with the answers.</summary>
    Sheet,

    /// <summary>The row of the headings, from 1.</summary>
    HeaderRow,

    /// <summary>The column of the whole names, by heading or letters, as every column below.</summary>
    NameColumn,

    /// <summary>The column of the given names.</summary>
    FirstNameColumn,

    /// <summary>The column of the family names.</summary>
    LastNameColumn,

    /// <summary>The column of the e-mail addresses.</summary>
    EmailColumn,

    /// <summary>The column of the telephone numbers.</summary>
    PhoneColumn,

    /// <summary>The column of the submission times.</summary>
    SubmittedColumn,

    /// <summary>The column of the scores, in points or in percent.</summary>
    ScoreColumn,

    /// <summary>The most points that could be reached; above 0.</summary>
    Maximum,

    /// <summary>The test's number, from 1.</summary>
    TestNumber,

    /// <summary>The decimal mark: <c>point</c> or <c>comma</c>.</summary>
    DecimalMark,
}
