using Mlj.Merging;
using Mlj.Tables;
using Mlj.Testing.Workbooks;
using Mlj.Values;

namespace Mlj.Tests.Merging;

public class PeopleTests
{
    [Fact]
    public void Gather_AnInvalidAddress_KeepsItsRowWithANote()
    {
        var merged = TestDraft.Merge(
            new TestDraft(1).Row("Farid Noor", "farid.noor", 60).Row("Ada Quill", "ada@@example.org", 70),
            new TestDraft(2).Row("Farid Noor", "farid@example.org", 80));
        Assert.Equal(3, merged.Participants.Count);
        Assert.Equal("farid.noor", merged.Participants.Single(each => each.PercentageOf(1) == 60).Email);
        Assert.Equal((0, 3), (merged.Ledger.Total.Quarantined, merged.Ledger.Total.Placed));
        var notes = merged.Notes.Where(note => note.Code == "invalid_address").ToList();
        Assert.Equal(2, notes.Count);
        Assert.All(notes, note => Assert.Equal(NoteLevel.Review, note.Level));
        Assert.Contains(notes, note => note.Message.Contains("'farid.noor' of Farid Noor", StringComparison.Ordinal) && note.Place == new Place("Test 1.xlsx", "Responses", 2, 2));
        Assert.Contains(notes, note => note.Message.Contains("two at signs", StringComparison.Ordinal));
    }

    [Fact]
    public void Gather_ANameThatOnePersonHas_IsThatPersons()
    {
        var merged = TestDraft.Merge(
            new TestDraft(1).Row("Ada Quill", "ada@example.org", 60),
            new TestDraft(2).Row("QUILL, Ada", null, 70),
            new TestDraft(3).Row("Ada Quill", null, 80));
        var only = Assert.Single(merged.Participants);
        Assert.Equal(("ada@example.org", 60, 70, 80), (only.Email, only.PercentageOf(1), only.PercentageOf(2), only.PercentageOf(3)));
        Assert.Contains(merged.Notes, note => note.Code == "matched_by_name" && note.Message.Contains("ada@example.org", StringComparison.Ordinal));
    }

    [Fact]
    public void Gather_NobodyWithAnAddress_PutsTheRowsOfANameTogether()
    {
        var merged = TestDraft.Merge(new TestDraft(1).Row("Zoë Abel", null, 60), new TestDraft(2).Row("Zoe Abel", null, 70));
        var only = Assert.Single(merged.Participants);
        Assert.Null(only.Email);
        Assert.Empty(only.Emails);
        Assert.Equal((60, 70), (only.PercentageOf(1), only.PercentageOf(2)));
        Assert.True(merged.Table.Find("Email")![0].IsMissing);
        Assert.Equal("matched_by_name", Assert.Single(merged.Notes).Code);
    }

    [Fact]
    public void Gather_NamesakesInOneTest_StayApartWithAQuestion()
    {
        var merged = TestDraft.Merge(
            new TestDraft(1).Row("Alma Quill", null, 60).Row("Alma Quill", null, 90),
            new TestDraft(2).Row("Alma Quill", null, 70));
        Assert.Equal(3, merged.Participants.Count);
        Assert.Empty(merged.Retakes);
        Assert.Equal(("namesakes", NoteLevel.Question), (Assert.Single(merged.Notes).Code, merged.Notes[0].Level));
    }

    [Fact]
    public void Gather_ACopyAmongNamesakes_IsADuplicateAndNoThirdPerson()
    {
        var merged = TestDraft.Merge(new TestDraft(1)
            .Row("Alma Quill", null, 60, "2026-01-01").Row("Alma Quill", null, 90, "2026-01-02").Row("Alma Quill", null, 60, "2026-01-01"));
        Assert.Equal([60, 90], merged.Participants.Select(each => each.PercentageOf(1)).Order());
        Assert.Equal((2, 1), (merged.Ledger.Total.Placed, merged.Ledger.Total.Duplicates));
    }

    [Fact]
    public void Gather_ACopyWithoutAnAddress_IsADuplicate()
    {
        var merged = TestDraft.Merge(new TestDraft(1).Row("Alma Quill", null, 60, "2026-01-01").Row("Alma Quill", null, 60, "2026-01-01"));
        Assert.Single(merged.Participants);
        Assert.Equal((1, 1), (merged.Ledger.Total.Placed, merged.Ledger.Total.Duplicates));
        Assert.Empty(merged.Notes);
    }

