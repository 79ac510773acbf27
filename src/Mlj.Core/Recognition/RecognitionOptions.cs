using System.Globalization;

namespace Mlj.Recognition;

/// <summary>
/// What a caller knows better than the recogniser. A column is named by its heading (case and punctuation do not count) or by its letters.
/// Null leaves the choice to the recogniser. Numbers out of their range are refused with an <see cref="ArgumentException"/> by whoever is given
/// the options.
/// </summary>
public sealed record RecognitionOptions
{
    /// <summary>Nothing is known beforehand.</summary>
    public static RecognitionOptions None { get; } = new();

    /// <summary>The name of the sheet with the answers, ignoring case; null, the default, takes the one that looks most like a test.</summary>
    public string? Sheet { get; init; }

    /// <summary>The row of the headings, from 1; null, the default, looks for it.</summary>
    public int? HeaderRow { get; init; }

    /// <summary>The column of the whole names; null, the default, leaves it to the recogniser, as for every column below.</summary>
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

    /// <summary>The most points that could be reached; above 0. Null, the default, takes what headings, formats or scores say.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>The test's number, from 1; null, the default, takes what the file's name, its titles or its order say.</summary>
    public int? TestNumber { get; init; }

    /// <summary>The decimal mark of the scores; null, the default, lets the column decide.</summary>
    public DecimalMark? DecimalMark { get; init; }

    /// <summary>Checks the numbers, which whoever uses the options must do before: they may come from anywhere.</summary>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    internal void Check(string parameter)
    {
        Demand(HeaderRow is not < 1, nameof(HeaderRow), HeaderRow, "a row, from 1", parameter);
        Demand(TestNumber is not < 1, nameof(TestNumber), TestNumber, "a number from 1", parameter);
        Demand(Maximum is not <= 0, nameof(Maximum), Maximum, "above 0", parameter);
        Demand(DecimalMark is not { } mark || Enum.IsDefined(mark), nameof(DecimalMark), DecimalMark, "one of its choices", parameter);
    }

    private static void Demand(bool isRight, string option, object? value, string range, string parameter)
    {
        if (!isRight)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The option {option} must be {range}; it is {value}."), parameter);
    }

    /// <summary>These options, with gaps filled from others.</summary>
    /// <param name="others">What holds where these say nothing, such as what is known of all files.</param>
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
