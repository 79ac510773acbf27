using System.Globalization;
using Mlj.Recognition.Scores;
using Mlj.Recognition.Words;
using Mlj.Values;

namespace Mlj.Recognition.Maxima;

/// <summary>Finds of how many the points of a test are: what says it surely first, then titles and names, at last an assumption that is asked about.</summary>
/// <param name="layout">The sheet.</param>
/// <param name="highestInRows">The highest maximum that a row says itself; null when none does.</param>
/// <param name="besideRows">What rows beside the people's say.</param>
/// <param name="questions">What the points of the questions say.</param>
/// <param name="column">The column of the points, for notes.</param>
/// <param name="notes">Where notes go.</param>
internal sealed class MaximumFinder(SheetLayout layout, decimal? highestInRows, MaximumRows besideRows, QuestionPoints questions, int column, List<Note> notes)
{
    private readonly Place _where = layout.Where with { Column = column };

    /// <summary>The maximum of these points.</summary>
    public TestMaximum Find(ReadScores points)
    {
        if (besideRows.Stated is { } row)
            return new(row, "from the row of points possible");
        if (layout.Maximum is { } heading)
            return new(heading, "from the heading");
        if (InCells(points) is { } usual)
            return new(usual, "from the scores' cells");
        if (questions.Worth is { } worth)
            return new(worth, "from the headings of the questions' points");
        if (highestInRows is > 0 and var most)
            return new(most, "from the column of maxima");
        if (points.Counted.All(each => each.Cell.IsMissing || points.Read(each.Cell) is { IsPercentage: true }))
            return TestMaximum.OfPercentages;
        var highest = points.Counted.Max(each => points.Read(each.Cell) is { IsPercentage: false } read ? read.Points : null) ?? 0;
        return (points.Reading.AreShares ? AssumeShares() : FromWords(highest)) ?? Assume(highest);
    }

    /// <summary>The maximum that most cells give themselves, as <c>14 / 24</c> does; null when none does.</summary>
    private decimal? InCells(ReadScores points)
    {
        var given = points.Counted.Select(each => (points.Read(each.Cell).Maximum, each.Count)).Where(each => each.Maximum > 0).GroupBy(each => each.Maximum!.Value, each => each.Count)
            .OrderByDescending(group => group.Sum()).ThenByDescending(group => group.Key).ToList();
        if (given.Count > 1)
            notes.Add(new Note(NoteLevel.Review, "several_maxima",
                $"The scores are out of {string.Join(", ", given.Select(group => group.Key.ToString("0.####", CultureInfo.InvariantCulture)))}; each was taken out of its own maximum.", _where));
        return given.Count > 0 ? given[0].Key : null;
    }

    /// <summary>The maximum that a row, a title or the file's name states. What is below a score is about something else.</summary>
    private TestMaximum? FromWords(decimal highest)
    {
        if (besideRows.Find(highest) is { } row)
            return new(row, "from the row of the maximum");
        if (layout.TitleMaximum is { } title && title >= highest)
            return new(title, "from the title");
        var file = _where.File;
        if (StatedMaximum.Of([FileStem.Of(file)]) is not { } named || named.Value < highest)
            return null;
        notes.Add(new Note(NoteLevel.Review, "maximum_from_name",
            string.Create(CultureInfo.InvariantCulture, $"Only the file's name says of how many the points are ('{named.Words}'); {named.Value:0.####} was taken as the maximum. If it is not, say what is."), _where)
        { Corrections = [new(file, FileSetting.Maximum)] });
        return new(named.Value, "from the file's name");
    }

    private TestMaximum AssumeShares()
    {
        Ask("The file does not say of how many the points are. All are between 0 and 1, so 1 was taken as the maximum.");
        return new(1, "assumed, because all points are between 0 and 1", IsAssumed: true);
    }

    /// <summary>Nothing says surely of how many the points are: the best known answer is taken and asked about.</summary>
    private TestMaximum Assume(decimal highest)
    {
        if (questions.Best is { } sum && sum >= highest)
        {
            Ask(string.Create(CultureInfo.InvariantCulture, $"The file does not say of how many the points are. The best points of its questions add up to {sum:0.####}, which was taken as the maximum."));
            return new(sum, "assumed from the best points of all questions together", IsAssumed: true);
        }
        if (besideRows.Guess(highest) is var (guess, evidence))
        {
            Ask(string.Create(CultureInfo.InvariantCulture, $"The file does not say surely of how many the points are. {evidence}: {guess:0.####} was taken as the maximum."));
            return new(guess, "assumed from a row beside the people", IsAssumed: true);
        }
        Ask(string.Create(CultureInfo.InvariantCulture, $"The file does not say of how many the points are, the highest being {highest:0.####}. 100 was taken as the maximum."),
            highest == 100 ? NoteLevel.Information : NoteLevel.Question);
        return new(100, "assumed, because the file does not say", IsAssumed: true);
    }

    private void Ask(string message, NoteLevel level = NoteLevel.Question) =>
        notes.Add(new Note(level, "maximum_unknown", $"{message} Say of how many they are.", _where) { Corrections = [new(_where.File, FileSetting.Maximum)] });
}
