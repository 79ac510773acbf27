namespace Mlj.Merging.Identity;

/// <summary>What the names of two people say, by the two spellings that are most alike.</summary>
internal readonly record struct NameEvidence(NameLikeness Likeness, NameWords? One = null, NameWords? Other = null)
{
    public double Weight => WeightOf(Likeness);

    /// <summary>Whether the names are two people's.</summary>
    public bool Contradicts => Likeness is NameLikeness.PartOnly or NameLikeness.Other;

    /// <summary>Whether all words are in both names in one order, a word at most as its initial.</summary>
    public bool IsFull => Likeness is NameLikeness.Same or NameLikeness.Abbreviated;

    /// <summary>Whether all words of one name are in the other.</summary>
    public bool IsContained => IsFull || Likeness is NameLikeness.Reordered or NameLikeness.Fuller;

    /// <summary>Words that only one of the two names has.</summary>
    public IEnumerable<string> WordsOfOne => One is null || Other is null ? [] : One.Words.Except(Other.Words).Concat(Other.Words.Except(One.Words));

    public static NameEvidence Between(PersonProfile one, PersonProfile other)
    {
        NameEvidence? best = null;
        foreach (var name in one.Names)
            foreach (var against in other.Names)
                if (NameWords.Compare(name, against) is var likeness && (best is null || WeightOf(likeness) > best.Value.Weight))
                    best = new NameEvidence(likeness, name, against);
        return best ?? new NameEvidence(NameLikeness.Unknown);
    }

    private static double WeightOf(NameLikeness likeness) => likeness switch
    {
        NameLikeness.Same => EvidenceWeights.SameName,
        NameLikeness.Abbreviated or NameLikeness.Reordered or NameLikeness.Fuller => EvidenceWeights.FullerName,
        NameLikeness.Generation => EvidenceWeights.Generation,
        NameLikeness.WithoutFirst => EvidenceWeights.WithoutFirstName,
        NameLikeness.Initials => EvidenceWeights.Initials,
        NameLikeness.Near => EvidenceWeights.NearName,
        NameLikeness.OneWord => EvidenceWeights.OneWord,
        NameLikeness.PartOnly => EvidenceWeights.PartOfName,
        NameLikeness.Other => EvidenceWeights.OtherName,
        _ => 0,
    };
}
