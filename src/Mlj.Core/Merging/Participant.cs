using Mlj.Values;

namespace Mlj.Merging;

/// <summary>One person of the result, with all attempts that were found.</summary>
public sealed record Participant
{
    /// <summary>The address to show, lower case: a valid one before an invalid one, then the most used; null when none was given anywhere.</summary>
    public required string? Email { get; init; }

    /// <summary>All addresses of the person, lower case; more than one only when somebody decided so.</summary>
    public required IReadOnlyList<string> Emails { get; init; }

    /// <summary>The name to show, in a spelling that occurs; an empty text when no row gives one.</summary>
    public required string Name { get; init; }

    /// <summary>Every attempt, also those that do not count, by test and time.</summary>
    public required IReadOnlyList<Attempt> Attempts { get; init; }

    /// <summary>The score of a test in percent under a policy, not rounded; null when it is missing.</summary>
    /// <param name="test">The test's number.</param>
    public decimal? PercentageOf(int test)
    {
        decimal sum = 0;
        var count = 0;
        foreach (var attempt in Attempts)
            if (attempt.Disposition == Disposition.Placed && attempt.Test.Number == test && attempt.Response.Score is { } score)
            {
                sum += score.Percentage;
                count++;
            }
        // Thirds leave something over in the last of 28 digits, which must not decide anything.
        return count switch { 0 => null, 1 => sum, _ => Rounding.HalfAwayFromZero(sum / count, 20) };
    }

    /// <summary>The address, or the name of somebody without one.</summary>
    public override string ToString() => Email is null ? Name : $"{Name} <{Email}>";
}
