namespace Mlj.Merging.Identity;

/// <summary>One test that somebody sat, with every time it was handed in.</summary>
/// <param name="Test">The test's number.</param>
/// <param name="Attempts">The attempts that were handed in; at least one.</param>
internal readonly record struct Sitting(int Test, IReadOnlyList<Attempt> Attempts)
{
    /// <summary>The sittings of a participant, by test. A row without a score is a line of a roster, not a sitting.</summary>
    public static Sitting[] Of(Participant participant)
    {
        var sittings = new List<Sitting>(participant.Attempts.Count);
        var attempts = new List<Attempt>(1);
        // Attempts stand by test.
        foreach (var attempt in participant.Attempts)
            if (attempt.Response.Score is not null || attempt.Response.Fault is not null)
            {
                if (attempts.Count > 0 && attempts[0].Test.Number != attempt.Test.Number)
                    Close();
                attempts.Add(attempt);
            }
        if (attempts.Count > 0)
            Close();
        return [.. sittings];

        void Close()
        {
            sittings.Add(new Sitting(attempts[0].Test.Number, [.. attempts]));
            attempts.Clear();
        }
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
                isThere |= attempt.Response.Submitted is { Second: > 0 } time && time == against.Response.Submitted && attempt.Response.RawScore == against.Response.RawScore;
            if (!isThere)
                return false;
        }
        return true;
    }

    /// <summary>The time between the two attempts that are nearest to each other; null when the times are not known.</summary>
    public TimeSpan? GapTo(Sitting other)
    {
        TimeSpan? nearest = null;
        foreach (var attempt in Attempts)
            foreach (var against in other.Attempts)
                if ((attempt.Response.Submitted - against.Response.Submitted)?.Duration() is { } gap && (nearest is null || gap < nearest))
                    nearest = gap;
        return nearest;
    }
}
