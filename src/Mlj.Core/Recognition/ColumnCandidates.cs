namespace Mlj.Recognition;

/// <summary>What every column of a sample may be for, by its heading, its cells and the columns beside it.</summary>
internal sealed class ColumnCandidates
{
    /// <summary>The weight of a heading that repeats a question behind a word, as in <c>Points - What is an echo?</c>; above all others.</summary>
    private const int OfQuestion = 200;

    private readonly string[] _headings;
    private readonly ColumnProfile[] _profiles;
    private readonly IReadOnlyList<RoleWeight>[] _roles;
    private readonly string[] _normal, _names;
    private readonly int? _fileNumber, _withMaximum;
    private readonly bool _mayHide;

    /// <summary>Looks at the columns of a sheet.</summary>
    /// <param name="headings">The headings by the column's number, empty where there is none; the first is not used.</param>
    /// <param name="profiles">What the cells look like, likewise.</param>
    /// <param name="file">The file's name, which may hold the test's number.</param>
    /// <param name="isByShape">Whether nobody understands the headings.</param>
    public ColumnCandidates(string[] headings, ColumnProfile[] profiles, string file, bool isByShape)
    {
        _headings = headings;
        _profiles = profiles;
        _roles = Array.ConvertAll(headings, HeadingRoles.Of);
        _normal = Array.ConvertAll(headings, HeadingText.Normalise);
        _names = Array.ConvertAll(headings, heading => HeadingText.Normalise(HeadingText.SplitMaximum(heading).Text));
        _fileNumber = TestNumbers.OfName(file);
        // Plain numbers under headings that nobody understands are scores only where people stand beside them.
        _mayHide = isByShape && profiles.Skip(1).Any(profile => profile.Share(profile.Emails) >= 0.6);
        _withMaximum = OnlyWithMaximum();
    }

    /// <summary>All candidates, from left to right; a column may have several.</summary>
    public IEnumerable<Candidate> All()
    {
        for (var column = 1; column < _headings.Length; column++)
            if (OfQuestionBefore(column) is { } points)
                yield return points;
            else
            {
                var ofHeading = OfHeading(column);
                foreach (var candidate in ofHeading)
                    yield return candidate;
                foreach (var candidate in OfCells(column, ofHeading))
                    yield return candidate;
            }
    }

    /// <summary>The points or the remark of a question that has a column of its own; null when the heading repeats none.</summary>
    private Candidate? OfQuestionBefore(int column)
    {
        if (_headings[column].IndexOf(" - ", StringComparison.Ordinal) is not (> 0 and var dash)
            || HeadingText.Normalise(_headings[column][(dash + 3)..]) is not { Length: > 0 } question || !_normal.Contains(question))
            return null;
        var role = _profiles[column] is { Filled: > 0, ScoreShare: >= 0.5 } ? SourceColumnRole.QuestionPoints : SourceColumnRole.Feedback;
        return new Candidate(column, role, OfQuestion, Evidence.Heading);
    }

    private List<Candidate> OfHeading(int column)
    {
        var found = new List<Candidate>();
        foreach (var (role, weight) in _roles[column])
        {
            var (actual, judged) = Judge(role, weight, _profiles[column]);
            if (actual == SourceColumnRole.Score)
                (actual, judged) = AsScore(column, judged);
            found.Add(new Candidate(column, actual, judged, Evidence.Heading));
        }
        return found;
    }

    /// <summary>What the columns beside it and the file's name do to a heading that speaks of points.</summary>
    private (SourceColumnRole Role, int Weight) AsScore(int column, int weight)
    {
        var words = RecognitionWords.Instance;
        if (words.PercentageBeside.TryGetValue(_normal[column], out var beside) && _normal.Contains(beside))
            return (SourceColumnRole.Percentage, weight);
        if (words.GradeBeside.TryGetValue(_names[column], out var points) && points.Any(_names.Contains))
            weight -= 60;
        if (HeadingText.SplitMaximum(_headings[column]).Maximum is not null)
            weight += 15;
        if (_fileNumber is not null && HeadingRoles.TestNumber(_headings[column]) is { } number)
            weight += number == _fileNumber ? 12 : -20;
        return (SourceColumnRole.Score, weight);
    }

