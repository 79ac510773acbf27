using Mlj.Values;

namespace Mlj.Recognition;

/// <summary>Where the headings of a sheet stand, and which column is for what.</summary>
public sealed record SheetLayout
{
    /// <summary>The file and the sheet.</summary>
    public required Place Where { get; init; }

    /// <summary>The sheet's place in the book, from 0.</summary>
    public required int SheetIndex { get; init; }

    /// <summary>The row of the headings, from 1, the lower one where they stand in two; null when the sheet has none and was recognised by its cells alone.</summary>
    public required int? HeaderRow { get; init; }

    /// <summary>All columns that have a heading or a role, from left to right.</summary>
    public required IReadOnlyList<RecognisedColumn> Columns { get; init; }

    /// <summary>How much the sheet looks like the answers to a test; compared between sheets, without a unit.</summary>
    public required int Strength { get; init; }

    /// <summary>The maximum that the score's heading carries, or that the caller gave; null when neither says one.</summary>
    public required decimal? Maximum { get; init; }

    /// <summary>What was odd and had to be decided.</summary>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <summary>Texts above the headings, from the top: titles, dates, rooms.</summary>
    public required IReadOnlyList<string> Titles { get; init; }

    /// <summary>The maximum that the titles state; null when they state none.</summary>
    internal decimal? TitleMaximum { get; init; }

    /// <summary>The column of the time of day where that of the submissions has dates alone; null otherwise.</summary>
    internal int? ClockColumn { get; init; }

    /// <summary>The column of a role, or null.</summary>
    public RecognisedColumn? Column(SourceColumnRole role) => Columns.FirstOrDefault(column => column.Role == role);

    /// <summary>Whether a score and somebody to have it were found.</summary>
    public bool IsTest => HasScore && HasPerson;

    internal bool HasScore => Column(SourceColumnRole.Score) is not null || Column(SourceColumnRole.Percentage) is not null || Column(SourceColumnRole.Correct) is not null;

    internal bool HasPerson => Column(SourceColumnRole.Email) is not null || Column(SourceColumnRole.Name) is not null
        || Column(SourceColumnRole.FirstName) is not null || Column(SourceColumnRole.LastName) is not null;
}
