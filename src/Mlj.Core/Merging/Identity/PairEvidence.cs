namespace Mlj.Merging.Identity;

/// <summary>Everything that speaks for and against two participants being one person.</summary>
internal sealed record PairEvidence(PersonProfile One, PersonProfile Other, AddressEvidence Address, PhoneEvidence Phone, NameEvidence Name, TestEvidence Tests)
{
    /// <summary>How many namesakes the name is expected to have here by chance, where nothing but the name speaks for the pair; 0 elsewhere.</summary>
    public required double Namesakes { get; init; }

    /// <summary>What is taken off for a common name that stands alone.</summary>
    public double CommonName => Namesakes > EvidenceWeights.RareNamesakes
        ? Math.Max(EvidenceWeights.CommonNameAtMost, EvidenceWeights.CommonName * Math.Log2(Namesakes / EvidenceWeights.RareNamesakes)) : 0;

    /// <summary>The sum of the weights; 0 for a pair that only a number or an initial in the addresses speaks for: schools give such addresses in a row.</summary>
    public double Strength => IsNextInARow ? 0 : AddressWeight + Phone.Weight + Name.Weight + CommonName + Tests.Weight;

    /// <summary>What the addresses weigh beside the names: a slip between two names explains itself, as in the addresses of <c>quill.a</c> and <c>quill.b</c>.</summary>
    public double AddressWeight => Name.Contradicts && Address.Likeness is AddressLikeness.LetterSlip ? EvidenceWeights.ShortSlip : Address.Weight;

    /// <summary>Whether something says that the two are not one person, whatever else speaks for it.</summary>
    public bool IsVetoed => Tests.Common > 0 || Name.Contradicts;

    /// <summary>
    /// Whether the pair rests on more than one thing that families, classmates and namesakes share: on an address that can hardly be
    /// another person's, or on two of a full name, a telephone and a near address.
    /// </summary>
    public bool IsGrounded => Address.Weight >= EvidenceWeights.StrongAddress || (HasFullName && (HasPhone || HasNearAddress))
        || (HasPhone && HasNearAddress && Name.Likeness is (NameLikeness.WithoutFirst or NameLikeness.Initials or NameLikeness.OneWord));

    /// <summary>Whether the pair, looked at alone, can be accepted unasked.</summary>
    public bool IsSure => Strength >= EvidenceWeights.Sure && IsGrounded && !IsVetoed;

    private bool IsNextInARow => (Address.Likeness is AddressLikeness.DigitSlip or AddressLikeness.ShortSlip || Address.DiffersInAnInitial) && !HasFullName && Phone.Weight <= 0;

    private bool HasFullName => Name.Likeness is NameLikeness.Same or NameLikeness.Fuller;

    private bool HasPhone => Phone.Likeness == PhoneLikeness.Same;

    private bool HasNearAddress => Address.Weight >= EvidenceWeights.NearAddress;
}
