using Mlj.Recognition.Headings;
using Mlj.Values;

namespace Mlj.Recognition.Layout;

/// <summary>The columns that the caller names.</summary>
internal static class GivenColumns
{
    private const int AboveAll = 1000;

    /// <summary>Gives them their roles.</summary>
    /// <exception cref="Sources.SourceException">One is not there.</exception>
    public static void Take(ColumnRoles roles, SheetColumns columns, RecognitionOptions options, Place where)
    {
        Take(options.NameColumn, SourceColumnRole.Name);
        Take(options.FirstNameColumn, SourceColumnRole.FirstName);
        Take(options.LastNameColumn, SourceColumnRole.LastName);
        Take(options.EmailColumn, SourceColumnRole.Email);
        Take(options.PhoneColumn, SourceColumnRole.Phone);
        Take(options.SubmittedColumn, SourceColumnRole.Submitted);
        if (Take(options.ScoreColumn, SourceColumnRole.Score) is { } score && HeadingRoles.Of(columns.Headings[score.Column]) is { Count: > 0 } says
            && says.MaxBy(each => each.Weight)!.Role == SourceColumnRole.Percentage)
            roles.Give(score with { Role = SourceColumnRole.Percentage });

        Candidate? Take(string? name, SourceColumnRole role)
        {
            if (name is null)
                return null;
            if (columns.Find(name) is not { } column)
                throw RecognitionErrors.NoSuchColumn(where, name, columns.Headings.Skip(1).Where(heading => heading.Length > 0));
            var given = new Candidate(column, role, AboveAll, Evidence.Given);
            roles.Give(given);
            return given;
        }
    }
}
