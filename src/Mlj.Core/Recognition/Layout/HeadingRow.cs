using Mlj.Recognition.Headings;
using Mlj.Recognition.Sampling;
using Mlj.Sources;
using Mlj.Values;

namespace Mlj.Recognition.Layout;

/// <summary>Finds the row of the headings, which need not be the first: titles, dates and rooms may stand above.</summary>
internal static class HeadingRow
{
    private const int RowsToTry = 30;

    /// <summary>The row with the most of what headings say; null when none says enough.</summary>
    /// <returns>The row's number, how sure it is (the sum of the best weights of different roles), and whether only its shape says that it holds headings.</returns>
    public static (int? Row, int Strength, bool IsByShape) Find(SheetSample sample)
    {
        (int? Row, int Strength) best = (null, 0);
        foreach (var (number, cells) in sample.All.Take(RowsToTry))
        {
            var strength = Strength(cells);
            if (strength > best.Strength)
                best = (number, strength);
        }
        return best.Strength >= 90 ? (best.Row, best.Strength, false) : ByShape(sample) is { } row ? (row, best.Strength, true) : (null, best.Strength, false);
    }

    /// <summary>The fullest row of nothing but words under which addresses, scores or numbers stand: headings in a language that the word lists do not have.</summary>
    private static int? ByShape(SheetSample sample)
    {
        SampleRow? best = null;
        foreach (var row in sample.All.Take(RowsToTry))
            if (row.Cells.Length > Math.Max(1, best?.Cells.Length ?? 0) && Array.TrueForAll(row.Cells, IsWords) && Array.Exists(row.Cells, cell => IsOfValues(ColumnProfile.Of(sample.Below(row.Number, cell.Column)))))
                best = row;
        return best?.Number;

        static bool IsOfValues(ColumnProfile profile) =>
            profile.Filled >= 2 && Math.Max(profile.Share(profile.Emails), Math.Max(profile.Share(profile.Fractions + profile.Missing), profile.Share(profile.Numbers + profile.Percentages))) >= 0.6;
    }

    /// <summary>Whether a cell is of words, and no address, number, time or score.</summary>
    public static bool IsWords(SampleCell cell) => cell.Kind == CellKind.Text && ColumnProfile.Of([cell]) is { ScoreShare: 0, Emails: 0, Dates: 0, Phones: 0, Booleans: 0 };

    private static int Strength(SampleCell[] cells)
    {
        var best = new int[Enum.GetValues<SourceColumnRole>().Length];
        var data = 0;
        foreach (var cell in cells)
        {
            if (cell.Kind != CellKind.Text)
            {
                data++;
                continue;
            }
            if (cell.Text.Contains('@') && EmailAddress.Read(cell.Text) is { IsValid: true })
                data += 3;
            foreach (var (role, weight) in HeadingRoles.Of(cell.Text))
                if (role is not (SourceColumnRole.QuestionPoints or SourceColumnRole.Feedback or SourceColumnRole.None) && weight >= 60)
                    best[(int)role] = Math.Max(best[(int)role], weight);
        }
        return best.Sum() - 40 * data;
    }
}
