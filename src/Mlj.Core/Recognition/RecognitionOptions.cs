namespace Mlj.Recognition;

/// <summary>
/// What a caller knows better than the recogniser. A column is named by its heading (case and punctuation do not count) or by its letters.
/// Null leaves the choice to the recogniser.
/// </summary>
public sealed record RecognitionOptions
{
    /// <summary>Nothing is known beforehand.</summary>
    public static RecognitionOptions None { get; } = new();

    /// <summary>The name of the sheet with the answers.</summary>
    public string? Sheet { get; init; }

    /// <summary>The row of the headings, from 1.</summary>
    public int? HeaderRow { get; init; }

    /// <summary>The column of the whole names.</summary>
    public string? NameColumn { get; init; }

    /// <summary>The column of the given names.</summary>
    public string? FirstNameColumn { get; init; }

    /// <summary>The column of the family names.</summary>
    public string? LastNameColumn { get; init; }

    /// <summary>The column of the e-mail addresses.</summary>
    public string? EmailColumn { get; init; }

    /// <summary>The column of the telephone numbers.</summary>
    public string? PhoneColumn { get; init; }

    /// <summary>The column of the submission times.</summary>
    public string? SubmittedColumn { get; init; }

    /// <summary>The column of the scores, in points or in percent.</summary>
    public string? ScoreColumn { get; init; }

    /// <summary>The most points that could be reached; above 0.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>The test's number; above 0.</summary>
    public int? TestNumber { get; init; }

    /// <summary>The decimal mark of the scores.</summary>
    public DecimalMark? DecimalMark { get; init; }

    /// <summary>These options, with gaps filled from others.</summary>
    public RecognitionOptions Or(RecognitionOptions others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return new RecognitionOptions
        {
            Sheet = Sheet ?? others.Sheet,
            HeaderRow = HeaderRow ?? others.HeaderRow,
            NameColumn = NameColumn ?? others.NameColumn,
            FirstNameColumn = FirstNameColumn ?? others.FirstNameColumn,
            LastNameColumn = LastNameColumn ?? others.LastNameColumn,
            EmailColumn = EmailColumn ?? others.EmailColumn,
            PhoneColumn = PhoneColumn ?? others.PhoneColumn,
            SubmittedColumn = SubmittedColumn ?? others.SubmittedColumn,
            ScoreColumn = ScoreColumn ?? others.ScoreColumn,
            Maximum = Maximum ?? others.Maximum,
            TestNumber = TestNumber ?? others.TestNumber,
            DecimalMark = DecimalMark ?? others.DecimalMark,
        };
    }
}
