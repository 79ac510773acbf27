using Mlj.Sources;
using Mlj.Values;

namespace Mlj.Recognition;

/// <summary>Finds the row of the headings, which need not be the first: titles, dates and rooms may stand above.</summary>
internal static class HeadingRow
{
    private const int RowsToTry = 30;

    /// <summary>The row with the most of what headings say; null when none says enough.</summary>
    /// <returns>The row's number, and how sure it is: the sum of the best weights of different roles.</returns>
    public static (int? Row, int Strength) Find(SheetSample sample)
    {
        (int? Row, int Strength) best = (null, 0);
        foreach (var (number, cells) in sample.All.Take(RowsToTry))
        {
            var strength = Strength(cells);
            if (strength > best.Strength)
                best = (number, strength);
        }
        return best.Strength >= 90 ? best : (null, best.Strength);
    }

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
