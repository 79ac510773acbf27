using Mlj.Merging;

namespace Mlj.Tests.Merging.Identity;

public class SuggestionFinderTests
{
    private const string Phone = "0199 345 6781";
    private const string OtherPhone = "0199 870 2214";

    [Fact]
    public void Find_NobodyTwice_SuggestsNothing() => Assert.Empty(Suggest(
        Person("Ada Quill", "ada.quill@example.org", [1, 2, 3, 4, 5], Phone),
        Person("Ben Torvald", "torvald@example.org", [1, 2, 3], OtherPhone)));

    [Fact]
    public void Find_ADomainTypoWithComplementaryTests_IsSureAndSaysWhy()
    {
        var only = Assert.Single(Suggest(
            Person("Ada Quill", "vqzr71xkad@gmail.com", [1, 2, 3], Phone),
            Person("Ada Quill", "vqzr71xkad@gmail.con", [4, 5], "+99 199 3456781")));
        Assert.Equal(SuggestionBand.Sure, only.Band);
        Assert.Equal(["domain typo gmail.con for gmail.com", "same phone, ending 6781", "same name: 'Ada Quill'", "sat complementary tests 1–3 and 4–5"], only.Evidence);
        Assert.Empty(only.Against);
        Assert.Equal(new SamePerson(only.Email, only.OtherEmail), only.Accept());
        Assert.Equal(new DifferentPeople(only.Email, only.OtherEmail), only.Reject());
    }

    [Theory]
    [InlineData("student001@example.org", "student010@example.org")]
    [InlineData("student07@example.org", "student08@example.org")]
    [InlineData("s1a@example.org", "s1b@example.org")]
    [InlineData("group1a@example.org", "group1b@example.org")]
    [InlineData("ltran@example.org", "qtran@example.org")]
    [InlineData("student135@example.org", "student165@example.org", "Anitha")]
    [InlineData("student295@example.org", "student296@example.org", "S. Anitha")]
    public void Find_AddressesInARowAndNothingElse_SuggestsNothing(string one, string other, string? name = null) =>
        Assert.Empty(Suggest(Person(name, one, [1, 2, 3]), Person(name, other, [4, 5])));

    [Fact]
    public void Find_OneFamilyNameAndInitialsInTheAddresses_SuggestsNothing() => Assert.Empty(Suggest(
        Person("Anna Zhukov", "zhukov.a@example.org", [1, 2], Phone), Person("Maria Zhukov", "zhukov.m@example.org", [4], OtherPhone)));

