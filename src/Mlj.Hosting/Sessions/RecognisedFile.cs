using Mlj.Recognition;
using Mlj.Values;

namespace Mlj.Hosting.Sessions;

/// <summary>What was recognised of one file by itself, kept so that a list of files needs no reading.</summary>
/// <param name="Sheets">The names of its sheets.</param>
/// <param name="Sheet">The sheet with the answers.</param>
/// <param name="HeaderRow">The row of the headings, from 1; null for none.</param>
/// <param name="Test">The test; null when it is none as it stands.</param>
/// <param name="Columns">The columns with what they are for; the first <see cref="MostColumns"/>.</param>
/// <param name="Notes">What was odd; the first <see cref="MostNotes"/>.</param>
/// <param name="Problem">Why it is no test, and what to do; null when it is one.</param>
public sealed record RecognisedFile(
    IReadOnlyList<string> Sheets, string? Sheet, int? HeaderRow, RecognisedFile.TestFacts? Test, IReadOnlyList<RecognisedFile.ColumnFacts> Columns, IReadOnlyList<string> Notes, string? Problem)
{
    private const int MostColumns = 200;
    private const int MostNotes = 20;

    internal static RecognisedFile Of(Inspection inspection)
    {
        var test = inspection.Test;
        return new(
            [.. inspection.Sheets.Select(sheet => sheet.Name)],
            inspection.Layout.Where.Sheet,
            inspection.Layout.HeaderRow,
            test is null ? null : new TestFacts(test.Number, test.NumberWhy, test.Title, test.Maximum, test.IsMaximumAssumed, test.MaximumWhy, test.Rows),
            [.. (test?.Columns ?? inspection.Layout.Columns).Take(MostColumns).Select(column => new ColumnFacts(Place.ColumnLetters(column.Column), column.Heading, column.Role, column.Why))],
            [.. inspection.Notes.OrderByDescending(note => note.Level).Take(MostNotes).Select(note => note.ToString())],
            inspection.Problem?.ToString());
    }

    /// <summary>A test as it is known from its file alone.</summary>
    /// <param name="Number">Its number; files together may get others.</param>
    /// <param name="NumberWhy">Where the number is from.</param>
    /// <param name="Title">What it is called.</param>
    /// <param name="Maximum">The most points that could be reached.</param>
    /// <param name="MaximumAssumed">Whether the maximum is a guess.</param>
    /// <param name="MaximumWhy">Where the maximum is from.</param>
    /// <param name="Rows">How many rows it has below the headings.</param>
    public sealed record TestFacts(int Number, string NumberWhy, string Title, decimal Maximum, bool MaximumAssumed, string MaximumWhy, int Rows);

    /// <summary>A column of the file.</summary>
    /// <param name="Column">Its letters.</param>
    /// <param name="Heading">Its heading.</param>
    /// <param name="Role">What it is for.</param>
    /// <param name="Why">Why that was chosen.</param>
    public sealed record ColumnFacts(string Column, string Heading, SourceColumnRole Role, string Why);
}
