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
    public double Strength => IsNextInARow ? 0 : AddressWeight + Phone.Weight + Name.Weight + CommonName + TestsWeight + HandedInAgain;

    /// <summary>
    /// What the addresses weigh beside the names: a slip between two names explains itself, as in the addresses of <c>quill.a</c> and <c>quill.b</c>,
    /// and a mailbox that is tagged for people without one full name is a family's, like a telephone.
    /// </summary>
    public double AddressWeight => Name.Contradicts && Address.Likeness is AddressLikeness.LetterSlip ? EvidenceWeights.ShortSlip
        : !Name.IsFull && Address.IsTaggedForPeople(One, Other) ? EvidenceWeights.SamePhone : Address.Weight;

    /// <summary>
    /// What the tests weigh beside names and addresses. Two people sit a test at the same time; but who handed in again with a slip in the address
    /// mostly did so within minutes, so that does not count against somebody who looks like it.
    /// </summary>
    public double TestsWeight => Tests.Weight + (Tests.AtTheSameTime && !CanBeHandedInAgain ? EvidenceWeights.AtTheSameTime : 0);

    /// <summary>What nearly the same score soon after the other weighs for somebody who looks like having handed in again; 0 elsewhere.</summary>
    public double HandedInAgain => Tests.Again is not null && CanBeHandedInAgain ? EvidenceWeights.HandedInAgain : 0;

    /// <summary>
    /// Whether something says that the two are not one person, whatever else speaks for it. A test that both sat does, unless the addresses are one
    /// but for a slip, with the same name and telephone: then somebody handed in again.
    /// </summary>
    public bool IsVetoed => (Tests.Common > 0 && !IsOneAddressWithASlip) || Name.Contradicts;

    /// <summary>Whether the pair is one person's who sat a test again, as far as can be said: it is worth a look, and an address or a full name speaks for it.</summary>
    public bool LooksLikeARetake => Strength >= EvidenceWeights.Review && !Name.Contradicts && (Name.IsFull || AddressWeight >= EvidenceWeights.StrongAddress);

    /// <summary>
    /// Whether the pair rests on more than one thing that families, classmates and namesakes share: on an address that can hardly be
    /// another person's, on a full name with a household's telephone or a near address, or on a name with a word more and a near address.
    /// </summary>
    public bool IsGrounded => AddressWeight >= EvidenceWeights.StrongAddress || (Name.IsFull && HasHouseholdPhone) || (Name.IsContained && HasNearAddress);

    /// <summary>Whether the pair, looked at alone, can be accepted unasked.</summary>
    public bool IsSure => Strength >= EvidenceWeights.Sure && IsGrounded && !IsVetoed;

    private bool IsNextInARow => (Address.Likeness is AddressLikeness.DigitSlip or AddressLikeness.ShortSlip || Address.DiffersInAnInitial) && !Name.IsContained && Phone.Weight <= 0;

    /// <summary>
    /// Whether the two look like one person in what siblings, namesakes and classmates have not in common: an address with a mechanical slip, or a
    /// full name with an address that differs in a letter or in swapped digits, or with a household's telephone. Who hands in again gives the same telephone.
    /// </summary>
    private bool CanBeHandedInAgain => !Name.Contradicts && Phone.Likeness != PhoneLikeness.Other && (AddressWeight >= EvidenceWeights.StrongAddress
        || (Name.IsFull && (AddressWeight >= EvidenceWeights.NearAddress || HasHouseholdPhone || Address.HasSwappedDigits)));

    private bool IsOneAddressWithASlip => AddressWeight >= EvidenceWeights.DomainSlip && Name.Likeness is NameLikeness.Same && HasHouseholdPhone;

    private bool HasHouseholdPhone => Phone is { Likeness: PhoneLikeness.Same, Sharers: <= EvidenceWeights.MostOfAHousehold };

    private bool HasNearAddress => AddressWeight >= EvidenceWeights.NearAddress && !IsTheWordMore;

    /// <summary>Whether the addresses differ as the names do, by a word or its initial: <c>ana.quill</c> of Ana Quill and <c>anam.quill</c> of Ana Maria Quill.</summary>
    private bool IsTheWordMore => !Name.IsFull && Address.Inserted.ToString() is { Length: > 0 } inserted && Name.WordsOfOne.Any(word => word.StartsWith(inserted, StringComparison.Ordinal));
}
