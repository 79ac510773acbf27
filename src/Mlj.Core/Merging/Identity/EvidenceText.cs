using System.Globalization;

namespace Mlj.Merging.Identity;

/// <summary>Evidence in words, the heaviest first. All wording of suggestions stands here.</summary>
internal static class EvidenceText
{
    private const int DigitsShown = 4;

    public static (IReadOnlyList<string> For, IReadOnlyList<string> Against) Of(PairEvidence pair, Population population)
    {
        Fact[] facts =
        [
            new(pair.Address.Weight, () => Tell(pair.Address, population)),
            new(pair.Phone.Weight, () => Tell(pair.Phone)),
            new(pair.Name.Weight, () => Tell(pair.Name)),
            new(pair.CommonName, () => "the name is a common one here, and apart from the tests nothing else speaks for it"),
            new(pair.TestsWeight, () => Tell(pair.Tests, pair)),
            new(pair.HandedInAgain, () => TellAgain(pair.Tests, pair)),
        ];
        return ([.. facts.Where(fact => fact.Weight > 0).OrderByDescending(fact => fact.Weight).Select(fact => fact.Tell())],
            [.. facts.Where(fact => fact.Weight < 0).OrderBy(fact => fact.Weight).Select(fact => fact.Tell())]);
    }

    /// <summary>What is said against a pair that somebody else fits about as well.</summary>
    public static string Rival(PersonProfile rival, PersonProfile shared) => $"{rival.Email} fits {shared.Email} about as well, and the two look like two people";

    /// <summary>What is said against a pair that would put two people together through others.</summary>
    public static string Chain() => "with the other suggestions it would put people together who cannot be one";

    private static string Tell(AddressEvidence address, Population population)
    {
        if (address is not { One: { } one, Other: { } other })
            return "";
        return address.Likeness switch
        {
            AddressLikeness.SameMailbox => $"both go to the mailbox {one.Mailbox}",
            AddressLikeness.Repaired => Repaired(one, other),
            AddressLikeness.DomainSlip => population.InOrder(DomainOf(one), DomainOf(other)) is var (slip, meant) ? $"domain typo {slip} for {meant}" : "",
            AddressLikeness.NoDomain => one.Local == other.Local ? $"an address without its domain, the same before the at sign: {one.Local}" : "an address without its domain, nearly the same before the at sign",
            AddressLikeness.Separators => $"addresses differ only in a dot or dash: {one.Local}, {other.Local}",
            AddressLikeness.LetterSlip => $"addresses differ in {Told(address)}: {one.Local}, {other.Local}",
            AddressLikeness.TwoLetterSlips => $"addresses differ in two letters: {one.Local}, {other.Local}",
            AddressLikeness.SameLocalPart => $"the same before the at sign: {one.Local}",
            AddressLikeness.DigitSlip => $"addresses differ in {Told(address)}: {one.Local}, {other.Local}",
            AddressLikeness.ShortSlip => $"short addresses differ in {Told(address)}: {one.Local}, {other.Local}",
            _ => $"nearly the same before the at sign: {one.Local}, {other.Local}",
        };
    }

    private static string Told(AddressEvidence address) => address.Slip?.Told ?? (address.One!.Letters == address.Other!.Letters ? "a dot or dash" : "one letter");

    private static string Repaired(AddressReading one, AddressReading other)
    {
        var (broken, sound) = one.Repair is not null ? (one, other) : (other, one);
        return $"{broken.Repair}: repaired it is {sound.Typed}";
    }

    private static string DomainOf(AddressReading reading) => reading.Typed[(reading.Typed.LastIndexOf('@') + 1)..];

    private static string Tell(PhoneEvidence phone) => phone.Likeness switch
    {
        PhoneLikeness.Same => phone.Sharers > 2 ? Invariant($"same phone, ending {End(phone.One)}, which {phone.Sharers} addresses share") : $"same phone, ending {End(phone.One)}",
        PhoneLikeness.Near => $"phones differ in {Slip.Between(phone.One, phone.Other)?.Told ?? "one digit"}: ending {End(phone.One)} and {End(phone.Other)}",
        _ => $"different phones, ending {End(phone.One)} and {End(phone.Other)}",
    };

