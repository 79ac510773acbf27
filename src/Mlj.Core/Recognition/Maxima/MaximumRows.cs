using Mlj.Recognition.Words;

namespace Mlj.Recognition.Maxima;

/// <summary>
/// What rows beside the people's say of how many the points are. <c>Points possible</c> is a maximum wherever it stands; <c>Maximum</c> may also
/// be the best score of all, as it is beside <c>Minimum</c>.
/// </summary>
internal sealed class MaximumRows
{
    private decimal? _stated;
    private (decimal Points, bool IsAbovePeople)? _said;
    private decimal? _unnamed;
    private bool _hasLowest;

    /// <summary>Whether the rows say a maximum that needs no comparing with the scores.</summary>
    public bool IsKnown => _stated is not null || (_said is { IsAbovePeople: true } && !_hasLowest);

    /// <summary>The maximum of a row that means nothing else; null when there is none.</summary>
    public decimal? Stated => _stated;

    /// <summary>Takes what the row's words say the maximum is.</summary>
    public void State(decimal maximum) => _stated ??= maximum;

    /// <summary>Takes a row of a statistic or a maximum.</summary>
    /// <param name="label">Its label, as headings are compared.</param>
    /// <param name="points">What stands in the column of the scores; null for no number.</param>
    /// <param name="isAbovePeople">Whether no person's row came before.</param>
    public void Add(string label, decimal? points, bool isAbovePeople)
    {
        var words = RecognitionWords.Instance;
        _hasLowest |= words.SaysLowest(label);
        if (points is not > 0)
            return;
        if (words.MaximumRows.Contains(label))
            _stated ??= points;
        else if (words.IsMaximum(label))
            _said ??= (points.Value, isAbovePeople);
    }

    /// <summary>Takes the points of a row above all people that says nothing about itself.</summary>
    public void AddUnnamed(decimal? points) => _unnamed ??= points;

    /// <summary>The maximum of a row that cannot be the best score; null when there is none.</summary>
    /// <param name="highest">The highest score.</param>
    public decimal? Find(decimal highest) =>
        _said is { } said && !_hasLowest && (said.IsAbovePeople ? said.Points >= highest : said.Points > highest) ? said.Points : null;

    /// <summary>What is probably the maximum, and why; null when no row speaks for one.</summary>
    /// <param name="highest">The highest score.</param>
    public (decimal Maximum, string Why)? Guess(decimal highest)
    {
        if (_said is { } said && !_hasLowest && said.Points == highest)
            return (said.Points, "A row below the people says maximum, which may also be the best score");
        return _unnamed is { } unnamed && unnamed >= highest ? (unnamed, "The first row names nobody, and no score is above its points") : null;
    }
}
