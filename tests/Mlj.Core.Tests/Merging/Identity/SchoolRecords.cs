using Mlj.Merging;
using Mlj.Recognition;

namespace Mlj.Tests.Merging.Identity;

/// <summary>Tests with the people behind every address, and how well suggestions find them.</summary>
internal sealed record SchoolRecords(IReadOnlyList<TestResponses> Tests, IReadOnlyDictionary<string, HashSet<int>> Owners)
{
    public Consolidation Merge() => Merger.Merge(Tests, new MergeOptions());

    /// <summary>How many pairs of addresses are one person's, and what of them was suggested.</summary>
    public Figures Measure(Consolidation merged)
    {
        var pairs = Owners.SelectMany(owner => owner.Value.Select(person => (Person: person, Email: owner.Key))).GroupBy(each => each.Person, each => each.Email)
            .SelectMany(emails => emails.SelectMany(one => emails.Where(other => string.CompareOrdinal(one, other) < 0).Select(other => (one, other)))).ToHashSet();
        var sure = merged.Suggestions.Where(suggestion => suggestion.Band == SuggestionBand.Sure).ToList();
        var accepted = Merger.Merge(Tests, new MergeOptions { SamePeople = [.. sure.Select(suggestion => suggestion.Accept())] });
        return new Figures(pairs.Count, sure.Count, sure.Count(IsRight), merged.Suggestions.Count, merged.Suggestions.Count(IsRight), Mixed(accepted) - Mixed(merged));

        bool IsRight(IdentitySuggestion suggestion) => pairs.Contains((suggestion.Email, suggestion.OtherEmail)) || pairs.Contains((suggestion.OtherEmail, suggestion.Email));
        int Mixed(Consolidation result) => result.Participants.Count(participant => participant.Emails.SelectMany(email => Owners[email]).Distinct().Count() > 1);
    }

    /// <param name="True">Pairs of addresses of one person.</param>
    /// <param name="Sure">Suggested as sure.</param>
    /// <param name="SureRight">Of these, right.</param>
    /// <param name="All">Suggested at all.</param>
    /// <param name="AllRight">Of these, right.</param>
    /// <param name="Mixed">People of the result who are several, after the sure ones were accepted.</param>
    internal sealed record Figures(int True, int Sure, int SureRight, int All, int AllRight, int Mixed)
    {
        public double SurePrecision => Sure == 0 ? 1 : (double)SureRight / Sure;

        public double Precision => All == 0 ? 1 : (double)AllRight / All;

        public double Recall => True == 0 ? 1 : (double)AllRight / True;

        public double SureRecall => True == 0 ? 1 : (double)SureRight / True;

        public static Figures operator +(Figures one, Figures other) =>
            new(one.True + other.True, one.Sure + other.Sure, one.SureRight + other.SureRight, one.All + other.All, one.AllRight + other.AllRight, one.Mixed + other.Mixed);

        public override string ToString() => FormattableString.Invariant(
            $"{True} pairs; sure {SureRight} of {Sure} ({SurePrecision:P2}), recall {SureRecall:P1}; both {AllRight} of {All} ({Precision:P1}), recall {Recall:P1}; mixed {Mixed}");
    }
}
