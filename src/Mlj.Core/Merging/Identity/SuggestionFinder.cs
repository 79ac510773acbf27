namespace Mlj.Merging.Identity;

/// <summary>
/// Finds participants who are probably one person: candidates by blocks, the sum of named evidence a pair, two bands. Nothing is merged
/// here. The same participants give the same suggestions.
/// </summary>
internal static class SuggestionFinder
{
    /// <summary>The pairs, sure ones first, each band by falling strength.</summary>
    public static IReadOnlyList<IdentitySuggestion> Find(IReadOnlyList<Participant> participants) => Find(participants, PeopleDecisions.None);

    /// <summary>The pairs that nobody has rejected, sure ones first, each band by falling strength.</summary>
    public static IReadOnlyList<IdentitySuggestion> Find(IReadOnlyList<Participant> participants, PeopleDecisions decisions)
    {
        var population = new Population(participants);
        var pairs = new List<PairEvidence>();
        foreach (var (one, other) in population.Candidates)
            if (population.CanBeSuggested(one, other) && population.Compare(one, other) is { Strength: >= EvidenceWeights.Review } pair
                && !decisions.AreDifferent(pair.One.Participant, pair.Other.Participant))
                pairs.Add(pair);
        pairs.Sort(ByStrength);
        var doubts = SureChains.Doubts(pairs, population, decisions);
        return [.. pairs.Select(pair => Suggest(pair, doubts.GetValueOrDefault(pair), population)).OrderBy(suggestion => suggestion.Band)];
    }

    private static IdentitySuggestion Suggest(PairEvidence pair, string? doubt, Population population)
    {
        var (evidence, against) = EvidenceText.Of(pair, population);
        var band = pair.IsSure && doubt is null ? SuggestionBand.Sure : SuggestionBand.Review;
        return new IdentitySuggestion(pair.One.Email, pair.Other.Email, band, evidence, doubt is null ? against : [.. against, doubt]) { Strength = pair.Strength };
    }

    private static int ByStrength(PairEvidence one, PairEvidence other)
    {
        var order = other.Strength.CompareTo(one.Strength);
        if (order == 0)
            order = string.CompareOrdinal(one.One.Email, other.One.Email);
        return order == 0 ? string.CompareOrdinal(one.Other.Email, other.Other.Email) : order;
    }
}
