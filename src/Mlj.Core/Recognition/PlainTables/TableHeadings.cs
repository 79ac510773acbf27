using Mlj.Recognition.Headings;
using Mlj.Recognition.Maxima;
using Mlj.Recognition.Words;
using Mlj.Tables;

namespace Mlj.Recognition.PlainTables;

/// <summary>What the heading of a table's column says about its role: the words of exports and those of results.</summary>
internal static class TableHeadings
{
    private const int SureName = 75;
    private const int SureScore = 80;
    private const int SureNumberOfPerson = 84;

    /// <summary>The role that a heading speaks for, the test's number, and how good a sign it is, from 1 to 100; no role when it speaks for none.</summary>
    /// <param name="heading">The column's name.</param>
    /// <param name="kind">What the column holds; null when that is not known, or when nothing stands in it.</param>
    public static (ColumnRole Role, int? Test, int Weight) RoleOf(string heading, ColumnKind? kind)
    {
        var text = HeadingText.Normalise(heading);
        if (RecognitionWords.Instance.Results.TryGetValue(text, out var result) && (kind is null || kind == KindOf(result.Role)))
            return (result.Role, null, 100);
        var roles = HeadingRoles.Of(heading);
        if (kind != ColumnKind.Number)
        {
            if (Weight(roles, SourceColumnRole.Email) is >= SureName and var email)
                return (ColumnRole.Email, null, email);
            if (Weight(roles, SourceColumnRole.Name) is >= SureName and var name)
                return (ColumnRole.Name, null, name);
        }
        // A role of scores means percent; a heading that names another maximum says that these are points.
        if (kind == ColumnKind.Text || HeadingMaximum.Split(heading).Maximum is not (null or 100))
            return default;
        var weight = Math.Max(Weight(roles, SourceColumnRole.Score), Weight(roles, SourceColumnRole.Percentage));
        return weight >= SureScore ? (ColumnRole.Score, HeadingRoles.TestNumber(heading), weight) : default;
    }

    /// <summary>Whether the heading speaks of numbers that nobody computes with: telephones, matriculation numbers.</summary>
    public static bool IsNumberOfPerson(string heading)
    {
        var roles = HeadingRoles.Of(heading);
        return Weight(roles, SourceColumnRole.Phone) >= SureNumberOfPerson || Weight(roles, SourceColumnRole.Identifier) >= SureNumberOfPerson;
    }

    /// <summary>What columns of a role hold.</summary>
    public static ColumnKind KindOf(ColumnRole role) =>
        role is ColumnRole.Score or ColumnRole.TestsTaken or ColumnRole.Assignment or ColumnRole.Average ? ColumnKind.Number : ColumnKind.Text;

    private static int Weight(IReadOnlyList<RoleWeight> roles, SourceColumnRole role) =>
        roles.FirstOrDefault(each => each.Role == role)?.Weight ?? 0;
}
