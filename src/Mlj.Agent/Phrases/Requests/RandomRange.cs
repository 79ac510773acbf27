using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases.Requests;

/// <summary>Between which marks random ones lie: "from 40 to 90", "at most 20", "nothing under 55 and nothing over 75".</summary>
internal static class RandomRange
{
    /// <summary>The least and the most mark, null for what is not said; null when it is not clear.</summary>
    public static (int? Low, int? High)? Of(Clause clause)
    {
        var numbers = clause.Places.Where(at =>
            !clause.IsTaken(at)
                && clause[at].Number is not null
                && clause.MentionAt(at) is null or { IsGeneric: true } or { Kind: MentionKind.Unknown }
                && !(clause[at].Is(Meaning.Person)
                    && clause.Tokens.Count(each => each.Number is not null) > 1
                    && !(clause.IsAny(at - 1, Meaning.From, Meaning.Between, Meaning.To, Meaning.Min)))
                && !(clause[at].Is(Meaning.Person) && clause.IsAny(at + 1, Meaning.For, Meaning.All))).ToList();
        decimal? low = null, high = null;
        foreach (var at in numbers)
        {
            var number = clause[at].Number;
            var before = clause.Tokens.Skip(Math.Max(0, at - 2)).Take(Math.Min(2, at)).Aggregate(default(Meanings), (all, token) => all | token.Means);
            // "nothing under 55 and nothing over 75".
            var isNone = clause.Tokens.Skip(Math.Max(0, at - 4)).Take(Math.Min(4, at)).HasAny(Meaning.Not, Meaning.Without, Meaning.Nobody, Meaning.Blank);
            if (isNone && before.HasAny(Meanings.Of(Meaning.Less, Meaning.Greater)))
            {
                if (before.Has(Meaning.Less))
                    low = number;
                else
                    high = number;
                continue;
            }
            if (numbers.Count == 1 || before.HasAny(Meanings.Of(Meaning.LessEqual, Meaning.Max, Meaning.Less)))
                if (before.HasAny(Meanings.Of(Meaning.GreaterEqual, Meaning.Min, Meaning.Greater))
                    && !before.HasAny(Meanings.Of(Meaning.LessEqual, Meaning.Max)))
                    low = number;
                else
                    high = number;
            else if (low is null)
                low = number;
            else
                high ??= number;
        }
        var isClear = numbers.Count <= 2 && !(low > high) && IsWhole(low) && IsWhole(high);
        return isClear ? ((int?)low, (int?)high) : null;
    }

    private static bool IsWhole(decimal? number) => number is null || decimal.IsInteger(number.Value);
}
