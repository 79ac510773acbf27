using System.Globalization;

namespace Mlj.Merging;

/// <summary>Decides which of several attempts of one participant at one test count.</summary>
internal static class Attempts
{
    /// <summary>The only attempt at a test, with what becomes of it.</summary>
    public static Attempt Settle(Attempt attempt) =>
        attempt.Response.Fault is { } fault ? attempt with { Disposition = Disposition.Quarantined, Reason = fault } : attempt;

    /// <summary>The same attempts in the order of time, each with what becomes of it.</summary>
    public static List<Attempt> Settle(List<Attempt> attempts, AttemptPolicy policy)
    {
        var settled = WithoutCopies(attempts);
        var open = new List<int>();
        for (var index = 0; index < settled.Count; index++)
            if (settled[index].Disposition != Disposition.Duplicate)
            {
                settled[index] = Settle(settled[index]);
                if (settled[index].Disposition == Disposition.Placed)
                    open.Add(index);
            }
        if (open.Count < 2)
            return settled;

        var scored = open.FindAll(index => settled[index].Response.Score is not null);
        if (policy == AttemptPolicy.Average && scored.Count > 0)
        {
            foreach (var index in open.Except(scored))
                settled[index] = settled[index] with { Disposition = Disposition.Superseded, Reason = "it has no score, another attempt has" };
            return settled;
        }
        var among = scored.Count > 0 ? scored : open;
        var kept = policy switch
        {
            AttemptPolicy.Latest => among[^1],
            AttemptPolicy.First => among[0],
            _ => among.OrderByDescending(index => settled[index].Response.Score?.Percentage).ThenByDescending(index => index).First(),
        };
        foreach (var index in open)
            if (index != kept)
                settled[index] = settled[index] with { Disposition = Disposition.Superseded, Reason = Why(settled[index], settled[kept], policy) };
        return settled;
    }

    private static List<Attempt> WithoutCopies(List<Attempt> attempts)
    {
        // OrderBy is stable: attempts without a time keep the order of files and rows.
        var ordered = attempts.OrderBy(attempt => attempt.Response.Submitted ?? DateTime.MinValue).ThenBy(attempt => attempt.Response.AttemptNumber ?? 0).ToList();
        var originals = new Dictionary<ulong, List<Attempt>>();
        for (var index = 0; index < ordered.Count; index++)
        {
            var attempt = ordered[index];
            if (!originals.TryGetValue(attempt.Response.Content, out var alike))
                originals[attempt.Response.Content] = alike = [];
            if (alike.Find(former => IsCopy(attempt, former)) is { } original)
                ordered[index] = attempt with
                {
                    Disposition = Disposition.Duplicate,
                    Reason = string.Create(CultureInfo.InvariantCulture, $"the same in every cell as row {original.Response.Row} of '{original.Test.File}'"),
                };
            else
                alike.Add(attempt);
        }
        return ordered;
    }

    private static bool IsCopy(Attempt one, Attempt other) =>
        one.Response.Content == other.Response.Content
        && one.Response.Submitted == other.Response.Submitted
        && one.Response.RawScore == other.Response.RawScore
        && one.Response.Name == other.Response.Name
        && one.Response.Email?.Typed == other.Response.Email?.Typed
        && one.Response.Phone == other.Response.Phone;

    private static string Why(Attempt attempt, Attempt kept, AttemptPolicy policy)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"the one in row {kept.Response.Row} of '{kept.Test.File}'");
        if (attempt.Response.Score is null && kept.Response.Score is not null)
            return $"it has no score; {place} counts";
        return policy switch
        {
            AttemptPolicy.Latest => $"a later attempt, {place}, counts",
            AttemptPolicy.First => $"an earlier attempt, {place}, counts",
            _ when attempt.Response.Score?.Percentage == kept.Response.Score?.Percentage => $"an equal later attempt, {place}, counts",
            _ => $"a better attempt, {place}, counts",
        };
    }
}
