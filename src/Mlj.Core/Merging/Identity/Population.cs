namespace Mlj.Merging.Identity;

/// <summary>What must be known of all participants to weigh a pair of them: how common words, telephones and domains are.</summary>
internal sealed class Population
{
    private readonly Dictionary<string, int> _phones = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<int, PersonProfile> _profiles = [];
    private readonly List<Participant> _people;
    private readonly MailDomains _domains;
    private readonly int _tests;

    public Population(IReadOnlyList<Participant> participants)
    {
        _domains = new MailDomains(participants);
        // What is no address can be given by several participants and then names nobody: a decision about it would join them all.
        var shared = participants.Where(participant => participant.Email is not null && !participant.HasValidAddress).CountBy(participant => participant.Email!, StringComparer.Ordinal)
            .Where(each => each.Value > 1).Select(each => each.Key).ToHashSet(StringComparer.Ordinal);
        // In the order in which they were read, in which what is known of them lies close together. Nothing depends on it.
        _people = [.. participants.Where(participant => participant.Email is not null && !(shared.Count > 0 && participant.Emails.Any(shared.Contains))).OrderBy(participant => participant.Person)];
        _tests = participants.Count == 0 ? 0 : participants[0].Placements.TestsSat;

        var blocks = new Blocks(_people.Count);
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var person = 0; person < _people.Count; person++)
        {
            // Few people have a candidate, so their profiles are made again rather than all kept.
            var profile = new PersonProfile(_people[person], _domains);
            blocks.Add(profile, person);
            foreach (var phone in profile.Phones)
                _phones[phone] = _phones.GetValueOrDefault(phone) + 1;
            words.Clear();
            foreach (var name in profile.Names)
                foreach (var word in name.Words)
                    if (words.Add(word))
                        _words[word] = _words.GetValueOrDefault(word) + 1;
        }
        Candidates = blocks.Pairs();
    }

    /// <summary>The pairs to compare, by the numbers of the two.</summary>
    public IReadOnlyList<(int One, int Other)> Candidates { get; }

    /// <summary>Weighs a pair; of the two addresses the one to keep comes first.</summary>
    public PairEvidence Compare(int one, int other)
    {
        var (first, second) = (ProfileOf(one), ProfileOf(other));
        return ComesFirst(first, second) ? Compare(first, second) : Compare(second, first);
    }

    /// <summary>Weighs a pair.</summary>
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

    private PersonProfile ProfileOf(int person)
    {
        if (!_profiles.TryGetValue(person, out var profile))
            _profiles[person] = profile = new PersonProfile(_people[person], _domains);
        return profile;
    }

    private static bool ComesFirst(PersonProfile one, PersonProfile other) =>
        one.HasValidAddress != other.HasValidAddress ? one.HasValidAddress
        : one.Sittings.Length != other.Sittings.Length ? one.Sittings.Length > other.Sittings.Length
        : string.CompareOrdinal(one.Email, other.Email) < 0;

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
        return one.InCommonWith(other).Aggregate((double)_people.Count, (people, word) => people * (_words[word] - 2 + Unseen) / (_people.Count + MoreThanHere));
    }
}
