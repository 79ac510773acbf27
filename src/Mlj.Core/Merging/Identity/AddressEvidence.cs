using Mlj.Values;

namespace Mlj.Merging.Identity;

/// <summary>How two addresses are alike.</summary>
internal enum AddressLikeness
{
    None,
    SameMailbox,
    Repaired,
    DomainSlip,
    NoDomain,
    Separators,
    LetterSlip,
    TwoLetterSlips,
    SameLocalPart,
    DigitSlip,
    ShortSlip,
    LetterSlipElsewhere,
}

/// <summary>What the addresses of two people say, by the two that are most alike.</summary>
internal readonly record struct AddressEvidence(AddressLikeness Likeness, AddressReading? One = null, AddressReading? Other = null)
{
    private const int ShortLocalPart = 5;
    private const int LongLocalPart = 8;

    public double Weight => WeightOf(Likeness);

    /// <summary>The slip between the parts before the at signs, dots and dashes left out where they differ too; null when that is not all.</summary>
    public Slip? Slip => One is null || Other is null ? null : Identity.Slip.Between(One.Local, Other.Local) ?? Identity.Slip.Between(One.Letters, Other.Letters);

    /// <summary>Whether two digits are swapped, which is a slip and no number in a row.</summary>
    public bool HasSwappedDigits => Likeness is AddressLikeness.DigitSlip && Slip is { IsSwap: true };

    /// <summary>Whether another letter stands where initials do: at the beginning, or alone (<c>aquill</c> and <c>bquill</c>, <c>quill.a</c> and <c>quill.b</c>).</summary>
    public bool DiffersInAnInitial
    {
        get
        {
            if (Likeness != AddressLikeness.LetterSlip || One!.Local.Length != Other!.Local.Length)
                return false;
            var at = One.Local.AsSpan().CommonPrefixLength(Other.Local);
            return One.Local.AsSpan(at + 1).SequenceEqual(Other.Local.AsSpan(at + 1))
                && (at == 0 || (!char.IsLetter(One.Local[at - 1]) && (at + 1 == One.Local.Length || !char.IsLetter(One.Local[at + 1]))));
        }
    }

    /// <summary>What one address has more than the other in one place: <c>m</c> of <c>anam</c> and <c>ana</c>; empty when they differ otherwise.</summary>
    public ReadOnlySpan<char> Inserted
    {
        get
        {
            if (One is null || Other is null)
                return default;
            var (shorter, longer) = One.Letters.Length < Other.Letters.Length ? (One.Letters, Other.Letters) : (Other.Letters, One.Letters);
            var at = shorter.AsSpan().CommonPrefixLength(longer);
            return longer.EndsWith(shorter[at..], StringComparison.Ordinal) ? longer.AsSpan(at, longer.Length - shorter.Length) : default;
        }
    }

    /// <summary>Whether it is a mailbox with tags by which its users can be told: two of them, or one that begins as a name of its user does.</summary>
    public bool IsTaggedForPeople(PersonProfile one, PersonProfile other) => Likeness is AddressLikeness.SameMailbox && One!.Tag != Other!.Tag
        && ((One.Tag.Length > 0 && Other.Tag.Length > 0) || IsName(One.Tag, one) || IsName(Other.Tag, other));

    private static bool IsName(string tag, PersonProfile person) => tag.Length > 0
        && person.Names.Any(name => name.Words.Any(word => word.StartsWith(tag, StringComparison.Ordinal) || tag.StartsWith(word, StringComparison.Ordinal)));

    public static AddressEvidence Between(PersonProfile one, PersonProfile other, MailDomains domains)
    {
        var best = new AddressEvidence(AddressLikeness.None);
        foreach (var reading in one.Addresses)
            foreach (var against in other.Addresses)
                if (Compare(reading, against, domains) is var likeness && WeightOf(likeness) > best.Weight)
                    best = new AddressEvidence(likeness, reading, against);
        return best;
    }

    private static AddressLikeness Compare(AddressReading one, AddressReading other, MailDomains domains)
    {
        var sameDomain = one.Domain == other.Domain;
        var isRepaired = one.Repair is not null || other.Repair is not null;
        if (one.Local == other.Local || IsOneLocalButForDots(one, other, domains))
            return sameDomain ? (one.Domain.Length == 0 ? AddressLikeness.NoDomain : isRepaired ? AddressLikeness.Repaired : AddressLikeness.SameMailbox)
                : AreOneCutShort(one.Domain, other.Domain) ? AddressLikeness.Repaired
                : one.Domain.Length > 0 && other.Domain.Length > 0 && domains.IsSlip(one.Domain, other.Domain) ? AddressLikeness.DomainSlip
                : one.IsGeneral || one.Letters.Length < ShortLocalPart ? AddressLikeness.None
                : one.Domain.Length == 0 || other.Domain.Length == 0 ? AddressLikeness.NoDomain : AddressLikeness.SameLocalPart;
        if (one.IsGeneral || other.IsGeneral)
            return AddressLikeness.None;
        var near = Near(one, other);
        return near == AddressLikeness.None || sameDomain || one.Domain.Length == 0 || other.Domain.Length == 0 || AreOneCutShort(one.Domain, other.Domain) || domains.IsSlip(one.Domain, other.Domain) ? near
            : near is AddressLikeness.Separators or AddressLikeness.LetterSlip ? AddressLikeness.LetterSlipElsewhere : AddressLikeness.None;
    }

    /// <summary>Whether the dots differ at a provider that ignores them, whose name is mistyped in one of the two: <c>vqz.81@gmail.com</c>, <c>vqz81@gmial.com</c>.</summary>
    private static bool IsOneLocalButForDots(AddressReading one, AddressReading other, MailDomains domains) => one.Domain != other.Domain && one.Letters == other.Letters
        && (IdentityWords.Instance.DotsDoNotCount.Contains(one.Domain) || IdentityWords.Instance.DotsDoNotCount.Contains(other.Domain))
        && (AreOneCutShort(one.Domain, other.Domain) || domains.IsSlip(one.Domain, other.Domain))
        && one.Local.Replace(".", "", StringComparison.Ordinal) == other.Local.Replace(".", "", StringComparison.Ordinal);

    private static bool AreOneCutShort(string domain, string other) => IsCutShort(domain, other) || IsCutShort(other, domain);

    /// <summary>Whether a domain is the beginning of the other, or the other without its dots.</summary>
    private static bool IsCutShort(string domain, string whole) => domain.Length >= 3 && domain.Length < whole.Length && !domain.Contains('.')
        && (whole.StartsWith(domain + ".", StringComparison.Ordinal) || whole.Replace(".", "", StringComparison.Ordinal) == domain);

    private static AddressLikeness Near(AddressReading one, AddressReading other)
    {
        var shorter = Math.Min(one.Letters.Length, other.Letters.Length);
        if (Math.Abs(one.Letters.Length - other.Letters.Length) > 2)
            return AddressLikeness.None;
        if (one.Letters == other.Letters)
            return shorter < ShortLocalPart ? AddressLikeness.ShortSlip : AddressLikeness.Separators;
        var distance = Math.Min(Nearness.Distance(one.Local, other.Local, 2), Nearness.Distance(one.Letters, other.Letters, 2));
        if (distance > 2)
            return AddressLikeness.None;
        if (DiffersInDigitsOnly(one.Letters, other.Letters))
            return distance == 1 ? AddressLikeness.DigitSlip : AddressLikeness.None;
        return distance == 1 ? (shorter < ShortLocalPart ? AddressLikeness.ShortSlip : AddressLikeness.LetterSlip)
            : shorter >= LongLocalPart ? AddressLikeness.TwoLetterSlips : AddressLikeness.None;
    }

    private static bool DiffersInDigitsOnly(string one, string other) => one.Where(char.IsLetter).SequenceEqual(other.Where(char.IsLetter));

    private static double WeightOf(AddressLikeness likeness) => likeness switch
    {
        AddressLikeness.SameMailbox => EvidenceWeights.SameMailbox,
        AddressLikeness.Repaired => EvidenceWeights.RepairedAddress,
        AddressLikeness.DomainSlip => EvidenceWeights.DomainSlip,
        AddressLikeness.NoDomain => EvidenceWeights.NoDomain,
        AddressLikeness.Separators => EvidenceWeights.Separators,
        AddressLikeness.LetterSlip => EvidenceWeights.LetterSlip,
        AddressLikeness.TwoLetterSlips => EvidenceWeights.TwoLetterSlips,
        AddressLikeness.SameLocalPart => EvidenceWeights.SameLocalPart,
        AddressLikeness.DigitSlip => EvidenceWeights.DigitSlip,
        AddressLikeness.ShortSlip => EvidenceWeights.ShortSlip,
        AddressLikeness.LetterSlipElsewhere => EvidenceWeights.LetterSlipElsewhere,
        _ => 0,
    };
}
