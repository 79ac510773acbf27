using Mlj.Recognition.Sampling;
using Mlj.Recognition.Words;
using Mlj.Values;

namespace Mlj.Recognition.Layout;

/// <summary>The columns of a sample: what stands in the row of the headings, and what the cells below it look like.</summary>
internal sealed class SheetColumns
{
    /// <summary>Looks at all columns of a sample.</summary>
    /// <param name="sample">The first rows of the sheet.</param>
    /// <param name="headerRow">The row of the headings; null when there is none.</param>
    /// <param name="secondRow">The row straight above or below it that has headings too; null when there is none.</param>
    public SheetColumns(SheetSample sample, int? headerRow, int? secondRow = null)
    {
        Sample = sample;
        (FirstHeaderRow, HeaderRow) = secondRow < headerRow ? (secondRow, headerRow) : (headerRow, secondRow ?? headerRow);
        Headings = new string[sample.LastColumn + 1];
        Array.Fill(Headings, "");
        // Of two headings the lower one says more.
        for (var row = FirstHeaderRow; row <= HeaderRow; row++)
            foreach (var cell in sample.Row(row.Value))
                if (cell.Text.Trim() is { Length: > 0 } text)
                    Headings[cell.Column] = text;
        Profiles = new ColumnProfile[Headings.Length];
        for (var column = 1; column < Headings.Length; column++)
            Profiles[column] = ColumnProfile.Of(sample.Below(HeaderRow, column));
    }

    public SheetSample Sample { get; }

    /// <summary>The first row of the headings; null when there is none.</summary>
    public int? FirstHeaderRow { get; }

    /// <summary>The last row of the headings, which mostly is the first; null when there is none.</summary>
    public int? HeaderRow { get; }

    /// <summary>The headings by the column's number, empty where there is none; the first is not used.</summary>
    public string[] Headings { get; }

    /// <summary>What the cells look like, likewise.</summary>
    public ColumnProfile[] Profiles { get; }

    /// <summary>The rows below the headings.</summary>
    public IEnumerable<SampleRow> Rows => Sample.Under(HeaderRow);

    /// <summary>The rows above the headings; none when there are no headings.</summary>
    public IEnumerable<SampleRow> Above => Sample.All.Where(row => row.Number < FirstHeaderRow);

    /// <summary>The column that a caller means by a heading, or by letters; null when there is none.</summary>
    public int? Find(string name)
    {
        var column = Find(heading => string.Equals(heading, name.Trim(), StringComparison.OrdinalIgnoreCase));
        if (column < 0)
            column = Find(heading => HeadingText.Normalise(heading) == HeadingText.Normalise(name));
        return column > 0 ? column : Place.ColumnNumber(name.Trim()) is { } letters && letters < Headings.Length ? letters : null;

        int Find(Predicate<string> isMeant) => Array.FindIndex(Headings, 1, heading => heading.Length > 0 && isMeant(heading));
    }

    /// <summary>A column as people are told of it: by its heading, or by its letters.</summary>
    public string Quoted(int column) => Headings[column].Length > 0 ? $"'{RecognitionErrors.Shorten(Headings[column])}'" : $"column {Place.ColumnLetters(column)}";
}
