using System.Globalization;

namespace Mlj.Values;

/// <summary>A score of one attempt: points out of a maximum. A score that is missing is a null <see cref="Score"/>, never 0.</summary>
/// <param name="Points">The points reached, from 0 to <paramref name="Maximum"/>, exactly as written.</param>
/// <param name="Maximum">The most points that could be reached; above 0.</param>
public readonly record struct Score(decimal Points, decimal Maximum)
{
    /// <summary>The score in percent of the maximum, 0 to 100, not rounded: as exact as 28 digits are.</summary>
    /// <exception cref="DivideByZeroException">The maximum is 0, as that of <c>default</c> is.</exception>
    public decimal Percentage => Points * 100 / Maximum;

    /// <summary>The score as <c>14/24</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Points:0.############}/{Maximum:0.############}");
}
