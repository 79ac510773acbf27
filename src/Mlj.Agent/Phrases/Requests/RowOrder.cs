using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Requests;

/// <summary>Which rows come first: "highest first", "from Z to A", "descending".</summary>
internal static class RowOrder
{
    /// <summary>Whether a mention names no column: "highest first" does not, though "score" may be one word of it.</summary>
    public static bool IsOnlyOrder(Clause clause, Mention mention) =>
        mention.IsGeneric && mention.Kind != MentionKind.One && clause.Under(mention).All(token => token.IsAny(Meaning.High, Meaning.Low))
        || mention.Kind == MentionKind.One
            && mention.To - mention.From == 1
            && clause[mention.From].IsAny(Meaning.Descending, Meaning.Ascending)
            && clause.Mentions.Count > 1;

    /// <summary>Whether the lowest comes first; null when nothing is said.</summary>
    public static bool? Ascending(Clause clause)
    {
        bool? first = null;
        for (var at = 0; at < clause.Count; at++)
        {
            var token = clause[at];
            if (clause.IsTaken(at)
                || clause.MentionAt(at) is { IsGeneric: false, Kind: MentionKind.One } mention && mention.Columns[0].Words.Contains(token.Plain))
                continue;
            if (token.Is(Meaning.Descending))
                return false;
            if (token.Is(Meaning.Ascending))
                return true;
            if (token.IsAny(Meaning.High, Meaning.Low))
                first ??= token.Is(Meaning.Low) && !token.Is(Meaning.High);
        }
        // "from Z down to A".
        var (a, z) = (clause.FindIndex(0, token => token.Plain == "a" && token.IsCapital),
            clause.FindIndex(0, token => token.Plain == "z"));
        if (first is null && z >= 0 && a >= 0 && Math.Abs(a - z) < 6)
            return a < z;
        // "Z first".
        if (first is null && (z >= 0 && clause.Is(z + 1, Meaning.First)))
            return false;
        return first is null ? null : clause.Says(Meaning.Last) && !clause.Says(Meaning.First) ? !first : first;
    }
}
