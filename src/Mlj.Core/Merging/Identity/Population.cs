using System.Runtime.InteropServices;
using System.Text;
using Mlj.Values;

namespace Mlj.Merging.Identity;

/// <summary>What must be known of all participants to weigh a pair of them: how common words, telephones and domains are.</summary>
internal sealed class Population
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _wordsBySpan;
    private readonly Dictionary<int, PersonProfile> _profiles = [];
    private readonly List<Participant> _people;
    private readonly MailDomains _domains;
    private readonly Blocks _blocks;
    private readonly int _tests;

    public Population(IReadOnlyList<Participant> participants)
    {
        _wordsBySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        var shared = SharedTexts(participants);
        // In the order in which they were read, in which what is known of them lies close together. Nothing depends on it.
        var asRead = AsRead(participants);
        _domains = new MailDomains(asRead);
        _people = [.. asRead.Where(participant => participant.Email is not null && !(shared.Count > 0 && participant.Emails.Any(shared.Contains)))];
        _tests = participants.Count == 0 ? 0 : participants[0].Placements.TestsSat;

        _blocks = new Blocks(_people.Count);
        // Few people have a candidate, so what is known of all is made again for those rather than kept.
        for (var person = 0; person < _people.Count; person++)
        {
            AddAddresses(person);
            AddNamesAndPhones(person);
        }
        Candidates = _blocks.Pairs();
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
        var phone = PhoneEvidence.Between(one, other, this);
        var name = NameEvidence.Between(one, other);
        var isNameAlone = address.Likeness == AddressLikeness.None && phone.Likeness is PhoneLikeness.Unknown or PhoneLikeness.Other && name.Weight > 0;
        return new PairEvidence(one, other, address, phone, name, TestEvidence.Between(one, other, _tests))
        {
            Namesakes = isNameAlone ? Namesakes(name.One!, name.Other!) : 0,
        };
    }

    /// <summary>How many addresses gave a telephone that more than one gave.</summary>
    public int SharersOf(string phone) => _blocks.SharersOf(PhoneNumber.NumberOf(phone));

    // What is no address can be given by several participants and then names nobody: a decision about it would join them all.
    private static HashSet<string> SharedTexts(IReadOnlyList<Participant> participants)
    {
        HashSet<string> once = new(StringComparer.Ordinal), shared = new(StringComparer.Ordinal);
        foreach (var participant in participants)
            if (participant is { HasValidAddress: false, Email: { } text } && !once.Add(text))
                shared.Add(text);
        return shared;
    }

    // The participants of a merge have the numbers from 0, each once.
    private static Participant[] AsRead(IReadOnlyList<Participant> participants)
    {
        var asRead = new Participant[participants.Count];
        foreach (var participant in participants)
            asRead[participant.Person] = participant;
        return asRead;
    }

    private void AddAddresses(int person)
    {
        var participant = _people[person];
        // Nearly everybody has one address, which can be read in one way only.
        if (participant is { HasValidAddress: true, Emails: [{ Length: <= AddressReading.Longest } only] } && Ascii.IsValid(only))
            _blocks.AddAddress(only, person);
        else
            foreach (var reading in new PersonProfile(participant, _domains).Addresses)
                _blocks.AddAddress(reading.Parts, person);
    }

    private void AddNamesAndPhones(int person)
    {
        // Nearly everybody gives one name and one telephone in all tests.
        string? name = null, phone = null;
        var isOnce = true;
        foreach (var number in _people[person].Rows)
        {
            ref readonly var row = ref _people[person].Placements.Row(number, out _);
            isOnce &= IsSame(ref name, row.Name) & IsSame(ref phone, row.Phone);
        }
        if (!isOnce)
        {
            var profile = new PersonProfile(_people[person], _domains);
            AddPhones(profile.Phones, person);
            foreach (var spelling in profile.Names)
                AddName(spelling, person);
            foreach (var word in profile.Names.SelectMany(spelling => spelling.Words).Distinct(StringComparer.Ordinal))
                CountWord(word);
            return;
        }
        if (phone is not null && PhoneNumber.HasSeveral(phone))
            AddPhones(PhoneNumber.KeysOf(phone), person);
        else if (phone is not null && PhoneNumber.NumberIn(phone) is { } number)
            _blocks.AddPhone(number, person);
        if (name is not null)
            AddOnlyName(name, person);
    }

    private void AddOnlyName(string name, int person)
    {
        Span<char> letters = stackalloc char[PersonName.LongestPlain];
        Span<Range> words = stackalloc Range[NameWords.Most];
        if (PersonName.TryGetWords(name, letters, words, out var count))
        {
            words = words[..NameWords.WithoutTitles(letters, words[..count])];
            if (!words.IsEmpty)
                _blocks.AddName(letters, words, person);
            foreach (var word in words)
                CountWord(letters[word]);
        }
        else if (NameWords.Of(name) is { } only)
        {
            AddName(only, person);
            foreach (var word in only.Words)
                CountWord(word);
        }
    }

    private void AddName(NameWords name, int person)
    {
        Span<Range> words = stackalloc Range[NameWords.Most];
        var letters = string.Concat(name.Words);
        var end = 0;
        for (var index = 0; index < name.Words.Length; index++)
            words[index] = end..(end += name.Words[index].Length);
        _blocks.AddName(letters, words[..name.Words.Length], person);
    }

    private void AddPhones(string[] phones, int person)
    {
        foreach (var phone in phones)
            _blocks.AddPhone(PhoneNumber.NumberOf(phone), person);
    }

    private void CountWord(ReadOnlySpan<char> word) => CollectionsMarshal.GetValueRefOrAddDefault(_wordsBySpan, word, out _)++;

    private static bool IsSame(ref string? known, string? given) => given is null || given == (known ??= given);

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
