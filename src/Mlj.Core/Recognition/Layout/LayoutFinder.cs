using Mlj.Recognition.Maxima;
using Mlj.Recognition.Sampling;
using Mlj.Values;

namespace Mlj.Recognition.Layout;

/// <summary>Gives every column of a sample its role.</summary>
internal static class LayoutFinder
{
    /// <summary>Decides over one sheet.</summary>
    /// <param name="sample">Its first rows.</param>
    /// <param name="where">The file and the sheet.</param>
    /// <param name="sheetIndex">The sheet's place in the book, from 0.</param>
    /// <param name="options">What the caller knows better.</param>
    /// <exception cref="Sources.SourceException">A column that the caller names is not there.</exception>
    public static SheetLayout Find(SheetSample sample, Place where, int sheetIndex, RecognitionOptions options)
    {
        var (headerRow, headerStrength, isByShape) = options.HeaderRow is { } given ? (given, 100, false) : HeadingRow.Find(sample);
        var columns = new SheetColumns(sample, headerRow, options.HeaderRow is null && headerRow is { } row && !isByShape ? SecondHeadingRow.Find(sample, row) : null);
        var notes = new List<Note>();
        var roles = RolesOf(columns, where, options, isByShape, notes);
        var clock = TimeColumns.ClockOf(roles, columns);
        var layout = new SheetLayout
        {
            Where = where,
            SheetIndex = sheetIndex,
            HeaderRow = columns.HeaderRow,
            Columns = Columns(columns, roles, clock),
            ClockColumn = clock,
            Strength = 0,
            Maximum = options.Maximum ?? (roles.Of(SourceColumnRole.Score) is { } score ? HeadingMaximum.Split(columns.Headings[score.Column]).Maximum : null),
            Notes = notes,
            TitleMaximum = StatedMaximum.Of(columns.Above.SelectMany(WithLabels))?.Value,
            Titles = [.. columns.Above.SelectMany(row => row.Cells).Select(cell => cell.Text.Trim()).Where(text => text.Length > 0)],
        };
        return layout with { Strength = Strength(layout, roles, headerStrength) };
    }

    private static ColumnRoles RolesOf(SheetColumns columns, Place where, RecognitionOptions options, bool isByShape, List<Note> notes)
    {
        var roles = new ColumnRoles();
        GivenColumns.Take(roles, columns, options, where);
        var found = new ColumnCandidates(columns, where.File, isByShape);
        var candidates = found.All().ToList();
        roles.GiveBest(candidates.Where(each => each.Role != SourceColumnRole.Score || options.ScoreColumn is null));
        NameColumns.Settle(roles, columns);
        var companions = new ScoreCompanions(roles, columns, candidates, found.Pairs);
        companions.SettleMaximum();
        companions.ProveMaximum();
        companions.SettlePercentage(options.Maximum, where, notes);
        TimeColumns.Settle(roles);
        RoleReasons.NoteRivals(roles, candidates, columns, where, notes);
        return roles;
    }

    private static List<RecognisedColumn> Columns(SheetColumns columns, ColumnRoles roles, int? clock)
    {
        var recognised = new List<RecognisedColumn>();
        for (var column = 1; column < columns.Headings.Length; column++)
        {
            var heading = columns.Headings[column];
            if (roles[column] is { } role)
                recognised.Add(new RecognisedColumn(column, heading, role.Role, RoleReasons.Why(role, heading, columns.Profiles[column])));
            else if (column == clock)
                recognised.Add(new RecognisedColumn(column, heading, SourceColumnRole.None, $"the time of day of {columns.Quoted(roles.Of(SourceColumnRole.Submitted)!.Column)}"));
            else if (heading.Length > 0)
                recognised.Add(new RecognisedColumn(column, heading, SourceColumnRole.None, "not needed"));
        }
        return recognised;
    }

    /// <summary>The texts of a row above the headings; a label and the number in the next cell are one: <c>Maximum marks</c>, <c>40</c>.</summary>
    private static IEnumerable<string> WithLabels(SampleRow row)
    {
        var label = "";
        foreach (var cell in row.Cells)
        {
            var text = cell.Text.Trim();
            var isNumber = label.Length > 0 && text.Length > 0 && char.IsDigit(text[0]);
            yield return isNumber ? $"{label.TrimEnd(':', ' ')}: {text}" : text;
            label = text.Any(char.IsDigit) ? "" : text;
        }
    }

    private static int Strength(SheetLayout layout, ColumnRoles roles, int headerStrength)
    {
        var strength = Math.Min(headerStrength, 400) / 10;
        foreach (var candidate in roles.All)
            strength += candidate.Role switch
            {
                SourceColumnRole.Email or SourceColumnRole.Name or SourceColumnRole.LastName => candidate.Weight,
                SourceColumnRole.Score or SourceColumnRole.Percentage => candidate.Weight / 2,
                SourceColumnRole.Submitted or SourceColumnRole.Phone or SourceColumnRole.Correct or SourceColumnRole.Incorrect => 20,
                _ => 0,
            };
        return layout.IsTest ? strength + 200 : strength;
    }
}
