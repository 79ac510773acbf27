using Mlj.Recognition.Headings;
using Mlj.Recognition.Maxima;
using Mlj.Recognition.Numbering;
using Mlj.Recognition.Sampling;
using Mlj.Recognition.Words;

namespace Mlj.Recognition.Layout;

/// <summary>What every column of a sample may be for, by its heading, its cells and the columns beside it.</summary>
internal sealed class ColumnCandidates
{
    /// <summary>The weight of a heading that repeats a question behind a word, as in <c>Points - What is an echo?</c>; above all others.</summary>
    private const int OfQuestion = 200;

    /// <summary>From here on a heading speaks of the points of the whole test, and not perhaps of extra points.</summary>
    private const int SaysPoints = 66;

    private readonly string[] _headings;
    private readonly ColumnProfile[] _profiles;
    private readonly IReadOnlyList<RoleWeight>[] _roles;
    private readonly string[] _normal, _names;
    private readonly decimal?[] _maxima;
    private readonly List<SampleRow> _rows;
    private readonly MaximumPairs _pairs;
    private readonly int? _fileNumber, _withMaximum, _total;
    private readonly bool _mayHide, _hasScore, _hasMaximum;

    /// <summary>Looks at the columns of a sheet.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="file">The file's name, which may hold the test's number.</param>
    /// <param name="isByShape">Whether nobody understands the headings.</param>
    public ColumnCandidates(SheetColumns columns, string file, bool isByShape)
    {
        var headings = _headings = columns.Headings;
        var profiles = _profiles = columns.Profiles;
        _rows = [.. columns.Rows];
        _roles = Array.ConvertAll(headings, HeadingRoles.Of);
        _normal = Array.ConvertAll(headings, HeadingText.Normalise);
        var split = Array.ConvertAll(headings, HeadingMaximum.Split);
        _names = Array.ConvertAll(split, each => HeadingText.Normalise(each.Text));
        _maxima = Array.ConvertAll(split, each => each.Maximum);
        _pairs = new MaximumPairs(_normal, profiles);
        _hasScore = _roles.Any(roles => Says(roles, SourceColumnRole.Score, SaysPoints));
        _hasMaximum = _roles.Any(roles => Says(roles, SourceColumnRole.Maximum, SaysPoints));
        _fileNumber = NumberReading.OfFile(file);
        // Plain numbers under headings that nobody understands are scores only where people stand beside them.
        _mayHide = isByShape && profiles.Skip(1).Any(profile => profile.Share(profile.Emails) >= 0.6);
        var withMaximum = WithMaximum();
        _withMaximum = withMaximum.Count == 1 ? withMaximum[0] : null;
        _total = TotalOfParts(withMaximum);
    }

    /// <summary>Which column of points has a maximum in another column.</summary>
    public MaximumPairs Pairs => _pairs;

