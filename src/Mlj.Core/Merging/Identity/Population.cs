using System.Text;
using Mlj.Values;

namespace Mlj.Merging.Identity;

/// <summary>What must be known of all participants to weigh a pair of them: how common words, telephones and domains are.</summary>
internal sealed class Population
{
    private readonly TextNumbers _words = new();
    private int[] _wordCounts = new int[32];
    private readonly Dictionary<int, PersonProfile> _profiles = [];
    private readonly Participant[] _people;
    private readonly MailDomains _domains;
    private readonly Blocks _blocks;
    private readonly int _tests;

    public Population(IReadOnlyList<Participant> participants)
    {
        // In the order in which they were read, in which what is known of them lies close together. Nothing depends on it.
        var asRead = AsRead(participants);
        _domains = new MailDomains(asRead);
        _people = WithoutSharedTexts(asRead);
        _tests = participants.Count == 0 ? 0 : participants[0].Placements.TestsSat;

        _blocks = new Blocks(_people.Length);
        // Few people have a candidate, so what is known of all is made again for those rather than kept.
        var names = new NameBlocks(_blocks, this);
        for (var person = 0; person < _people.Length; person++)
        {
            AddAddresses(person);
            AddPhones(person);
            AddNames(person, names);
        }
        Candidates = _blocks.Pairs();
    }

    /// <summary>The pairs to compare, by the numbers of the two.</summary>
    public IReadOnlyList<CandidatePair> Candidates { get; }

    /// <summary>Whether a pair that can be suggested at all could have these tests and telephones; most candidates cannot, and need no closer look.</summary>
    public bool CanBeSuggested(int one, int other)
    {
        const double Most = EvidenceWeights.SameMailbox + EvidenceWeights.SameName;
        const double Inexact = 0.01;
        var (first, second) = (ProfileOf(one), ProfileOf(other));
        var tests = TestEvidence.Between(first, second, _tests);
        return tests.Weight + (tests.Again is null ? 0 : EvidenceWeights.HandedInAgain) + PhoneEvidence.Between(first, second, this).Weight + Most >= EvidenceWeights.Review - Inexact;
    }

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
    private static Participant[] WithoutSharedTexts(Participant[] participants)
    {
        HashSet<string> once = new(StringComparer.Ordinal), shared = new(StringComparer.Ordinal);
        foreach (var participant in participants)
            if (participant is { HasValidAddress: false, Email: { } text } && !once.Add(text))
                shared.Add(text);
        return Array.FindAll(participants, participant => participant.Email is not null && !(shared.Count > 0 && participant.Emails.Any(shared.Contains)));
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
        if (participant is { HasValidAddress: true, HasSeveralEmails: false, Email: { Length: <= AddressReading.Longest } only } && Ascii.IsValid(only) && !AddressReading.IsOfAPage(only))
            _blocks.AddAddress(only, _domains, person);
        else
            foreach (var reading in new PersonProfile(participant, _domains).Addresses)
                _blocks.AddAddress(reading.Parts, person);
    }

    private void AddPhones(int person)
    {
        ref readonly var details = ref _people[person].Details;
        if (details.Phone is not { } phone)
            return;
        if (!details.HasSeveralPhones && !PhoneNumber.HasSeveral(phone))
        {
            if (PhoneNumber.NumberIn(phone) is { } number)
                _blocks.AddPhone(number, person);
            return;
        }
        foreach (var key in new PersonProfile(_people[person], _domains).Phones)
            _blocks.AddPhone(PhoneNumber.NumberOf(key), person);
    }

    private void AddNames(int person, NameBlocks names)
    {
        ref readonly var details = ref _people[person].Details;
        if (details.Name is not { } name)
            return;
        if (!details.HasSeveralNames)
        {
            names.Add(name, person);
            return;
        }
        var spellings = new PersonProfile(_people[person], _domains).Names;
        foreach (var spelling in spellings)
            names.Add(spelling, person);
        foreach (var word in spellings.SelectMany(spelling => spelling.Words).Distinct(StringComparer.Ordinal))
            CountWord(NumberOf(word));
    }

