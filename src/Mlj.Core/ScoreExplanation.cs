using System.Globalization;
using Mlj.Merging;
using Mlj.Values;

namespace Mlj;

/// <summary>Tells where the score of a test comes from.</summary>
internal static class ScoreExplanation
{
    public static string Of(Participant participant, int test)
    {
        var attempts = participant.Attempts.Where(attempt => attempt.Test.Number == test).ToList();
        if (attempts.Count == 0)
            return string.Create(CultureInfo.InvariantCulture, $"No row of test {test} is this participant's.");
        return string.Join(" ", attempts.Select(Tell));
    }

    private static string Tell(Attempt attempt)
    {
        var what = attempt.Response.Score is { } score
            ? string.Create(CultureInfo.InvariantCulture, $"{score} = {Rounding.HalfAwayFromZero(score.Percentage, 4):0.####} %")
            : attempt.Response.RawScore is { } raw ? $"'{raw}'" : "no score";
        return attempt.Disposition == Disposition.Placed ? $"{attempt.Place}: {what}." : $"{attempt.Place}: {what}, does not count: {attempt.Reason}.";
    }
}
