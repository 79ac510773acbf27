using System.Globalization;
using Mlj.Recognition.Headings;
using Mlj.Recognition.Maxima;
using Mlj.Recognition.Sampling;
using Mlj.Recognition.Words;
using Mlj.Values;

namespace Mlj.Recognition.Layout;

/// <summary>Gives every column of a sample its role.</summary>
internal static partial class LayoutFinder
{
    private const int Enough = 30;
    private const int CloseSecond = 8;

    public static SheetLayout Find(SheetSample sample, Place where, int sheetIndex, RecognitionOptions options)
    {
        var (headerRow, headerStrength, isByShape) = options.HeaderRow is { } given ? (given, 100, false) : HeadingRow.Find(sample);
        var headings = new string[sample.LastColumn + 1];
        Array.Fill(headings, "");
        if (headerRow is { } row)
            foreach (var cell in sample.Row(row))
                headings[cell.Column] = cell.Text.Trim();
        var profiles = new ColumnProfile[sample.LastColumn + 1];
        for (var column = 1; column < profiles.Length; column++)
            profiles[column] = ColumnProfile.Of(sample.Below(headerRow, column));

        var notes = new List<Note>();
        var roles = new Dictionary<int, Candidate>();
        TakeGiven(roles, headings, where, options);
        var columnCandidates = new ColumnCandidates(sample, headerRow, headings, profiles, where.File, isByShape);
        var candidates = columnCandidates.All().ToList();
        foreach (var candidate in candidates.OrderByDescending(each => each.Weight).ThenBy(each => each.Column))
            if (candidate.Weight >= Enough && !roles.ContainsKey(candidate.Column) && (candidate.Role != SourceColumnRole.Score || options.ScoreColumn is null)
                && (candidate.Role is SourceColumnRole.QuestionPoints or SourceColumnRole.Feedback || roles.Values.All(taken => taken.Role != candidate.Role)))
                roles[candidate.Column] = candidate;
        SettleNames(roles, profiles, sample, headerRow);
        SettleMaximum(roles, candidates, headings, profiles, columnCandidates.Pairs);
        SettlePercentage(roles, candidates, headings, profiles, sample, headerRow, options.Maximum, where, notes);
        SettleTimes(roles);
        NoteRivals(roles, candidates, headings, where, notes);

        var columns = new List<RecognisedColumn>();
        for (var column = 1; column < headings.Length; column++)
            if (roles.TryGetValue(column, out var role))
                columns.Add(new RecognisedColumn(column, headings[column], role.Role, Why(role, headings[column], profiles[column])));
            else if (headings[column].Length > 0)
                columns.Add(new RecognisedColumn(column, headings[column], SourceColumnRole.None, "not needed"));

        var layout = new SheetLayout
        {
            Where = where,
            SheetIndex = sheetIndex,
            HeaderRow = headerRow,
            Columns = columns,
            Strength = 0,
            Maximum = options.Maximum,
            Notes = notes,
            TitleMaximum = StatedMaximum.Of(sample.All.Where(each => each.Number < headerRow).SelectMany(TitlesOf))?.Value,
            Titles = [.. sample.All.Where(each => each.Number < headerRow).SelectMany(each => each.Cells).Select(cell => cell.Text.Trim()).Where(text => text.Length > 0)],
        };
        if (layout.Maximum is null && layout.Column(SourceColumnRole.Score) is { } score)
            layout = layout with { Maximum = HeadingMaximum.Split(score.Heading).Maximum };
        return layout with { Strength = Strength(layout, roles, headerStrength) };
    }

    /// <summary>The texts of a row above the headings; a label and the number in the next cell are one: <c>Maximum marks</c>, <c>40</c>.</summary>
    private static IEnumerable<string> TitlesOf(SampleRow row)
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

    private static int Strength(SheetLayout layout, Dictionary<int, Candidate> roles, int headerStrength)
    {
        var strength = Math.Min(headerStrength, 400) / 10;
        foreach (var candidate in roles.Values)
            strength += candidate.Role switch
            {
                SourceColumnRole.Email or SourceColumnRole.Name or SourceColumnRole.LastName => candidate.Weight,
                SourceColumnRole.Score or SourceColumnRole.Percentage => candidate.Weight / 2,
                SourceColumnRole.Submitted or SourceColumnRole.Phone or SourceColumnRole.Correct or SourceColumnRole.Incorrect => 20,
                _ => 0,
            };
        return layout.IsTest ? strength + 200 : strength;
    }

    private static void TakeGiven(Dictionary<int, Candidate> roles, string[] headings, Place where, RecognitionOptions options)
    {
        Take(options.NameColumn, SourceColumnRole.Name);
        Take(options.FirstNameColumn, SourceColumnRole.FirstName);
        Take(options.LastNameColumn, SourceColumnRole.LastName);
        Take(options.EmailColumn, SourceColumnRole.Email);
        Take(options.PhoneColumn, SourceColumnRole.Phone);
        Take(options.SubmittedColumn, SourceColumnRole.Submitted);
        if (Take(options.ScoreColumn, SourceColumnRole.Score) is { } score && HeadingRoles.Of(headings[score]) is { Count: > 0 } says && says.MaxBy(each => each.Weight)!.Role == SourceColumnRole.Percentage)
            roles[score] = roles[score] with { Role = SourceColumnRole.Percentage };

        int? Take(string? name, SourceColumnRole role)
        {
            if (name is null)
                return null;
            var column = Array.FindIndex(headings, 1, heading => heading.Length > 0 && string.Equals(heading, name.Trim(), StringComparison.OrdinalIgnoreCase));
            if (column < 0)
                column = Array.FindIndex(headings, 1, heading => heading.Length > 0 && HeadingText.Normalise(heading) == HeadingText.Normalise(name));
            if (column < 0 && Place.ColumnNumber(name.Trim()) is { } letters && letters < headings.Length)
                column = letters;
            if (column < 0)
                throw RecognitionErrors.NoSuchColumn(where, name, headings.Skip(1).Where(heading => heading.Length > 0));
            roles[column] = new Candidate(column, role, 1000, Evidence.Given);
            return column;
        }
    }