    /// <summary>All candidates, from left to right; a column may have several.</summary>
    public IEnumerable<Candidate> All()
    {
        for (var column = 1; column < _headings.Length; column++)
            if ((OfQuestionBefore(column) ?? OfQuestionWorth(column)) is { } points)
                yield return points;
            else
            {
                var ofHeading = OfHeading(column);
                foreach (var candidate in ofHeading)
                    yield return candidate;
                foreach (var candidate in OfColumnsBeside(column))
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

    /// <summary>The points of the question in the column before, under a heading that says no more than of how many they are; null when it is none.</summary>
    private Candidate? OfQuestionWorth(int column) =>
        _hasScore && HeadingMaximum.Worth(_headings[column]) is { } worth && _headings[column - 1].Length > 0 && HeadingMaximum.Worth(_headings[column - 1]) is null
        && !_roles[column - 1].Any(each => each.Role is SourceColumnRole.Email or SourceColumnRole.Name or SourceColumnRole.LastName)
        && _profiles[column] is { Filled: > 0 } profile && profile.Share(profile.Numbers + profile.Missing) >= 0.8 && profile.Highest <= worth
            ? new Candidate(column, SourceColumnRole.QuestionPoints, OfQuestion, Evidence.Heading)
            : null;

    private List<Candidate> OfHeading(int column)
    {
        var found = new List<Candidate>();
        foreach (var (role, weight) in _roles[column])
        {
            var (actual, judged) = HeadingJudgement.Of(role, weight, _profiles[column]);
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
        if (IsGradeOfPoints(column) || IsAnotherGrade(column))
            weight -= 60;
        if (_maxima[column] is not null || (_pairs.IsOne && _pairs.MaximumOf(column) is not null))
            weight += 15;
        if (_fileNumber is not null && HeadingRoles.TestNumber(_headings[column]) is { } number)
            weight += number == _fileNumber ? 12 : -20;
        return (SourceColumnRole.Score, weight);
    }

    /// <summary>Whether the heading means the teacher's grade, as <c>Note</c> and <c>Cijfer</c> do where a column of points stands beside them.</summary>
    private bool IsGradeOfPoints(int column)
    {
        if (_maxima[column] is not null || !RecognitionWords.Instance.GradeBeside.TryGetValue(_names[column], out var points))
            return false;
        for (var other = 1; other < _headings.Length; other++)
            if (other != column && _profiles[other] is { Filled: > 0, ScoreShare: >= 0.5 } && Says(_roles[other], SourceColumnRole.Score, SaysPoints)
                && Array.Exists(points, word => HeadingText.ContainsWords(_names[other], word)))
                return true;
        return false;
    }

    /// <summary>
    /// Whether a heading such as <c>Grade</c> means the class somebody is in, or the part of a maximum that was reached, because the points stand
    /// under a heading of their own.
    /// </summary>
    private bool IsAnotherGrade(int column)
    {
        var profile = _profiles[column];
        if (_maxima[column] is not null || !(profile.AreSchoolYears || profile.AreShares)
            || !RecognitionWords.Instance.SchoolYears.Any(word => HeadingText.ContainsWords(_normal[column], word)))
            return false;
        for (var other = 1; other < _headings.Length; other++)
        {
            if (other == column || !AreOfTheTest(other))
                continue;
            var exceeds = _profiles[other].Highest > profile.Highest;
            if (profile.AreSchoolYears ? exceeds || HasMaximum(other) : exceeds && HasMaximum(other))
                return true;
        }
        return false;
    }

    /// <summary>Whether a column other than a grade holds points of the whole test.</summary>
    private bool AreOfTheTest(int column) =>
        _profiles[column] is { Filled: > 0, IsConstant: false } profile && profile.Share(profile.Numbers + profile.Fractions + profile.Missing) >= 0.5
        && (_pairs.MaximumOf(column) is null || _pairs.IsOne)
        && (_pairs.MaximumOf(column) is not null || Says(_roles[column], SourceColumnRole.Score, SaysPoints));

    private bool HasMaximum(int column) => _hasMaximum || _pairs.MaximumOf(column) is not null || _maxima[column] is not null || _profiles[column].Fractions > 0;

    /// <summary>What a column is by those that stand beside it, whatever its own heading says.</summary>
    private IEnumerable<Candidate> OfColumnsBeside(int column)
    {
        if (column == _total || IsSumOfNeighbours(column))
            yield return new Candidate(column, SourceColumnRole.Score, 125, Evidence.Parts);
        if (_pairs.IsOne && _pairs.MaximumOf(column) is not null && Array.Exists(_normal[column].Split(' '), RecognitionWords.Instance.PairedPoints.Contains))
            yield return new Candidate(column, SourceColumnRole.Score, 70, Evidence.Pair);
    }

    private IEnumerable<Candidate> OfCells(int column, List<Candidate> ofHeading)
    {
        var profile = _profiles[column];
        if (profile.Filled < 2)
            yield break;
        var words = RecognitionWords.Instance;
        if (profile.Share(profile.Emails) >= 0.6 && !profile.IsOneForAll && !ofHeading.Exists(each => each.Role == SourceColumnRole.Email)
            && !words.Denies(_normal[column], SourceColumnRole.Email))
            yield return new Candidate(column, SourceColumnRole.Email, 60, Evidence.Cells);
        if (ofHeading.Count > 0)
            yield break;
        var isQuestion = _headings[column].Split(' ').Length > 6 || _headings[column].EndsWith('?');
        if (profile.Share(profile.NameLike) >= 0.8 && profile.DistinctShare >= 0.8 && profile.WordsPerText is >= 1.5 and <= 5 && !isQuestion)
            yield return new Candidate(column, SourceColumnRole.Name, 34, Evidence.Cells);
        if (profile.Share(profile.Fractions) >= 0.8)
            yield return new Candidate(column, SourceColumnRole.Score, 50, Evidence.Cells);
        else if (profile.Share(profile.Percentages) >= 0.8 && (isQuestion || words.Denies(_normal[column], SourceColumnRole.Percentage)))
            yield break;
        else if (profile.Share(profile.Percentages) >= 0.8)
            yield return new Candidate(column, SourceColumnRole.Percentage, 50, Evidence.Cells);
        else if (column == _withMaximum)
            yield return new Candidate(column, SourceColumnRole.Score, 45, Evidence.Cells);
        else if (!isQuestion && (_mayHide || _headings[column].Length == 0) && profile.Share(profile.Numbers) >= 0.8 && !profile.Counts && profile.Highest is > 1 and <= 1000)
            yield return new Candidate(column, SourceColumnRole.Score, 32, Evidence.Cells);
    }

    /// <summary>The columns of numbers whose headings give a maximum, as <c>Ergebnis (20)</c> does in any language.</summary>
    private List<int> WithMaximum()
    {
        var columns = new List<int>();
        for (var column = 1; column < _headings.Length; column++)
            if (_maxima[column] is not null && _profiles[column] is { Filled: > 1, Counts: false } profile && profile.Share(profile.Numbers + profile.Missing) >= 0.8)
                columns.Add(column);
        return columns;
    }

    /// <summary>The column whose maximum and numbers are those of all others together: <c>Objective (30)</c>, <c>Theory (20)</c>, <c>Overall (50)</c>; null when there is none.</summary>
    private int? TotalOfParts(List<int> columns)
    {
        const int FewestColumns = 3;
        if (columns.Count < FewestColumns)
            return null;
        var total = columns.Find(column => _maxima[column] * 2 == columns.Sum(each => _maxima[each]));
        // Where the parts are tests of their own, the test of this file is looked for and not their sum.
        if (total == 0 || columns.Exists(column => column != total && HeadingRoles.TestNumber(_headings[column]) is not null))
            return null;
        int compared = 0, equal = 0;
        foreach (var row in _rows)
            if (row.Plain(total) is { } whole)
            {
                compared++;
                equal += columns.Sum(column => column == total ? 0 : row.Plain(column) ?? 0) == whole ? 1 : 0;
            }
        return equal > 0 && equal * 10 >= compared * 9 ? total : null;
    }

    /// <summary>
    /// Whether the heading speaks of a score and nearly every row proves it the sum of the columns straight before it: <c>Part A</c>, <c>Part B</c>, <c>Total</c>.
    /// Tests of their own, and right and wrong answers, have no such sum.
    /// </summary>
    private bool IsSumOfNeighbours(int column)
    {
        const int FewestRows = 3;
        if (!Says(_roles[column], SourceColumnRole.Score, SaysPoints) || !IsOfNumbers(column) || _profiles[column].IsConstant)
            return false;
        var sums = new decimal[_rows.Count];
        var parts = 0;
        for (var part = column - 1; part > 0 && IsOfNumbers(part) && !_profiles[part].Counts && HeadingRoles.TestNumber(_headings[part]) is null
            && !_roles[part].Any(each => each.Role is not (SourceColumnRole.Score or SourceColumnRole.QuestionPoints)); part--)
        {
            parts++;
            int compared = 0, equal = 0;
            for (var row = 0; row < _rows.Count; row++)
            {
                sums[row] += _rows[row].Plain(part) ?? 0;
                if (_rows[row].Plain(column) is not { } whole)
                    continue;
                compared++;
                equal += sums[row] == whole ? 1 : 0;
            }
            if (parts > 1 && compared >= FewestRows && equal * 10 >= compared * 9)
                return true;
        }
        return false;

        bool IsOfNumbers(int other) => _profiles[other] is { Filled: > 0 } profile && profile.Share(profile.Numbers + profile.Missing) >= 0.5;
    }

    private static bool Says(IReadOnlyList<RoleWeight> roles, SourceColumnRole role, int least) => roles.Any(each => each.Role == role && each.Weight >= least);
}
