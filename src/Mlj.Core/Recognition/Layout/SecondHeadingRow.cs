using Mlj.Recognition.Headings;
using Mlj.Recognition.Sampling;

namespace Mlj.Recognition.Layout;

/// <summary>
/// Finds the other row of headings that stand in two: <c>Marks obtained</c> over <c>Part A</c>, <c>Part B</c> and <c>Total</c>, or <c>Student</c> over
/// <c>First name</c> and <c>Last name</c> beside a <c>Score</c> that has nothing below it.
/// </summary>
internal static class SecondHeadingRow
{
    private const int Speaks = 60;

    /// <summary>The number of the row, straight below or above the one that says most; null when there is none.</summary>
    /// <param name="sample">The first rows of the sheet.</param>
    /// <param name="headerRow">The row that says most.</param>
    public static int? Find(SheetSample sample, int headerRow)
    {
        var header = sample.Row(headerRow);
        return GoesBelow(sample.Row(headerRow + 1), header) ? headerRow + 1
            : GoesAbove(sample.Row(headerRow - 1), header, sample, headerRow) ? headerRow - 1
            : null;
    }

    /// <summary>Whether a row of words names nobody, and a score where the headings above it have a gap.</summary>
    private static bool GoesBelow(SampleCell[] row, SampleCell[] header) =>
        row.Length > 1 && Array.TrueForAll(row, HeadingRow.IsWords)
        && Array.Exists(header, cell => Says(cell, IsOfPerson)) && !Array.Exists(header, cell => Says(cell, IsOfPerson) && Has(row, cell.Column))
        && Array.Exists(row, cell => !Has(header, cell.Column) && Says(cell, IsOfScore));

    /// <summary>Whether a row of words names a score or a person over a column that has cells and no heading.</summary>
    private static bool GoesAbove(SampleCell[] row, SampleCell[] header, SheetSample sample, int headerRow) =>
        row.Length > 1 && Array.TrueForAll(row, HeadingRow.IsWords)
        && Array.Exists(row, cell => !Has(header, cell.Column) && Says(cell, role => IsOfPerson(role) || IsOfScore(role)) && sample.Below(headerRow, cell.Column).Any());

    private static bool Has(SampleCell[] row, int column) => Array.Exists(row, cell => cell.Column == column);

    private static bool Says(SampleCell cell, Predicate<SourceColumnRole> isMeant) => HeadingRoles.Of(cell.Text).Any(each => each.Weight >= Speaks && isMeant(each.Role));

    private static bool IsOfPerson(SourceColumnRole role) => role is SourceColumnRole.Email or SourceColumnRole.Name or SourceColumnRole.FirstName or SourceColumnRole.LastName;

    private static bool IsOfScore(SourceColumnRole role) => role is SourceColumnRole.Score or SourceColumnRole.Percentage or SourceColumnRole.Maximum;
}