    private IEnumerable<Candidate> OfCells(int column, List<Candidate> ofHeading)
    {
        var profile = _profiles[column];
        if (profile.Filled < 2)
            yield break;
        if (profile.Share(profile.Emails) >= 0.6 && !ofHeading.Exists(each => each.Role == SourceColumnRole.Email))
            yield return new Candidate(column, SourceColumnRole.Email, 55, Evidence.Cells);
        if (ofHeading.Count > 0)
            yield break;
        var isQuestion = _headings[column].Split(' ').Length > 6 || _headings[column].EndsWith('?');
        if (profile.Share(profile.Words) >= 0.8 && profile.DistinctShare >= 0.8 && profile.WordsPerText is >= 1.5 and <= 5 && !isQuestion)
            yield return new Candidate(column, SourceColumnRole.Name, 34, Evidence.Cells);
        if (profile.Share(profile.Fractions) >= 0.8)
            yield return new Candidate(column, SourceColumnRole.Score, 50, Evidence.Cells);
        else if (profile.Share(profile.Percentages) >= 0.8)
            yield return new Candidate(column, SourceColumnRole.Percentage, 50, Evidence.Cells);
        else if (column == _withMaximum)
            yield return new Candidate(column, SourceColumnRole.Score, 45, Evidence.Cells);
        else if (!isQuestion && (_mayHide || _headings[column].Length == 0) && profile.Share(profile.Numbers) >= 0.8 && !profile.Counts && profile.Highest is > 1 and <= 1000)
            yield return new Candidate(column, SourceColumnRole.Score, 32, Evidence.Cells);
    }

    /// <summary>The only column of numbers whose heading gives a maximum, as <c>Ergebnis (20)</c> does in any language; null when there are several.</summary>
    private int? OnlyWithMaximum()
    {
        int? only = null;
        for (var column = 1; column < _headings.Length; column++)
            if (_profiles[column] is { Filled: > 1, Counts: false } profile && profile.Share(profile.Numbers + profile.Missing) >= 0.8
                && HeadingText.SplitMaximum(_headings[column]).Maximum is not null)
            {
                if (only is not null)
                    return null;
                only = column;
            }
        return only;
    }

    /// <summary>What the cells do to a heading's word: they can confirm it, deny it, or turn a score into a percentage.</summary>
    private static (SourceColumnRole Role, int Weight) Judge(SourceColumnRole role, int weight, ColumnProfile profile)
    {
        if (profile.Filled == 0)
            return (role, weight * 2 / 3);
        switch (role)
        {
            case SourceColumnRole.Email:
                var emails = profile.Share(profile.Emails);
                return (role, weight + (emails >= 0.5 ? 60 : emails > 0 ? 20 : weight >= 85 ? -20 : -60));
            case SourceColumnRole.Identifier:
                return (role, profile.Share(profile.Emails) >= 0.5 ? weight - 90 : weight);
            case SourceColumnRole.Name or SourceColumnRole.FirstName or SourceColumnRole.MiddleName or SourceColumnRole.LastName:
                if (profile.Share(profile.Emails) > 0.3 || profile.Share(profile.Booleans) > 0.3)
                    return (role, weight - 90);
                if (profile.Share(profile.Words) < 0.4)
                    return (role, weight - (weight >= 90 ? 40 : 80));
                if (profile.WordsPerText > 6)
                    return (role, weight - 45);
                if (role == SourceColumnRole.Name && profile.Filled >= 6 && profile.DistinctShare < 0.3)
                    return (role, weight - 60);
                return (role, weight + 20);
            case SourceColumnRole.Score or SourceColumnRole.Percentage:
                // A plain heading outweighs cells that are odd, as long as some are scores.
                if (profile.ScoreShare < 0.5)
                    return (role, weight - (profile.Share(profile.Dates) > 0.5 ? 40 : weight >= 90 && profile.ScoreShare >= 0.2 ? 50 : 100));
                if (profile.Counts && profile.Filled >= 6 && weight < 90)
                    return (role, weight - 40);
                if (profile.Share(profile.Percentages) > 0.5)
                    return (SourceColumnRole.Percentage, weight + 20);
                return (role, weight + (profile.Share(profile.Fractions) > 0.5 ? 30 : 20));
            case SourceColumnRole.Maximum or SourceColumnRole.Correct or SourceColumnRole.Incorrect or SourceColumnRole.Unattempted or SourceColumnRole.Attempt:
                return (role, profile.Share(profile.Numbers) >= 0.5 ? weight : weight - 100);
            case SourceColumnRole.Submitted or SourceColumnRole.Started:
                return (role, profile.Share(profile.Dates) >= 0.5 ? weight + 20 : weight - 80);
            case SourceColumnRole.Phone:
                return (role, profile.Share(profile.Words + profile.Emails + profile.Booleans) > 0.5 ? weight - 90 : weight);
            default:
                return (role, weight);
        }
    }
}