    /// <summary>One column of names, or several; the parts beside a whole name are kept for the rows that have only them.</summary>
    private static void SettleNames(Dictionary<int, Candidate> roles, ColumnProfile[] profiles, SheetSample sample, int? headerRow)
    {
        var name = Of(SourceColumnRole.Name);
        var first = Of(SourceColumnRole.FirstName);
        var last = Of(SourceColumnRole.LastName);
        if (name is { Evidence: Evidence.Given })
            Drop(first, Of(SourceColumnRole.MiddleName), last);
        else if (first is not null && last is not null)
        {
            var isWhole = name is { Evidence: Evidence.Heading } && first.Evidence != Evidence.Given && last.Evidence != Evidence.Given
                && profiles[name.Column].WordsPerText >= 1.5 && name.Weight >= 110;
            if (!isWhole)
                Drop(name);
        }
        else if (name is not null && (first ?? last) is { } half)
        {
            // "Name" and "Nom" may mean the family name; "Full name" does not.
            const int SaysWhole = 117;
            var isWhole = name.Weight >= SaysWhole || Holds(sample, headerRow, name.Column, half.Column);
            if (!isWhole && name.Evidence == Evidence.Cells)
                Drop(name);
            else if (!isWhole)
                roles[name.Column] = name with { Role = half == first ? SourceColumnRole.LastName : SourceColumnRole.FirstName };
        }

        Candidate? Of(SourceColumnRole role) => roles.Values.FirstOrDefault(each => each.Role == role);

        void Drop(params ReadOnlySpan<Candidate?> dropped)
        {
            foreach (var candidate in dropped)
                if (candidate is not null && candidate.Evidence != Evidence.Given)
                    roles.Remove(candidate.Column);
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

    /// <summary>When nobody wrote when it ended, the time it began says in which order attempts were made.</summary>
    private static void SettleTimes(Dictionary<int, Candidate> roles)
    {
        if (roles.Values.All(each => each.Role != SourceColumnRole.Submitted) && roles.Values.FirstOrDefault(each => each.Role == SourceColumnRole.Started) is { } started)
            roles[started.Column] = started with { Role = SourceColumnRole.Submitted };
    }

    private static void NoteRivals(Dictionary<int, Candidate> roles, List<Candidate> candidates, string[] headings, Place where, List<Note> notes)
    {
        foreach (var role in (ReadOnlySpan<SourceColumnRole>)[SourceColumnRole.Score, SourceColumnRole.Email, SourceColumnRole.Name])
        {
            if (roles.Values.FirstOrDefault(each => each.Role == role) is not { Evidence: not Evidence.Given } chosen)
                continue;
            var rivals = candidates.Where(each => each.Role == role && each.Column != chosen.Column && each.Weight >= Enough
                && each.Weight >= chosen.Weight - CloseSecond && !roles.ContainsKey(each.Column)).ToList();
            if (rivals.Count > 0)
                notes.Add(new Note(NoteLevel.Review, "column_rivals",
                    $"{Quoted(chosen.Column)} was taken as the {Words(role)}, but {string.Join(", ", rivals.Select(rival => Quoted(rival.Column)))} could be it too. "
                    + $"Say which with --{Words(role).Replace(' ', '-')}-column.", where));
        }

        string Quoted(int column) => headings[column].Length > 0 ? $"'{RecognitionErrors.Shorten(headings[column])}'" : $"column {Place.ColumnLetters(column)}";
    }

    private static string Why(Candidate candidate, string heading, ColumnProfile profile)
    {
        var counts = candidate.Role switch
        {
            SourceColumnRole.Email => Count(profile.Emails, "an address", "addresses"),
            SourceColumnRole.Name or SourceColumnRole.FirstName or SourceColumnRole.MiddleName or SourceColumnRole.LastName => Count(profile.Words, "a name", "names"),
            SourceColumnRole.Score when profile.Fractions > profile.Numbers => Count(profile.Fractions, "points of a maximum", "points of a maximum"),
            SourceColumnRole.Score => Count(profile.Numbers, "a number", "numbers"),
            SourceColumnRole.Percentage => Count(profile.Percentages + profile.Numbers, "a percentage", "percentages"),
            SourceColumnRole.Submitted or SourceColumnRole.Started => Count(profile.Dates, "a time", "times"),
            SourceColumnRole.Phone => Count(profile.Phones, "a telephone number", "telephone numbers"),
            _ => null,
        };
        var source = candidate.Evidence switch
        {
            Evidence.Given => "chosen by you",
            Evidence.Constant => "the same in every row, and no points are above it",
            Evidence.Pair => "one column of this name has the points, another their maximum",
            Evidence.Parts => "its maximum and its points are those of the other columns together",
            Evidence.Heading => $"its heading says {Words(candidate.Role)}",
            _ when heading.Length == 0 => "by its cells, it has no heading",
            _ => "by its cells, the heading does not say",
        };
        return counts is null ? source : $"{source}; {counts}";

        string Count(int count, string one, string many) =>
            string.Create(CultureInfo.InvariantCulture, $"{count} of the first {profile.Filled} cells {(count == 1 ? "is " + one : "are " + many)}");
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
