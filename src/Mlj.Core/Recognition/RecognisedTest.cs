namespace Mlj.Recognition;

/// <summary>What was understood of one export: which test it is, and which column is for what.</summary>
public sealed record RecognisedTest
{
    /// <summary>The file's name as the user knows it.</summary>
    public required string File { get; init; }

    /// <summary>The sheet that holds the answers.</summary>
    public required string Sheet { get; init; }

    /// <summary>The test's number, from 1; unique among the tests of one compilation unless two files are parts of one test.</summary>
    public required int Number { get; init; }

    /// <summary>Where the number comes from, in words.</summary>
    public required string NumberWhy { get; init; }

    /// <summary>What the test is called: the file's name without its extension.</summary>
    public required string Title { get; init; }

    /// <summary>The row of the headings, from 1; null when the sheet has none.</summary>
    public required int? HeaderRow { get; init; }

    /// <summary>The most points that could be reached; 100 for results in percent.</summary>
    public required decimal Maximum { get; init; }

    /// <summary>Where the maximum comes from, in words.</summary>
    public required string MaximumWhy { get; init; }

    /// <summary>Whether the file does not say the maximum, so that somebody must confirm it; a note asks.</summary>
    public bool IsMaximumAssumed { get; init; }

    /// <summary>All columns that have a heading or a role, from left to right.</summary>
    public required IReadOnlyList<RecognisedColumn> Columns { get; init; }

    /// <summary>The column whose cells are the scores: points, percentages where nothing says of how many the points are, or correct answers; null when there is none.</summary>
    public RecognisedColumn? ScoreColumn => Columns.FirstOrDefault(column => column.Column == ScoresIn)
        ?? Column(SourceColumnRole.Score) ?? Column(SourceColumnRole.Percentage) ?? Column(SourceColumnRole.Correct);

    /// <summary>The column of the scores, from 1; 0 when it is the first of its role.</summary>
    internal int ScoresIn { get; init; }

    /// <summary>How many data rows the sheet has, blank ones and rows that are not people included.</summary>
    public required int Rows { get; init; }

    /// <summary>The first submission; null when the file has no times.</summary>
    public DateTime? FirstSubmitted { get; init; }

    /// <summary>The last submission; null when the file has no times.</summary>
    public DateTime? LastSubmitted { get; init; }

    /// <summary>The column of a role, or null.</summary>
    public RecognisedColumn? Column(SourceColumnRole role)
    {
        // Asked for every row that is told of, so it makes no objects.
        for (var index = 0; index < Columns.Count; index++)
            if (Columns[index].Role == role)
                return Columns[index];
        return null;
    }
}
