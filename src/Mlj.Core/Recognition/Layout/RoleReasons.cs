using System.Globalization;
using Mlj.Recognition.Sampling;
using Mlj.Values;

namespace Mlj.Recognition.Layout;

/// <summary>Says in words why a column has its role, and which others could have it.</summary>
internal static class RoleReasons
{
    private const int CloseSecond = 8;

    /// <summary>The reason, with the counts it rests on.</summary>
    public static string Why(Candidate candidate, string heading, ColumnProfile profile)
    {
        var counts = candidate.Role switch
        {
            SourceColumnRole.Email => Count(profile.Emails, "an address", "addresses"),
            SourceColumnRole.Name or SourceColumnRole.FirstName or SourceColumnRole.MiddleName or SourceColumnRole.LastName => Count(profile.Words, "a name", "names"),
            SourceColumnRole.Score when profile.Fractions > profile.Numbers => Count(profile.Fractions, "points of a maximum", "points of a maximum"),
            SourceColumnRole.Score => Count(profile.Numbers, "a number", "numbers"),
            SourceColumnRole.Percentage => Count(profile.Percentages + profile.Numbers, "a percentage", "percentages"),
            SourceColumnRole.Submitted or SourceColumnRole.Started => Count(profile.Dates + profile.UnixTimes, "a time", "times"),
            SourceColumnRole.Phone => Count(profile.Phones, "a telephone number", "telephone numbers"),
            _ => null,
        };
        var source = candidate.Evidence switch
        {
            Evidence.Given => "chosen by you",
            Evidence.Constant => "the same in every row, and no points are above it",
            Evidence.Pair => "one column of this name has the points, another their maximum",
            Evidence.Proven => "the points are the percentages of it",
            Evidence.Parts => "its points are those of the other columns together",
            Evidence.Heading => $"its heading says {Words(candidate.Role)}",
            _ when heading.Length == 0 => "by its cells, it has no heading",
            _ => "by its cells, the heading does not say",
        };
        return counts is null ? source : $"{source}; {counts}";

        string Count(int count, string one, string many) =>
            string.Create(CultureInfo.InvariantCulture, $"{count} of the first {profile.Filled} cells {(count == 1 ? "is " + one : "are " + many)}");
    }

    /// <summary>Notes the columns that could have the role of another nearly as well.</summary>
    public static void NoteRivals(ColumnRoles roles, IReadOnlyList<Candidate> candidates, SheetColumns columns, Place where, List<Note> notes)
    {
        foreach (var (role, setting) in (ReadOnlySpan<(SourceColumnRole, FileSetting)>)[(SourceColumnRole.Score, FileSetting.ScoreColumn), (SourceColumnRole.Email, FileSetting.EmailColumn), (SourceColumnRole.Name, FileSetting.NameColumn)])
        {
            if (roles.Of(role) is not { Evidence: not Evidence.Given } chosen)
                continue;
            var rivals = candidates.Where(each => each.Role == role && each.Column != chosen.Column && each.Weight >= ColumnRoles.Enough
                && each.Weight >= chosen.Weight - CloseSecond && !roles.Has(each.Column)).ToList();
            if (rivals.Count > 0)
                notes.Add(new Note(NoteLevel.Review, "column_rivals",
                    $"{columns.Quoted(chosen.Column)} was taken as the {Words(role)}, but {string.Join(", ", rivals.Select(rival => columns.Quoted(rival.Column)))} could be it too. Say which it is.", where)
                { Corrections = [new(where.File, setting)] });
        }
    }

    private static string Words(SourceColumnRole role) => role switch
    {
        SourceColumnRole.FirstName => "first name",
        SourceColumnRole.MiddleName => "middle name",
        SourceColumnRole.LastName => "last name",
        SourceColumnRole.RowNumber => "row number",
        SourceColumnRole.QuestionPoints => "points of a question",
        SourceColumnRole.Submitted => "time of submission",
        SourceColumnRole.Started => "time of the start",
        _ => role.ToString().ToLowerInvariant(),
    };
}
