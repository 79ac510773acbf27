using Mlj.Recognition.Responses;

namespace Mlj.Merging.Identity;

/// <summary>One test that somebody sat, with every time it was handed in.</summary>
/// <param name="Test">The test's number.</param>
/// <param name="Attempts">The rows of the attempts that were handed in; at least one.</param>
internal sealed record Sitting(int Test, ResponseRow[] Attempts)
{
    /// <summary>The sittings of a participant, by test. A row without a score is a line of a roster, not a sitting.</summary>
    public static Sitting[] Of(Participant participant)
    {
        var placements = participant.Placements;
        var sittings = new List<Sitting>(participant.Rows.Length);
        // The rows stand by test.
        foreach (var number in participant.Rows)
        {
            ref readonly var row = ref placements.Row(number, out var index);
            if (row.Answer is { Score: null, Fault: null })
                continue;
            var test = placements.Tests[index].Test.Number;
            if (sittings.Count > 0 && sittings[^1].Test == test)
                sittings[^1] = new Sitting(test, [.. sittings[^1].Attempts, row]);
            else
                sittings.Add(new Sitting(test, [row]));
        }
        return [.. sittings];
    }

    /// <summary>
    /// Whether two sittings of one test are one that was exported twice: handed in at the same second with the same score. Times that are
    /// known to the minute or the day only prove nothing.
    /// </summary>
    public bool IsCopyOf(Sitting other)
    {
        foreach (var attempt in Attempts)
        {
            var isThere = false;
            foreach (var against in other.Attempts)
                isThere |= attempt.Submitted is { Second: > 0 } time && time == against.Submitted && attempt.Answer.RawScore == against.Answer.RawScore;
            if (!isThere)
                return false;
        }
        return true;
    }

    /// <summary>The scores, as they stand in the files, of two attempts that were handed in one soon after the other with nearly the same score; null when there are none.</summary>
    public (string One, string Other)? AgainIn(Sitting other)
    {
        foreach (var attempt in Attempts)
            foreach (var against in other.Attempts)
                if ((attempt.Submitted - against.Submitted)?.Duration() <= EvidenceWeights.SameTime
                    && attempt.Answer is { Percentage: { } one, RawScore: { } raw } && against.Answer is { Percentage: { } two, RawScore: { } second } && Math.Abs(one - two) <= EvidenceWeights.NearScore)
                    return (raw, second);
        return null;
    }

    /// <summary>The time between the two attempts that are nearest to each other; null when the times are not known.</summary>
    public TimeSpan? GapTo(Sitting other)
    {
        TimeSpan? nearest = null;
        foreach (var attempt in Attempts)
            foreach (var against in other.Attempts)
                if ((attempt.Submitted - against.Submitted)?.Duration() is { } gap && (nearest is null || gap < nearest))
                    nearest = gap;
        return nearest;
    }
}
