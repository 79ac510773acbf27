namespace Mlj.Merging.Identity;

/// <summary>What must be known of all participants to weigh a pair of them: how common words, telephones and domains are.</summary>
internal sealed class Population
{
    private readonly Dictionary<string, int> _phones = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly MailDomains _domains;
    private readonly int _tests;

    public Population(IReadOnlyList<Participant> participants)
    {
        _domains = new MailDomains(participants);
        // An address that several participants share names nobody: a decision about it would join them all.
        var shared = participants.Where(participant => participant.Email is not null).CountBy(participant => participant.Email!, StringComparer.Ordinal)
            .Where(each => each.Value > 1).Select(each => each.Key).ToHashSet(StringComparer.Ordinal);
        // In an order of their own, whatever the order of the files: of a pair, the address to keep comes first.
        Profiles = [.. participants.Where(participant => participant.Email is not null && !participant.Emails.Any(shared.Contains))
            .Select(participant => PersonProfile.Of(participant, _domains))
            .OrderByDescending(profile => profile.HasValidAddress).ThenByDescending(profile => profile.Sittings.Length).ThenBy(profile => profile.Email, StringComparer.Ordinal)];
        var tests = new HashSet<int>();
        foreach (var profile in Profiles)
        {
            foreach (var phone in profile.Phones)
                _phones[phone] = _phones.GetValueOrDefault(phone) + 1;
            foreach (var word in profile.Names.SelectMany(name => name.Words).Distinct(StringComparer.Ordinal))
                _words[word] = _words.GetValueOrDefault(word) + 1;
            foreach (var sitting in profile.Sittings)
                tests.Add(sitting.Test);
        }
        _tests = tests.Count;
    }

    /// <summary>Those who can be suggested: everybody with an address of their own.</summary>
    public IReadOnlyList<PersonProfile> Profiles { get; }

    public PairEvidence Compare(PersonProfile one, PersonProfile other)
    {
        var address = AddressEvidence.Between(one, other, _domains);
        var phone = PhoneEvidence.Between(one, other, _phones);
        var name = NameEvidence.Between(one, other);
        var isNameAlone = address.Likeness == AddressLikeness.None && phone.Likeness is PhoneLikeness.Unknown or PhoneLikeness.Other && name.Weight > 0;
        return new PairEvidence(one, other, address, phone, name, TestEvidence.Between(one, other, _tests))
        {
            Namesakes = isNameAlone ? Namesakes(name.One!, name.Other!) : 0,
        };
    }

    /// <summary>The mistyped one of two domains, then the other.</summary>
    public (string Slip, string Meant) InOrder(string domain, string other) => _domains.IsTheSlip(domain, other) ? (domain, other) : (other, domain);

    /// <summary>
    /// How many other people would have all the words that two names have in common if words met by chance. The two themselves are left out
    /// of the counts; a word that nobody else has counts for half a person among a few more than are here.
    /// </summary>
    private double Namesakes(NameWords one, NameWords other)
    {
        const double Unseen = 0.5;
        const int MoreThanHere = 20;
        return one.InCommonWith(other).Aggregate((double)Profiles.Count, (people, word) => people * (_words[word] - 2 + Unseen) / (Profiles.Count + MoreThanHere));
    }
}
