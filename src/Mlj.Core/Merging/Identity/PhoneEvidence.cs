using Mlj.Values;

namespace Mlj.Merging.Identity;

/// <summary>How the telephones of two people are alike.</summary>
internal enum PhoneLikeness
{
    Unknown,
    Same,
    Near,
    Other,
}

/// <summary>What the telephones of two people say.</summary>
/// <param name="Likeness">How they are alike.</param>
/// <param name="Weight">What that weighs.</param>
/// <param name="One">A telephone of the first.</param>
/// <param name="Other">The telephone of the second that goes with it.</param>
/// <param name="Sharers">How many addresses gave the same telephone.</param>
internal readonly record struct PhoneEvidence(PhoneLikeness Likeness, double Weight = 0, string One = "", string Other = "", int Sharers = 0)
{
    public static PhoneEvidence Between(PersonProfile one, PersonProfile other, Population population)
    {
        if (one.Phones.Length == 0 || other.Phones.Length == 0)
            return new PhoneEvidence(PhoneLikeness.Unknown);
        var best = new PhoneEvidence(PhoneLikeness.Other, EvidenceWeights.OtherPhone, one.Phones[0], other.Phones[0]);
        foreach (var phone in one.Phones)
            foreach (var against in other.Phones)
            {
                PhoneEvidence? found = phone == against ? Same(phone, population.SharersOf(phone))
                    : Nearness.Distance(phone, against, 1) == 1 ? new PhoneEvidence(PhoneLikeness.Near, EvidenceWeights.NearPhone, phone, against) : null;
                if (found is { } better && better.Weight > best.Weight)
                    best = better;
            }
        return best;
    }

    private static PhoneEvidence Same(string phone, int sharers) =>
        new(PhoneLikeness.Same, Math.Max(EvidenceWeights.SamePhoneAtLeast, EvidenceWeights.SamePhone - Math.Log2(Math.Max(1, sharers - 1))), phone, phone, sharers);
}
