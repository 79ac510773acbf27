namespace Mlj.Merging.Identity;

/// <summary>
/// Looks at sure pairs together. Three addresses of one person are fine; but where two of the people who would end up as one cannot be one,
/// by a test that both sat, by their names or by somebody's decision, the pairs that bring them together are left to a person.
/// </summary>
internal static class SureChains
{
    /// <summary>The pairs that would be sure alone and are not among the others, each with the reason.</summary>
    /// <param name="pairs">All pairs, the strongest first.</param>
    /// <param name="population">Compares what was no candidate.</param>
    /// <param name="decisions">Who is not one person.</param>
    public static Dictionary<PairEvidence, string> Doubts(List<PairEvidence> pairs, Population population, PeopleDecisions decisions)
    {
        var doubts = new Dictionary<PairEvidence, string>(ReferenceEqualityComparer.Instance);
        AddRivals(pairs, population, decisions, doubts);
        var groups = new Dictionary<PersonProfile, List<PersonProfile>>(ReferenceEqualityComparer.Instance);
        foreach (var pair in pairs.Where(pair => pair.IsSure))
        {
            if (doubts.ContainsKey(pair))
                continue;
            var (one, other) = (GroupOf(pair.One), GroupOf(pair.Other));
            if (one == other)
                continue;
            if (one.Exists(person => other.Exists(each => CannotBeOne(person, each, population, decisions))))
            {
                doubts[pair] = EvidenceText.Chain();
                continue;
            }
            one.AddRange(other);
            foreach (var person in other)
                groups[person] = one;
        }
        return doubts;

        List<PersonProfile> GroupOf(PersonProfile person)
        {
            if (!groups.TryGetValue(person, out var group))
                groups[person] = group = [person];
            return group;
        }
    }

    /// <summary>Of two people who fit a third about equally well and cannot both be that person, neither is sure.</summary>
    private static void AddRivals(List<PairEvidence> pairs, Population population, PeopleDecisions decisions, Dictionary<PairEvidence, string> doubts)
    {
        var byPerson = new Dictionary<PersonProfile, List<PairEvidence>>(ReferenceEqualityComparer.Instance);
        foreach (var pair in pairs)
        {
            Add(pair.One, pair);
            Add(pair.Other, pair);
        }
        foreach (var (person, own) in byPerson)
            foreach (var pair in own.Where(pair => pair.IsSure))
                if (own.Find(each => !ReferenceEquals(each, pair) && each.Strength > pair.Strength - EvidenceWeights.RivalMargin
                    && AreRivals(Opposite(pair, person), Opposite(each, person), population, decisions)) is { } rival)
                    doubts.TryAdd(pair, EvidenceText.Rival(Opposite(rival, person), person));

        void Add(PersonProfile person, PairEvidence pair)
        {
            if (!byPerson.TryGetValue(person, out var own))
                byPerson[person] = own = [];
            own.Add(pair);
        }
    }

    private static PersonProfile Opposite(PairEvidence pair, PersonProfile person) => ReferenceEquals(pair.One, person) ? pair.Other : pair.One;

    /// <summary>Whether two cannot be one person and do not look like one either, who sat a test again under another address.</summary>
    private static bool AreRivals(PersonProfile one, PersonProfile other, Population population, PeopleDecisions decisions) =>
        CannotBeOne(one, other, population, decisions) && (decisions.AreDifferent(one.Participant, other.Participant) || !population.Compare(one, other).LooksLikeARetake);

    private static bool CannotBeOne(PersonProfile one, PersonProfile other, Population population, PeopleDecisions decisions) =>
        decisions.AreDifferent(one.Participant, other.Participant) || population.Compare(one, other).IsVetoed;
}
