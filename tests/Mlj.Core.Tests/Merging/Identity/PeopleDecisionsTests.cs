using Mlj.Merging;
using Mlj.Values;

namespace Mlj.Tests.Merging.Identity;

public class PeopleDecisionsTests
{
    private static readonly TestDraft[] Tests =
    [
        new TestDraft(1).Row("Ada Quill", "ada.quill@example.org", 61).Row("Ben Torvald", "torvald@example.org", 71),
        new TestDraft(2).Row("Ada Quill", "ada.quil@example.org", 62).Row("Ben Torvald", "torvald@example.org", 72),
        new TestDraft(3).Row("Ada Quill", "ada.qull@example.org", 63).Row("Ben Torvald", "torvald@example.org", 73),
    ];

    [Fact]
    public void Merge_ARejectedPair_IsNotSuggestedAgain()
    {
        var found = TestDraft.Merge(Tests).Suggestions;
        Assert.Equal(3, found.Count);
        var rejected = TestDraft.Merge(new MergeOptions { DifferentPeople = [new DifferentPeople("ADA.QUIL@example.org ", "ada.quill@example.org")] }, Tests).Suggestions;
        Assert.Equal(2, rejected.Count);
        Assert.DoesNotContain(rejected, each => Same(each, "ada.quil@example.org", "ada.quill@example.org"));
        // What is left would bring the two together, so nothing of it is sure any more.
        Assert.DoesNotContain(rejected, each => each.Band == SuggestionBand.Sure);
    }

    [Fact]
    public void Merge_ARejectedPair_IsNotSuggestedOnceOneOfThemIsSomebodyElseToo()
    {
        var merged = TestDraft.Merge(new MergeOptions
        {
            SamePeople = [new SamePerson("ada.quill@example.org", "ada.qull@example.org")],
            DifferentPeople = [new DifferentPeople("ada.qull@example.org", "ada.quil@example.org")],
        }, Tests);
        Assert.Equal(3, merged.Participants.Count);
        Assert.Empty(merged.Suggestions);
        Assert.Empty(merged.Notes);
    }

    [Fact]
    public void Merge_AcceptedPairs_AreNotSuggested()
    {
        var merged = TestDraft.Merge(new MergeOptions { SamePeople = [new SamePerson("ada.quill@example.org", "ada.quil@example.org"), new SamePerson("ada.quil@example.org", "ada.qull@example.org")] }, Tests);
        Assert.Equal(2, merged.Participants.Count);
        Assert.Empty(merged.Suggestions);
    }

    [Fact]
    public void Merge_ADecisionThatContradictsARejection_BecomesAQuestionAndIsNotCarriedOut()
    {
        var merged = TestDraft.Merge(new MergeOptions
        {
            SamePeople = [new SamePerson("ada.quill@example.org", "ada.quil@example.org")],
            DifferentPeople = [new DifferentPeople("ada.quil@example.org", "ada.quill@example.org")],
        }, Tests);
        Assert.Equal(4, merged.Participants.Count);
        var note = Assert.Single(merged.Notes);
        Assert.Equal((NoteLevel.Question, "contradicting_decisions"), (note.Level, note.Code));
        Assert.Contains("ada.quill@example.org and ada.quil@example.org", note.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_DecisionsThatJoinARejectedPairThroughAThird_StopAtTheOneThatWould()
    {
        var merged = TestDraft.Merge(new MergeOptions
        {
            SamePeople = [new SamePerson("ada.quill@example.org", "ada.qull@example.org"), new SamePerson("ada.qull@example.org", "ada.quil@example.org")],
            DifferentPeople = [new DifferentPeople("ada.quil@example.org", "ada.quill@example.org")],
        }, Tests);
        Assert.Equal(3, merged.Participants.Count);
        Assert.Equal("contradicting_decisions", Assert.Single(merged.Notes).Code);
    }

    [Fact]
    public void Merge_ARejectionOfNobodyHere_ChangesNothing()
    {
        var merged = TestDraft.Merge(new MergeOptions { DifferentPeople = [new DifferentPeople("", "ada.quill@example.org"), new DifferentPeople("x@example.org", "y@example.org")] }, Tests);
        Assert.Equal(3, merged.Suggestions.Count);
        Assert.Empty(merged.Notes);
    }

    [Theory]
    [InlineData(AcceptedSuggestions.Sure)]
    [InlineData(AcceptedSuggestions.All)]
    public void Compile_AcceptedSuggestions_NeverJoinARejectedPairThroughAThird(AcceptedSuggestions accept)
    {
        var options = new CompilerOptions
        {
            Accept = accept,
            Merge = new MergeOptions { DifferentPeople = [new DifferentPeople("ada.quil@example.org", "ada.quill@example.org")] },
        };
        var results = new ResultsCompiler(options).Compile(Files());
        Assert.DoesNotContain(results.Participants, each => each.Emails.Contains("ada.quil@example.org") && each.Emails.Contains("ada.quill@example.org"));
        Assert.Equal(accept == AcceptedSuggestions.All ? 3 : 4, results.Participants.Count);
        Assert.DoesNotContain(results.Notes, note => note.Code == "contradicting_decisions");
    }

    [Fact]
    public void Compile_WithoutARejection_AcceptsTheSureOnes()
    {
        var results = new ResultsCompiler(new CompilerOptions { Accept = AcceptedSuggestions.Sure }).Compile(Files());
        Assert.Equal(2, results.Participants.Count);
        Assert.Equal([61, 62, 63], Enumerable.Range(1, 3).Select(test => results.Participants.Single(each => each.Name == "Ada Quill").PercentageOf(test)));
        Assert.Empty(results.Consolidation.Suggestions);
        Assert.True(results.Ledger.Balances);
    }

    private static IEnumerable<Mlj.Sources.SourceFile> Files() => Tests.Select(test => test.ToResponses()).Select(test => Mlj.Testing.Workbooks.Workbook.Of(
        [["Full Name", "Email", "Score"], .. test.Responses.Select(response => (object?[])[response.Name, response.Email!.Typed, (double)response.RawPoints!.Value])]).ToFile(test.Test.File));

    private static bool Same(IdentitySuggestion each, string one, string other) => (each.Email == one && each.OtherEmail == other) || (each.Email == other && each.OtherEmail == one);
}
