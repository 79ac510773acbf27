using Mlj.Recognition.Sampling;
using Mlj.Values;

namespace Mlj.Recognition.Layout;

/// <summary>One column of names, or several; the parts beside a whole name are kept for the rows that have only them.</summary>
internal static class NameColumns
{
    /// <summary>From here on a heading says that whole names stand there: <c>Name</c> and <c>Nom</c> may mean the family name, <c>Full name</c> does not.</summary>
    private const int SaysWhole = 117;

    /// <summary>Decides between the columns of names.</summary>
    public static void Settle(ColumnRoles roles, SheetColumns columns)
    {
        var name = roles.Of(SourceColumnRole.Name);
        var first = roles.Of(SourceColumnRole.FirstName);
        var last = roles.Of(SourceColumnRole.LastName);
        if (name is { Evidence: Evidence.Given })
        {
            roles.Drop(first);
            roles.Drop(roles.Of(SourceColumnRole.MiddleName));
            roles.Drop(last);
        }
        else if (first is not null && last is not null)
        {
            var isWhole = name is { Evidence: Evidence.Heading, Weight: >= 110 } && first.Evidence != Evidence.Given && last.Evidence != Evidence.Given
                && columns.Profiles[name.Column].WordsPerText >= 1.5;
            if (!isWhole)
                roles.Drop(name);
        }
        else if (name is not null && (first ?? last) is { } half && name.Weight < SaysWhole && !Holds(columns.Sample, columns.HeaderRow, name.Column, half.Column))
        {
            if (name.Evidence == Evidence.Cells)
                roles.Drop(name);
            else
                roles.Give(name with { Role = half == first ? SourceColumnRole.LastName : SourceColumnRole.FirstName });
        }
    }

    /// <summary>Whether the names of one column mostly stand in those of another.</summary>
    private static bool Holds(SheetSample sample, int? headerRow, int whole, int half)
    {
        int held = 0, compared = 0;
        foreach (var (number, cells) in sample.All)
        {
            if (number <= headerRow)
                continue;
            var words = Words(cells, whole);
            var part = Words(cells, half);
            if (words.Length == 0 || part.Length == 0)
                continue;
            compared++;
            held += part.All(words.Contains) ? 1 : 0;
        }
        return held * 2 > compared;

        static string[] Words(SampleCell[] cells, int column) =>
            PersonName.Fingerprint(Array.Find(cells, cell => cell.Column == column).Text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