    private static string End(string phone) => phone.Length > DigitsShown ? phone[^DigitsShown..] : phone;

    private static string Tell(NameEvidence name)
    {
        if (name is not { One.Shown: { } one, Other.Shown: { } other })
            return "";
        var names = one == other ? $"'{one}'" : $"'{one}' and '{other}'";
        return name.Likeness switch
        {
            NameLikeness.Same => $"same name: {names}",
            NameLikeness.Abbreviated => $"same name, in part as an initial: {names}",
            NameLikeness.Reordered => $"same words of a name in another order: {names}",
            NameLikeness.Fuller => $"same name but for a word more: {names}",
            NameLikeness.Generation => $"same name but for what tells generations apart: {names}",
            NameLikeness.WithoutFirst => $"names agree but for the first word of one: {names}",
            NameLikeness.Initials => $"names agree by an initial: {names}",
            NameLikeness.Near => $"names are nearly the same: {names}",
            NameLikeness.OneWord => $"one name agrees and only one is given: {names}",
            NameLikeness.PartOnly => $"names agree only in part: {names}",
            _ => $"names have nothing in common: {names}",
        };
    }

    private static string Tell(TestEvidence tests, PairEvidence pair)
    {
        if (tests.Common > 0)
        {
            var common = TestEvidence.Shared(pair.One.Sittings, pair.Other.Sittings).Where(both => !both.One.IsCopyOf(both.Other)).Select(both => both.One.Test).ToList();
            return tests.Gap is { } gap ? $"both sat {Tests(common)}, {(common.Count > 1 ? "once " : "")}{Tell(gap)} apart" : $"both sat {Tests(common)}";
        }
        var (one, other) = (pair.One.Sittings.Select(sitting => sitting.Test).ToList(), pair.Other.Sittings.Select(sitting => sitting.Test).ToList());
        return one[0] <= other[0] ? $"sat complementary tests {Numbers(one)} and {Numbers(other)}" : $"sat complementary tests {Numbers(other)} and {Numbers(one)}";
    }

    private static string TellAgain(TestEvidence tests, PairEvidence pair)
    {
        var (one, other) = TestEvidence.Shared(pair.One.Sittings, pair.Other.Sittings).Where(both => both.One.Test == tests.Again)
            .Select(both => both.One.AgainIn(both.Other)).OfType<(string, string)>().First();
        return Invariant($"test {tests.Again} was handed in again soon after with {(one == other ? $"the same score, {one}" : $"nearly the same score, {one} and {other}")}");
    }

    private static string Tests(List<int> numbers) => $"{(numbers.Count == 1 ? "test" : "tests")} {Numbers(numbers)}";

    /// <summary>Numbers in rising order with ranges: <c>1–3, 5</c>.</summary>
    private static string Numbers(List<int> numbers)
    {
        var ranges = new List<string>();
        for (var start = 0; start < numbers.Count;)
        {
            var end = start;
            while (end + 1 < numbers.Count && numbers[end + 1] == numbers[end] + 1)
                end++;
            ranges.Add(start == end ? Invariant($"{numbers[start]}") : Invariant($"{numbers[start]}–{numbers[end]}"));
            start = end + 1;
        }
        return string.Join(", ", ranges);
    }

    private static string Tell(TimeSpan gap) => gap switch
    {
        { TotalMinutes: < 1 } => "less than a minute",
        { TotalMinutes: < 90 } => Count((int)gap.TotalMinutes, "minute"),
        { TotalHours: < 36 } => Count((int)(gap.TotalHours + 0.5), "hour"),
        _ => Count((int)(gap.TotalDays + 0.5), "day"),
    };

    private static string Count(int count, string noun) => Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A piece of evidence and how to say it.</summary>
    private sealed record Fact(double Weight, Func<string> Tell);
}