    [Fact]
    public void Gather_ANameThatTwoPeopleHave_StaysApartWithAQuestion()
    {
        var merged = TestDraft.Merge(
            new TestDraft(1).Row("Alma Quill", "one@example.org", 60).Row("Alma Quill", "two@example.org", 70),
            new TestDraft(2).Row("Alma Quill", null, 80));
        Assert.Equal(3, merged.Participants.Count);
        Assert.Contains("2 people have that name", Assert.Single(merged.Notes, note => note.Code == "namesakes").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gather_ANameWhoseOwnerSatTheSameTest_StaysApartWithAQuestion()
    {
        var merged = TestDraft.Merge(new TestDraft(1).Row("Alma Quill", "one@example.org", 60).Row("Alma Quill", null, 80));
        Assert.Equal(2, merged.Participants.Count);
        Assert.Contains("sat the same test", Assert.Single(merged.Notes).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Grace", "Grace", "Grace Umeh")]
    [InlineData("G. Quill", "G. Quill", "Gloria Quill")]
    public void Gather_APartOfANameThatAnotherCanMean_StaysApartWithAQuestion(string given, string once, string another)
    {
        var merged = TestDraft.Merge(
            new TestDraft(1).Row(once, "one@example.org", 60).Row(another, "two@example.org", 70),
            new TestDraft(2).Row("Grace Quill", "one@example.org", 65),
            new TestDraft(3).Row(given, null, 80));
        Assert.Equal(3, merged.Participants.Count);
        Assert.Null(merged.Participants.Single(each => each.PercentageOf(3) == 80).Email);
        Assert.Contains($"can be one@example.org or '{another}'", Assert.Single(merged.Notes, note => note.Code == "namesakes").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gather_APartOfANameThatContradictsTheOthers_IsItsOwners()
    {
        var merged = TestDraft.Merge(
            new TestDraft(1).Row("P. Karthik", "one@example.org", 60).Row("M. Karthik", "two@example.org", 70),
            new TestDraft(2).Row("P. Karthik", null, 80).Row("Karthik", "two@example.org", 75));
        Assert.Equal(2, merged.Participants.Count);
        Assert.Equal(80, merged.Participants.Single(each => each.Email == "one@example.org").PercentageOf(2));
    }

    [Fact]
    public void Gather_NamesInOtherScripts_AreToldApart()
    {
        var merged = TestDraft.Merge(
            new TestDraft(1).Row("李小龙", null, 60).Row("王芳", null, 70).Row("محمد علي", null, 80),
            new TestDraft(2).Row("王芳", null, 75).Row("李小龙", null, 65).Row("محمد علي", null, 85));
        Assert.Equal(3, merged.Participants.Count);
        Assert.Equal([(60m, 65m), (70m, 75m), (80m, 85m)], merged.Participants.Select(each => (each.PercentageOf(1)!.Value, each.PercentageOf(2)!.Value)).Order());
    }

    [Fact]
    public void Gather_NamesWithoutALetter_AreComparedAsTheyStand()
    {
        var merged = TestDraft.Merge(new TestDraft(1).Row("😀", null, 60).Row("★", null, 70), new TestDraft(2).Row("★", null, 75));
        Assert.Equal(2, merged.Participants.Count);
        Assert.Equal(75, merged.Participants.Single(each => each.Name == "★").PercentageOf(2));
    }

    [Theory]
    [InlineData(AttemptPolicy.Best, 90)]
    [InlineData(AttemptPolicy.Latest, 40)]
    [InlineData(AttemptPolicy.First, 60)]
    public void Gather_NumberedAttemptsWithoutAnAddress_AreOnePersons(AttemptPolicy policy, int kept)
    {
        var merged = TestDraft.Merge(new MergeOptions { Attempts = policy },
            new TestDraft(1).Row("Alma Quill", null, 60, attempt: 1).Row("Alma Quill", null, 90, attempt: 2).Row("Alma Quill", null, 40, attempt: 3));
        Assert.Equal(kept, Assert.Single(merged.Participants).PercentageOf(1));
        Assert.Single(merged.Retakes);
        Assert.DoesNotContain(merged.Notes, note => note.Code == "namesakes");
    }

    [Fact]
    public void Gather_ACopyAmongNumberedAttempts_IsADuplicate()
    {
        var merged = TestDraft.Merge(new TestDraft(1)
            .Row("Alma Quill", null, 60, attempt: 1).Row("Alma Quill", null, 90, attempt: 2).Row("Alma Quill", null, 90, attempt: 2));
        Assert.Equal(90, Assert.Single(merged.Participants).PercentageOf(1));
        Assert.Equal((1, 1, 1), (merged.Ledger.Total.Placed, merged.Ledger.Total.Superseded, merged.Ledger.Total.Duplicates));
    }

    [Fact]
    public void Gather_AttemptsOfOneNumber_AreNamesakes()
    {
        var merged = TestDraft.Merge(new TestDraft(1).Row("Alma Quill", null, 60, attempt: 1).Row("Alma Quill", null, 90, attempt: 1));
        Assert.Equal(2, merged.Participants.Count);
    }

    [Fact]
    public void Compile_AQuizizzExport_TakesItsAttemptsForOnePersons()
    {
        var results = new ResultsCompiler().Compile([Workbook.Of(
            ["Rank", "Attempt #", "First Name", "Last Name", "Score", "Accuracy"],
            [1, 1, "Alma", "Quill", 7000, "70%"],
            [2, 2, "Alma", "Quill", 9000, "90%"],
            [3, 1, "Ben", "Torvald", 4000, "40%"]).ToFile("Test 1.xlsx")]);
        Assert.Equal([90, 40], results.Participants.Select(each => each.PercentageOf(1)));
        Assert.Equal(1, results.Ledger.Total.Superseded);
    }

    [Fact]
    public void Gather_NeitherNameNorAddress_IsSetAside()
    {
        var merged = TestDraft.Merge(new TestDraft(1).Row("Ada", "ada@example.org", 60).Row(null, null, 70).Row(" ", "anonymous", 80));
        Assert.Single(merged.Participants);
        Assert.Equal(2, merged.Ledger.Total.Quarantined);
        Assert.Equal(150, merged.Ledger.Total.PointsNotPlaced);
        Assert.Equal(2, merged.Notes.Count(note => note.Code == "nobody"));
    }

    [Fact]
    public void Gather_ADecision_MergesTwoAddressesAndLeavingItOutUnmergesThem()
    {
        TestDraft[] tests =
        [
            new TestDraft(1).Row("Chidi Okwu", "chidi.okwu@example.org", 60).Row("Ada Quill", "ada@example.org", 50),
            new TestDraft(2).Row("Chidi Okwu", "chidi.owku@example.org", 80),
            new TestDraft(3).Row("Chidi Okwu", "chidi.okwu@example.org", 70),
        ];
        var apart = TestDraft.Merge(tests);
        var together = TestDraft.Merge(new MergeOptions { SamePeople = [new SamePerson(" Chidi.OWKU@example.org", "chidi.okwu@EXAMPLE.org")] }, tests);
        Assert.Equal((3, 2), (apart.Participants.Count, together.Participants.Count));
        var chidi = together.Participants.Single(each => each.Name == "Chidi Okwu");
        Assert.Equal("chidi.okwu@example.org", chidi.Email);
        Assert.Equal(["chidi.okwu@example.org", "chidi.owku@example.org"], chidi.Emails);
        Assert.Equal((60, 80, 70), (chidi.PercentageOf(1), chidi.PercentageOf(2), chidi.PercentageOf(3)));
        var again = TestDraft.Merge(tests);
        Assert.True(TableDiff.Between(apart.Table, again.Table).IsEmpty);
        Assert.Equal(apart.Participants.Select(each => each.ToString()), again.Participants.Select(each => each.ToString()));
        Assert.Equal(apart.Ledger.Files, again.Ledger.Files);
    }

    [Fact]
    public void Gather_Decisions_JoinInChainsAndRings()
    {
        TestDraft[] tests = [.. Enumerable.Range(1, 5).Select(number => new TestDraft(number).Row("Ada", $"ada{number}@example.org", number))];
        SamePerson Pair(int one, int other) => new($"ada{one}@example.org", $"ada{other}@example.org");
        Assert.Single(TestDraft.Merge(new MergeOptions { SamePeople = [Pair(1, 2), Pair(3, 4), Pair(4, 1), Pair(5, 3), Pair(2, 5), Pair(1, 1)] }, tests).Participants);
        Assert.Equal(2, TestDraft.Merge(new MergeOptions { SamePeople = [Pair(1, 2), Pair(2, 3), Pair(4, 5)] }, tests).Participants.Count);
    }

    [Fact]
    public void Gather_ADecisionAboutAnInvalidAddress_ShowsTheValidOne()
    {
        var merged = TestDraft.Merge(new MergeOptions { SamePeople = [new SamePerson("farid.noor", "farid@example.org")] },
            new TestDraft(1).Row("Farid", "farid.noor", 60), new TestDraft(2).Row("Farid", "farid.noor", 61), new TestDraft(3).Row("Farid", "farid@example.org", 70));
        Assert.Equal("farid@example.org", Assert.Single(merged.Participants).Email);
    }

    [Fact]
    public void Gather_ADecisionAboutNobodyHere_ChangesNothing()
    {
        var merged = TestDraft.Merge(new MergeOptions { SamePeople = [new SamePerson("x@example.org", "y@example.org"), new SamePerson("", "ada@example.org")] },
            new TestDraft(1).Row("Ada", "ada@example.org", 60));
        Assert.Equal("ada@example.org", Assert.Single(merged.Participants).Email);
    }

    [Fact]
    public void Gather_AMergedPersonWhoSatATestUnderBothAddresses_IsARetake()
    {
        var merged = TestDraft.Merge(new MergeOptions { SamePeople = [new SamePerson("a@example.org", "b@example.org")] },
            new TestDraft(1).Row("Ada", "a@example.org", 60).Row("Ada", "b@example.org", 60));
        Assert.Equal((1, 1, 0), (merged.Ledger.Total.Placed, merged.Ledger.Total.Superseded, merged.Ledger.Total.Duplicates));
        Assert.Single(merged.Retakes);
    }

    [Fact]
    public void Gather_TwoPeopleWhoTypeTheSameWordsForAnAddress_StayApartWithAQuestion()
    {
        var result = TestDraft.Merge(
            new TestDraft(1).Row("Ann Achterberg", "will send later", 40).Row("Bruno Castellan", "Will send later", 60),
            new TestDraft(2).Row("ANN ACHTERBERG", "will send later", 50).Row("Bruno Castellan", "will send later", 70));

        Assert.Equal([("Ann Achterberg", 40m, 50m), ("Bruno Castellan", 60m, 70m)],
            result.Participants.Select(person => (person.Name, person.PercentageOf(1)!.Value, person.PercentageOf(2)!.Value)));
        Assert.Single(result.Notes, note => note is { Code: "invalid_address_twice", Level: NoteLevel.Question });
    }

    [Theory]
    [InlineData("Ada Obi", "Ali Obi", "A. Obi")]
    [InlineData("A. Obi", "Ada Obi", "Ali Obi")]
    [InlineData("Ali Obi", "A. Obi", "Ada Obi")]
    public void Merge_OneTextOfPeopleWithOneFamilyName_KeepsThemApartInAnyOrder(string first, string second, string third)
    {
        var merged = TestDraft.Merge(new TestDraft(1).Row(first, "will send later", 40).Row(second, "will send later", 50).Row(third, "will send later", 60));
        Assert.Equal(["A. Obi", "Ada Obi", "Ali Obi"], merged.Participants.Select(each => each.Name).Order(StringComparer.Ordinal));
        Assert.Equal((3, 0), (merged.Ledger.Total.Placed, merged.Ledger.Total.Superseded));
        Assert.Equal(2, merged.Notes.Count(note => note.Code == "invalid_address_twice"));
    }

    [Fact]
    public void Merge_OneTextOfTwoSpellingsInTwoTests_IsOnePerson()
    {
        var merged = TestDraft.Merge(new TestDraft(1).Row("Ada Obi", "ada.obi@@example.org", 40), new TestDraft(2).Row("OBI, A.", "ada.obi@@example.org", 50), new TestDraft(3).Row(null, "ada.obi@@example.org", 60));
        Assert.Equal(60, Assert.Single(merged.Participants).PercentageOf(3));
    }

    [Theory]
    [InlineData("tidak ada")]
    [InlineData("Không có")]
    [InlineData("Ninguno")]
    [InlineData("нет")]
    public void Merge_WordsForNoAddress_AreNoAddress(string written)
    {
        var merged = TestDraft.Merge(new TestDraft(1).Row("Ada Obi", written, 40).Row("Ben Umar", written, 50));
        Assert.Equal(2, merged.Participants.Count);
        Assert.All(merged.Participants, participant => Assert.Null(participant.Email));
    }

    [Theory]
    [InlineData("vqz@gmail.con", "vqz@gmail.com", "vqz@gmail.com")]
    [InlineData("ada@@example.org", "ada@example.org", "ada@example.org")]
    [InlineData("ada@exmaple.org", "ada@example.org", "ada@example.org")]
    [InlineData("ada.quill@example.org", "ada@example.org", "ada.quill@example.org")]
    public void Merge_OfOnePersonsAddresses_ShowsTheOneWithoutASlip(string usual, string once, string shown)
    {
        var options = new MergeOptions { SamePeople = [new SamePerson(usual, once)] };
        var people = TestDraft.Merge(options, new TestDraft(1).Row("Ada", usual, 1).Row("Ben", "ben@example.org", 1), new TestDraft(2).Row("Ada", usual, 2), new TestDraft(3).Row("Ada", once, 3)).Participants;
        var ada = Assert.Single(people, person => person.Name == "Ada");
        Assert.Equal(shown, ada.Email);
        Assert.Equal(new[] { usual, once }.Order(StringComparer.Ordinal), ada.Emails.Order(StringComparer.Ordinal));
    }
}