    [Theory]
    [InlineData("ada.quill@example.org", "ada.qiull@example.org", "addresses differ in two swapped letters: ada.quill, ada.qiull")]
    [InlineData("ada.quill@example.org", "ada.qill@example.org", "addresses differ in one letter: ada.quill, ada.qill")]
    [InlineData("ada.quill@example.org", "ada_quill@example.org", "addresses differ only in a dot or dash: ada.quill, ada_quill")]
    [InlineData("ada.quill@example.org", "ada.quill@exmaple.org", "domain typo exmaple.org for example.org")]
    [InlineData("vq.zr71xk@gmail.com", "vq.zr71xk@gmial.com", "domain typo gmial.com for gmail.com")]
    [InlineData("vq.zr71xk@gmail.com", "vqzr71xk@gmail", "a domain without its end: repaired it is vq.zr71xk@gmail.com")]
    [InlineData("ada.quill@example.org", "ada.quill+tests@example.org", "both go to the mailbox ada.quill@example.org")]
    [InlineData("vq.zr71xk@gmail.com", "vqzr71xk@googlemail.com", "both go to the mailbox vqzr71xk@gmail.com")]
    [InlineData("ada.quill@example.org", "ada.quill@@example.org", "two at signs: repaired it is ada.quill@example.org")]
    [InlineData("ada.quill@example.org", "ada.quillexample.org", "no at sign: repaired it is ada.quill@example.org")]
    [InlineData("ada.quill@example.org", "ada.quill", "an address without its domain, the same before the at sign: ada.quill")]
    [InlineData("ada.quill@example.org", "ada.qu1ll@example.org", "addresses differ in one character: ada.quill, ada.qu1ll")]
    [InlineData("ada.quill@example.org", "ada.quill@example", "a domain without its end: repaired it is ada.quill@example.org")]
    [InlineData("ada.quill@example.org", "ada.quill@example.org (my own)", "other words beside it: repaired it is ada.quill@example.org")]
    [InlineData("ada.quill@example.org", "ada.quill@example.org, ada@mailbox.example", "other words beside it: repaired it is ada.quill@example.org")]
    [InlineData("ada.quill@example.org", "ada.quill@example.org,", "a comma beside it: repaired it is ada.quill@example.org")]
    [InlineData("ada.quill@example.org", "www.ada.quill@example.org", "'www.' before it: repaired it is ada.quill@example.org")]
    [InlineData("ada.quill@example.org", "фвфюйгшдд@example.org", "typed with the keyboard in another alphabet: repaired it is ada.quill@example.org")]
    [InlineData("ada.quill@example.org", "ada.quill@", "an address without its domain, the same before the at sign: ada.quill")]
    [InlineData("ada.quill@example.org", "ada.qill@example", "addresses differ in one letter: ada.quill, ada.qill")]
    [InlineData("ada.quill@example.org", "аda.quill@example.org", "letters that only look like those of an address: repaired it is ada.quill@example.org")]
    [InlineData("ada.quill@example.org", "ada.quill(at)example(dot)org", "an at sign in words: repaired it is ada.quill@example.org")]
    public void Find_AnAddressMistyped_IsSureWithoutTelephones(string address, string mistyped, string evidence)
    {
        var only = Assert.Single(Suggest(Person("Ada Quill", address, [1, 2, 4, 5]), Person("Ada Quill", mistyped, [3])));
        Assert.Equal(SuggestionBand.Sure, only.Band);
        Assert.Contains(only.Evidence, each => Sorted(each) == Sorted(evidence));

        // Which address of a pair is named first is not what this is about.
        static string Sorted(string text) => string.Join(' ', text.Split(' ', ',').Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("ｅｎ.ｑ@example.org")] // Full-width letters are the same address after NFKC: one participant.
    [InlineData("mailto:en.q@example.org")]
    [InlineData("En Q <en.q@example.org>")]
    public void Merge_OtherWritingsOfOneAddress_AreOneParticipantAndNoSuggestion(string written)
    {
        var merged = Merge(Person("Enid Quarmby", "en.q@example.org", [1]), Person("Enid Quarmby", written, [2]));
        Assert.Single(merged.Participants, each => each.Name == "Enid Quarmby");
        Assert.Empty(merged.Suggestions);
    }

    [Fact]
    public void Find_AnotherAddressWithTheSameNameAndTelephone_IsSure() => Assert.Equal(SuggestionBand.Sure, Assert.Single(Suggest(
        Person("Ada Joy Quill", "ada.quill@example.org", [1, 3, 4], Phone), Person("QUILL, Ada Joy", "sunflower88@mailbox.example", [2, 5], Phone))).Band);

    [Fact]
    public void Find_AnotherAddressWithTheSameNameOnly_IsForReview()
    {
        var only = Assert.Single(Suggest(Person("Ada Quill", "ada.quill@example.org", [1, 3, 4]), Person("Quill Ada", "sunflower88@mailbox.example", [2, 5])));
        Assert.Equal(SuggestionBand.Review, only.Band);
    }

    [Fact]
    public void Find_ANameThatSomebodyWritesInBothOrders_IsTheSameInEither() => Assert.Contains("same name: 'Quill Ada'", Assert.Single(TestDraft.Merge(
        new TestDraft(1).Row("Ada Quill", "ada.quill@example.org", 50, phone: Phone), new TestDraft(2).Row("Quill Ada", "ada.quill@example.org", 60, phone: Phone),
        new TestDraft(3).Row("Quill Ada", "sunflower88@mailbox.example", 70, phone: Phone)).Suggestions).Evidence);

    [Fact]
    public void Find_AChineseName_IsAWholeName() => Assert.Single(Suggest(
        Person("李小龙", "dragon@example.org", [1, 3, 4]), Person("李小龙", "sunflower88@mailbox.example", [2, 5])));

    [Fact]
    public void Find_ANameInTwoScriptsWithOneTelephone_IsForReview() => Assert.Equal(SuggestionBand.Review, Assert.Single(Suggest(
        Person("Xiaoming Ma", "ma@example.org", [1, 3, 4], Phone), Person("马小明", "sunflower88@mailbox.example", [2, 5], Phone))).Band);

    [Fact]
    public void Find_ATelephoneAndNothingElse_SuggestsNothing() => Assert.Empty(Suggest(
        Person("Ada Quill", "ada.quill@example.org", [1, 3, 4], Phone), Person("Ben Torvald", "torvald@example.org", [2, 5], Phone)));

    [Fact]
    public void Find_TwoWhoShareATelephoneAndSatTheSameTests_AreTwoPeople() => Assert.Empty(Suggest(
        Person("Ada Quill", "ada.quill@example.org", [1, 2, 3, 4, 5], Phone), Person("Ada Quill", "sunflower88@mailbox.example", [1, 2, 3, 4, 5], Phone, minutes: 4)));

    [Fact]
    public void Find_SiblingsWithOneTelephone_AreNeverSure()
    {
        Assert.Empty(Suggest(Person("Taiwo Ashgrove", "taiwo.ashgrove@example.org", [1, 2, 3, 4], Phone), Person("Kehinde Ashgrove", "kehinde.ashgrove@example.org", [1, 2, 3, 5], Phone)));
        var complementary = Suggest(Person("Taiwo Ashgrove", "taiwo.ashgrove@example.org", [1, 2, 3], Phone), Person("Kehinde Ashgrove", "kehinde.ashgrove@example.org", [4, 5], Phone));
        Assert.All(complementary, each => Assert.Equal(SuggestionBand.Review, each.Band));
        Assert.All(complementary, each => Assert.Contains("names agree only in part: 'Taiwo Ashgrove' and 'Kehinde Ashgrove'", each.Against));
    }

    [Theory]
    [InlineData("Hassan Noor", "Hassana Noor")]
    [InlineData("Hassan Noor", "H. Noor")]
    [InlineData("Hassan Noor", "Ali Hassan Noor")]
    [InlineData("Hassan Noor", "Noor")]
    [InlineData("Hassan Noor", null)]
    public void Find_ATelephoneAndHalfAName_IsNotSure(string name, string? other) => Assert.All(
        Suggest(Person(name, "hassan.noor@example.org", [1, 2, 3], Phone), Person(other, "sunflower88@mailbox.example", [4, 5, 6], Phone)),
        each => Assert.Equal(SuggestionBand.Review, each.Band));

    [Fact]
    public void Find_NamesakesWithNumberedAddresses_AreNotSure() => Assert.All(
        Suggest(Person("Ada Quill", "adaquill1@school.example", [1, 2, 3]), Person("Ada Quill", "adaquill2@school.example", [4, 5])),
        each => Assert.Equal(SuggestionBand.Review, each.Band));

    [Fact]
    public void Find_AddressesOneLetterApartOfTwoPeople_AreNotSure() => Assert.All(
        Suggest(Person("Ada Quill", "a.quill@example.org", [1, 2, 3]), Person("Ben Quill", "b.quill@example.org", [4, 5])),
        each => Assert.Equal(SuggestionBand.Review, each.Band));

    [Fact]
    public void Find_TwoProvidersThatAreNearlyTheSame_AreNoTypo() => Assert.DoesNotContain(
        Suggest(Person("Ada Quill", "vqzr71xkad@gmail.com", [1, 2, 3]), Person("Ada Quill", "vqzr71xkad@ymail.com", [4, 5])),
        each => each.Band == SuggestionBand.Sure || each.Evidence.Any(text => text.StartsWith("domain typo", StringComparison.Ordinal)));

    [Theory]
    [InlineData(13 * 60, "both sat test 2, 13 hours apart")]
    [InlineData(4, "both sat test 2, 4 minutes apart")]
    public void Find_ARetakeUnderAMistypedAddress_IsSureWithOneNameAndTelephoneElseForReview(int minutes, string told)
    {
        var sure = Assert.Single(Suggest(Person("Ada Quill", "ada.quill@example.org", [1, 2, 3, 4], Phone), Person("Ada Quill", "ada.quill@@example.org", [2], Phone, minutes)));
        Assert.Equal((SuggestionBand.Sure, told), (sure.Band, Assert.Single(sure.Against)));
        foreach (var (name, phone) in new[] { ("Ada Quill", null), ("Ada Qill", Phone), ("A. Quill", Phone) })
            Assert.Equal(SuggestionBand.Review, Assert.Single(Suggest(Person("Ada Quill", "ada.quill@example.org", [1, 2, 3, 4], Phone), Person(name, "ada.quill@@example.org", [2], phone, minutes))).Band);
    }

    [Theory]
    [InlineData("ada.quill@example.org", "ada.qiull@example.org")]
    [InlineData("ada.quill@example.org", "ada.quil@example.org")]
    [InlineData("adaquill1998@example.org", "adaquill1989@example.org")]
    [InlineData("ada.quill@example.org", "ada.quill@exmaple.org")]
    public void Find_TheSameTestAgainWithASlipInTheAddress_IsShownAndNotSure(string address, string mistyped)
    {
        var only = Assert.Single(Suggest(Person("Ada Quill", address, [1, 2, 3, 4]), Person("Ada Quill", mistyped, [2], minutes: 4)));
        Assert.Equal(SuggestionBand.Review, only.Band);
        Assert.Contains("test 2 was handed in again soon after with the same score, 50", only.Evidence);
        Assert.Equal(["both sat test 2, 4 minutes apart"], only.Against);
    }

    [Theory]
    [InlineData("vqz81xk@gmail.com", "vqz81xk@gmial.com")]
    [InlineData("ada.quill@example.org", "ada.quill@example")]
    [InlineData("ada.quill@example.org", "ada.quill+test@example.org")]
    public void Find_TheSameTestAgainWithoutNames_IsShown(string address, string mistyped) =>
        Assert.Equal(SuggestionBand.Review, Assert.Single(Suggest(Person(null, address, [1, 2, 3, 4]), Person(null, mistyped, [2], minutes: 4))).Band);

    [Fact]
    public void Find_AnotherAddressInTheSameTestWithOneNameAndTelephone_IsShown() => Assert.Equal(SuggestionBand.Review, Assert.Single(
        Suggest(Person("Ada Quill", "ada.quill@example.org", [1, 2, 3, 4], Phone), Person("Ada Quill", "sunflower88@mailbox.example", [2], Phone, minutes: 4))).Band);

    [Theory]
    [InlineData("Ada Quill", "adaquill1@example.org", "Ada Quill", "adaquill2@example.org", null)]
    [InlineData("Ada Quill", "ada.quill@example.org", "Ada Quill", "ada.quill@mailbox.example", null)]
    [InlineData("Ada Quill", "ada.quill@example.org", "Ida Quill", "ida.quill@example.org", null)]
    [InlineData("Luke Quill", "luke.quill@example.org", "Rose Quill", "rose.quill@example.org", Phone)]
    [InlineData("Luke Quill", "luke.quill@example.org", "Luca Quill", "luca.quill@example.org", null)]
    public void Find_NamesakesAndSiblingsWhoSatOneTestTogether_SuggestsNothing(string name, string address, string otherName, string other, string? phone) =>
        Assert.Empty(Suggest(Person(name, address, [1, 2, 3], phone), Person(otherName, other, [2], phone, minutes: 4)));

    [Theory]
    [InlineData("0199 345 6781", "0199 345 7681", "phones differ in two swapped digits: ending 6781 and 7681")]
    [InlineData("0199 345 6781", "0199 345 6784", "phones differ in one digit: ending 6781 and 6784")]
    public void Find_NearTelephones_SaysHow(string phone, string other, string told) => Assert.Contains(told, Assert.Single(
        Suggest(Person("Ada Quill", "ada.quill@example.org", [1, 2, 3], phone), Person("Ada Quill", "ada.quil@example.org", [4], other))).Evidence);

    [Fact]
    public void Find_OneSubmissionExportedTwice_IsNotAgainstThePair()
    {
        var only = Assert.Single(Suggest(Person("Ada Quill", "ada.quill@example.org", [1, 2], Phone), Person("Ada Quill", "ada.quil@example.org", [2], Phone)));
        Assert.Empty(only.Against);

        // Two people can well hand in within one minute with one score.
        var toTheMinute = Assert.Single(Suggest(Person("Ada Quill", "ada.quill@example.org", [1, 2], Phone) with { Second = 0 }, Person("Ada Quill", "ada.quil@example.org", [2], Phone) with { Second = 0 }));
        Assert.Equal(["both sat test 2, less than a minute apart"], toTheMinute.Against);
    }

    [Fact]
    public void Find_LinesOfARosterWithoutAScore_AreNoSittings()
    {
        var only = Assert.Single(TestDraft.Merge(
            new TestDraft(1).Row("Ada Quill", "ada.quill@example.org", 60).Row("Ada Quill", "ada.quill@exmaple.org", null),
            new TestDraft(2).Row("Ada Quill", "ada.quill@example.org", null).Row("Ada Quill", "ada.quill@exmaple.org", 70)).Suggestions);
        Assert.Equal(SuggestionBand.Sure, only.Band);
        Assert.Contains("sat complementary tests 1 and 2", only.Evidence);
    }

    [Fact]
    public void Find_ThreeAddressesOfOnePerson_AreAllSure()
    {
        var found = Suggest(Person("Ada Quill", "ada.quill@example.org", [1, 2], Phone), Person("Ada Quill", "ada.qill@example.org", [3, 4], Phone), Person("Ada Quill", "ada.quill@@example.org", [5], Phone));
        Assert.Equal(3, found.Count);
        Assert.All(found, each => Assert.Equal(SuggestionBand.Sure, each.Band));
    }

    [Fact]
    public void Find_OneAddressThatFitsTwoPeople_IsLeftToAPerson()
    {
        // The one in the middle may be either of two who sat test 1 side by side.
        var found = Suggest(
            Person("Ada Quill", "adaqill@example.org", [1, 2]), Person("Ada Quill", "adaquill@example.org", [3, 4]), Person("Ada Quill", "adaquil@example.org", [1, 5], minutes: 7));
        Assert.Equal(2, found.Count);
        Assert.All(found, each => Assert.Equal(SuggestionBand.Review, each.Band));
        Assert.Contains(found.SelectMany(each => each.Against), text => text.EndsWith("about as well, and the two look like two people", StringComparison.Ordinal));
    }

    [Fact]
    public void Find_AChainThatEndsInTwoPeople_IsNotSureThroughout()
    {
        // Each step alone is sure; the ends sat the same test.
        var people = new[]
        {
            Person("Ada Quill", "ada.quill@example.org", [1, 6], Phone), Person("Ada Quill", "ada.quil@example.org", [2], Phone),
            Person("Ada Quill", "ada.qul@example.org", [3], Phone), Person("Ada Quill", "ada.ql@example.org", [1], Phone, minutes: 9),
        };
        var sure = Suggest(people).Where(each => each.Band == SuggestionBand.Sure).Select(each => each.Accept()).ToList();
        Assert.DoesNotContain(Merge(new MergeOptions { SamePeople = sure }, people).Participants, each => each.Emails.Contains("ada.quill@example.org") && each.Emails.Contains("ada.ql@example.org"));
    }

    [Fact]
    public void Find_WordsThatTwoPeopleTypedForAnAddress_AreSuggestedForNeither()
    {
        var merged = Merge(Person("Ada Quill", "will send later", [1], Phone), Person("Ben Torvald", "will send later", [1], OtherPhone), Person("Ada Quill", "ada@example.org", [2], Phone));
        Assert.Equal(2, merged.Participants.Count(each => each.Email == "will send later"));
        Assert.Empty(merged.Suggestions);
    }

    [Fact]
    public void Find_SomebodyWithoutAnAddress_IsLeftOut() => Assert.Empty(Suggest(
        Person("Ada Quill", null, [1, 2], Phone), Person("Ada J. Quill", "ada@example.org", [2, 3], Phone)));

    [Theory]
    [InlineData("0000000000")]
    [InlineData("0111111111")]
    [InlineData("1234567890")]
    [InlineData("12345")]
    [InlineData("none")]
    public void Find_APlaceholderForATelephone_IsNoEvidence(string phone) => Assert.DoesNotContain(
        Suggest(Person("Ada Quill", "ada.quill@example.org", [1, 2, 3], phone), Person("Ada Quill", "sunflower88@mailbox.example", [4, 5], phone)),
        each => each.Band == SuggestionBand.Sure || each.Evidence.Any(text => text.Contains("phone", StringComparison.Ordinal)));

    [Fact]
    public void Find_ASchoolsTelephone_WeighsLess()
    {
        var two = new[] { Person("Ada Quill", "ada.quill@example.org", [1, 2, 3], Phone), Person("Ada Quill", "sunflower88@mailbox.example", [4, 5], Phone) };
        var others = Enumerable.Range(0, 8).Select(index => Person($"Boniface {(char)('A' + index)}rrow", $"{(char)('k' + index)}{index}@example.org", [1, 2, 3, 4, 5], Phone, minutes: 5 * (index + 1))).ToArray();
        var (alone, among) = (Assert.Single(Suggest(two)), Assert.Single(Suggest([.. two, .. others]), each => each.Evidence.Any(text => text.Contains("which 10 addresses share", StringComparison.Ordinal))));
        Assert.True(among.Strength < alone.Strength - 2);
    }

    [Fact]
    public void Find_InAnyOrderOfPeople_GivesTheSame()
    {
        var school = new InventedSchool(11) { People = 120, Slips = 0.3 }.Write();
        var participants = school.Merge().Participants;
        var expected = Told(Mlj.Merging.Identity.SuggestionFinder.Find(participants));
        Assert.NotEmpty(expected);
        for (var seed = 0; seed < 4; seed++)
        {
            var shuffled = participants.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(expected, Told(Mlj.Merging.Identity.SuggestionFinder.Find(shuffled)));
        }

        static List<string> Told(IReadOnlyList<IdentitySuggestion> found) =>
            [.. found.Select(each => $"{each.Email} {each.OtherEmail} {each.Band} {string.Join("; ", each.Evidence)} {string.Join("; ", each.Against)}")];
    }

    [Fact]
    public void Find_Anything_GivesSureOnesFirstThenTheStrongest()
    {
        var found = new InventedSchool(12) { Siblings = 0.3 }.Write().Merge().Suggestions;
        Assert.Contains(found, each => each.Band == SuggestionBand.Review);
        Assert.Equal(found, found.OrderBy(each => each.Band).ThenByDescending(each => each.Strength));
    }

    [Theory]
    [InlineData("María José Quill Reed", "José María Quill Reed", "majo.quill@example.org", "chema.reed@example.org")]
    [InlineData("Ada Quill", "Quill Ada", "ada.quill@example.org", "sunflower88@mailbox.example")]
    [InlineData("Robert Quill", "Robert Quill Jr", "robert.quill@example.org", "sunflower88@mailbox.example")]
    [InlineData("Robert Quill", "Robert Quill Jr", "robert.quill@example.org", "robertquilljr@example.org")]
    [InlineData("Jorge Ramon Quill", "Jorge Ramon Quill Hijo", "jorge.quill@example.org", "jorge.quill.h@example.org")]
    [InlineData("Mohammed Bello Quill", "Bello Quill", "mbquill@example.org", "bquill@example.org")]
    [InlineData("Ana Quill Reed", "Ana Maria Quill Reed", "ana.quill@example.org", "anam.quill@example.org")]
    [InlineData("Ana Quill Reed", "Ana Maria Quill Reed", "ana.quill@example.org", "mary77@mailbox.example")]
    [InlineData("Tran Minh Tú", "Tran Minh Tư", "minhtu.tran@example.org", "minhtu.tran1@example.org")]
    [InlineData("J. Quill", "J. Quill", "jon.quill@example.org", "jan.quill@example.org")]
    [InlineData("Ade", "Ade", "ade.quill@example.org", "ada.quill@example.org")]
    [InlineData("Quill", "Quill", "jon.quill@example.org", "jan.quill@example.org")]
    [InlineData("John Quill", "Joan Quill", "quills+john@example.org", "quills+joan@example.org")]
    [InlineData("P. Quill", "P. Quill", "quills+peter@example.org", "quills+paul@example.org")]
    [InlineData("Joan Quill", "John Quill", "quills@example.org", "quills+john@example.org")]
    public void Find_OneTelephoneAndNamesThatAFamilyCanHave_IsForReview(string one, string other, string address, string second) => Assert.Equal(SuggestionBand.Review,
        Assert.Single(Suggest(Person(one, address, [1, 3, 5], Phone), Person(other, second, [2, 4], Phone))).Band);

    [Theory]
    [InlineData("Ada Quill", "QUILL, Ada", "ada.quill@example.org", "sunflower88@mailbox.example")]
    [InlineData("Ada Joy Quill", "Quill Ada Joy", "ada.quill@example.org", "sunflower88@mailbox.example")]
    [InlineData("Ada Joy Quill", "Ada J. Quill", "ada.quill@example.org", "sunflower88@mailbox.example")]
    [InlineData("Ada Quill", "Quill Ada", "ada.quill@example.org", "ada.qill@example.org")]
    [InlineData("Ada Joy Quill", "Ada Quill", "ada.quill@example.org", "ada.qill@example.org")]
    [InlineData("Trần Minh Tú", "Tran Minh Tu", "minhtu.tran@example.org", "sunflower88@mailbox.example")]
    [InlineData("Ada Quill", "A. Quill", "ada.quill@example.org", "ada.quill+tests@example.org")]
    public void Find_OneTelephoneAndOneName_IsSure(string one, string other, string address, string second) => Assert.Equal(SuggestionBand.Sure,
        Assert.Single(Suggest(Person(one, address, [1, 3, 5], Phone), Person(other, second, [2, 4], Phone))).Band);

    [Theory]
    [InlineData("2.34803E+12")]
    [InlineData("2,34803E+12")]
    [InlineData("2348030000000")]
    public void Find_ATelephoneThatASpreadsheetRounded_IsNoEvidence(string phone) => Assert.DoesNotContain(
        Suggest(Person("Ada Quill", "ada.quill@example.org", [1, 2, 3], phone), Person("Ada Quill", "sunflower88@mailbox.example", [4, 5], phone)),
        each => each.Band == SuggestionBand.Sure || each.Evidence.Any(text => text.Contains("phone", StringComparison.Ordinal)));

    [Fact]
    public void Find_ATelephoneWithAllDigitsInAnExponent_IsTheSame() => Assert.Contains("same phone, ending 4567", Assert.Single(
        Suggest(Person("Ada Quill", "ada.quill@example.org", [1, 2, 3], "2.348031234567E+12"), Person("Ada Quill", "sunflower88@mailbox.example", [4, 5], "0803 123 4567"))).Evidence);

    [Fact]
    public void Find_NamesakesWithASchoolsTelephone_AreForReview()
    {
        var others = Enumerable.Range(0, 5).Select(index => Person($"Boniface {(char)('A' + index)}rrow", $"{(char)('k' + index)}{index}@example.org", [1, 2, 3, 4, 5], Phone, minutes: 5 * (index + 1)));
        Assert.All(Suggest([Person("Grace Quill", "graceq1@example.org", [1, 3], Phone), Person("Grace Quill", "quillgrace@mailbox.example", [2, 4], Phone), .. others]),
            each => Assert.Equal(SuggestionBand.Review, each.Band));
    }

    [Fact]
    public void Find_AThirdAddressOfSomebodyWhoSatATestAgain_LeavesThePairsWithItSure()
    {
        var found = Suggest(Person("Ada Quill", "ada.quill@example.org", [1, 2]), Person("Ada Quill", "ada.quill@example.org,", [2], minutes: 90), Person("Ada Quill", "ada.quill@@example.org", [3]));
        Assert.Equal(3, found.Count);
        Assert.Single(found, each => each.Band == SuggestionBand.Sure);
        Assert.DoesNotContain(found.SelectMany(each => each.Against), text => text.Contains("look like two people", StringComparison.Ordinal));
    }

    private static IReadOnlyList<IdentitySuggestion> Suggest(params Entry[] people) => Merge(people).Suggestions;

    private static Consolidation Merge(params Entry[] people) => Merge(new MergeOptions(), people);

    private static Consolidation Merge(MergeOptions options, params Entry[] people)
    {
        var tests = Enumerable.Range(1, 6).Select(number => new TestDraft(number)).ToArray();
        // Everybody else sits everything, so that there are as many tests.
        foreach (var person in people.Append(Person("Wenceslas Umber", "umber@uni.example", [1, 2, 3, 4, 5])))
            foreach (var test in person.Tests)
                tests[test - 1].Row(person.Name, person.Email, 50, $"2026-03-{test:00} {10 + (person.Minutes / 60):00}:{person.Minutes % 60:00}:{person.Second:00}", phone: person.Phone);
        return TestDraft.Merge(options, [.. tests.Where(test => test.ToResponses().Responses.Count > 0)]);
    }

    private static Entry Person(string? name, string? email, int[] tests, string? phone = null, int minutes = 0) => new(name, email, tests, phone, minutes);

    private sealed record Entry(string? Name, string? Email, int[] Tests, string? Phone, int Minutes)
    {
        public int Second { get; init; } = 37;
    }
}