    private int NumberOf(ReadOnlySpan<char> word)
    {
        var number = _words.Add(word);
        if (number == _wordCounts.Length)
            Array.Resize(ref _wordCounts, 2 * number);
        return number;
    }

    private void CountWord(int number) => _wordCounts[number]++;

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
        return one.InCommonWith(other).Aggregate((double)_people.Length, (people, word) => people * (_wordCounts[_words.Find(word)] - 2 + Unseen) / (_people.Length + MoreThanHere));
    }

    /// <summary>Puts people into the blocks of their names and counts the words. A name that others have too is understood once, mostly.</summary>
    private sealed class NameBlocks(Blocks blocks, Population population)
    {
        // By the hash of a name; the last of those that fall together is kept, so that many names cost no memory.
        private readonly KnownName?[] _known = new KnownName?[1 << 13];

        /// <summary>Adds somebody who gave one name.</summary>
        public void Add(string name, int person)
        {
            ref var known = ref _known[name.GetHashCode(StringComparison.Ordinal) & (_known.Length - 1)];
            known ??= new KnownName();
            if (known.Name != name)
                Understand(name, known);
            blocks.Add(known.Blocks.AsSpan(0, known.BlockCount), person);
            for (var word = 0; word < known.WordCount; word++)
                population.CountWord(known.Words[word]);
        }

        /// <summary>Adds one of several names of somebody, without its words.</summary>
        public void Add(NameWords name, int person)
        {
            var found = new ulong[Blocks.MostOfName];
            blocks.Add(found.AsSpan(0, OfWords(name, found)), person);
        }

        private void Understand(string name, KnownName known)
        {
            Span<char> letters = stackalloc char[PersonName.LongestPlain];
            Span<Range> words = stackalloc Range[NameWords.Most];
            Span<ulong> found = stackalloc ulong[Blocks.MostOfName];
            (known.Name, known.BlockCount, known.WordCount) = (name, 0, 0);
            if (PersonName.TryGetWords(name, letters, words, out var count))
            {
                words = words[..NameWords.WithoutTitles(letters, words[..count])];
                if (!words.IsEmpty)
                    known.Take(found[..blocks.OfName(letters, words, found)]);
                foreach (var word in words)
                    known.Take(population.NumberOf(letters[word]));
            }
            else if (NameWords.Of(name) is { } only)
            {
                known.Take(found[..OfWords(only, found)]);
                foreach (var word in only.Words)
                    known.Take(population.NumberOf(word));
            }
        }

        private int OfWords(NameWords name, Span<ulong> found)
        {
            Span<Range> words = stackalloc Range[NameWords.Most];
            var end = 0;
            for (var index = 0; index < name.Words.Length; index++)
                words[index] = end..(end += name.Words[index].Length);
            return blocks.OfName(string.Concat(name.Words), words[..name.Words.Length], found);
        }
    }

    /// <summary>The blocks of a name and the numbers of its words.</summary>
    private sealed class KnownName
    {
        private ulong[] _blocks = new ulong[1];
        private int[] _words = new int[2];

        public string? Name { get; set; }

        public ulong[] Blocks => _blocks;

        public int BlockCount { get; set; }

        public int[] Words => _words;

        public int WordCount { get; set; }

        public void Take(ReadOnlySpan<ulong> blocks)
        {
            if (_blocks.Length < blocks.Length)
                _blocks = new ulong[blocks.Length];
            blocks.CopyTo(_blocks);
            BlockCount = blocks.Length;
        }

        public void Take(int word)
        {
            if (_words.Length == WordCount)
                Array.Resize(ref _words, 2 * WordCount);
            _words[WordCount++] = word;
        }
    }
}
