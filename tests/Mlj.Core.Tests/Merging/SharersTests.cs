using Mlj.Merging;
using Mlj.Testing.Workbooks;
using Mlj.Values;

namespace Mlj.Tests.Merging;

/// <summary>Several people on one address, kept apart by a decision about their names.</summary>
public class SharersTests
{
    private const string Address = "mum.quill@example.org";
    private const string Luke = $"Luke Quill <{Address}>";
    private const string Rose = $"Rose Quill <{Address}>";

    private static readonly MergeOptions Apart = new() { DifferentPeople = [new DifferentPeople(Luke, Rose)] };

    private static readonly TestDraft[] Family =
    [
        new TestDraft(1).Row("Luke Quill", Address, 90, "2026-03-01 09:00").Row("Rose Quill", Address, 40, "2026-03-01 09:30").Row("Ada Torvald", "ada@example.org", 50),
        new TestDraft(2).Row("rose quill", "MUM.Quill@example.org", 45).Row("L. Quill", Address, 80).Row("Ada Torvald", "ada@example.org", 55),
    ];

    [Fact]
    public void Merge_TwoNamesOfOneAddressThatWereDecidedToDiffer_AreTwoPeopleWithTheirOwnScores()
    {
        var merged = TestDraft.Merge(Apart, Family);
        Assert.Equal([("Ada Torvald", 50, 55), ("Luke Quill", 90, 80), ("Rose Quill", 40, 45)],
            merged.Participants.Select(each => (each.Name, (int)each.PercentageOf(1)!, (int)each.PercentageOf(2)!)));
        Assert.All(merged.Participants.Skip(1), each => Assert.Equal([Address], each.Emails));
        Assert.Empty(merged.Notes);
        Assert.Empty(merged.Retakes);
        Assert.Empty(merged.Suggestions);
        Assert.True(merged.Ledger.Balances);
    }

    [Fact]
    public void Merge_WithoutTheDecision_IsOnePersonAgainAndTheNoteSaysHowToDecide()
    {
        var merged = TestDraft.Merge(Family);
        Assert.Equal(2, merged.Participants.Count);
        Assert.Contains($"decide that '{Luke}' and '{Rose}' are different people", Assert.Single(merged.Notes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_TheOrderOfRowsAndFilesAndDecisions_ChangesNothing()
    {
        var turned = new[] { Family[1], new TestDraft(1).Row("Rose Quill", Address, 40, "2026-03-01 09:30").Row("Ada Torvald", "ada@example.org", 50).Row("Luke Quill", Address, 90, "2026-03-01 09:00") };
        var merged = TestDraft.Merge(new MergeOptions { DifferentPeople = [new DifferentPeople(Rose.ToUpperInvariant(), Luke)] }, turned);
        Assert.Equal([("Ada Torvald", 50), ("Luke Quill", 90), ("Rose Quill", 40)], merged.Participants.Select(each => (each.Name, (int)each.PercentageOf(1)!)));
    }

    [Theory]
    [InlineData("Tom Quill")]
    [InlineData("Quill")]
    [InlineData(null)]
    public void Merge_ARowThatIsNoneOfTheirsOrCouldBeSeverals_IsKeptApartAndAsked(string? name)
    {
        var merged = TestDraft.Merge(Apart, [.. Family, new TestDraft(3).Row(name, Address, 70).Row("Ada Torvald", "ada@example.org", 50)]);
        Assert.Equal(4, merged.Participants.Count);
        Assert.All(merged.Participants, each => Assert.Equal(each.Name == "Ada Torvald" || each.Attempts.Count == 1, each.PercentageOf(3) is not null));
        var note = Assert.Single(merged.Notes, each => each.Code == "shared_address");
        Assert.Equal((NoteLevel.Question, 2, "Test 3.xlsx"), (note.Level, note.Place!.Value.Row, note.Place.Value.File));
        Assert.True(merged.Ledger.Balances);
    }

    [Fact]
    public void Merge_NamesThatWouldPassForOne_AreKeptApartByTheDecision()
    {
        var merged = TestDraft.Merge(new MergeOptions { DifferentPeople = [new DifferentPeople($"John Quill <{Address}>", $"Joan Quill <{Address}>")] },
            new TestDraft(1).Row("John Quill", Address, 1), new TestDraft(2).Row("Joan Quill", Address, 2), new TestDraft(3).Row("Jon Quill", Address, 3));
        Assert.Equal(["Joan Quill", "John Quill", "Jon Quill"], merged.Participants.Select(each => each.Name));
    }

    [Fact]
    public void Merge_OneOfThemWithAnAddressOfTheirOwnToo_IsJoinedByName()
    {
        var tests = new[] { Family[0], Family[1], new TestDraft(3).Row("Rose Quill", "rose@example.org", 70).Row("Ada Torvald", "ada@example.org", 50) };
        var merged = TestDraft.Merge(Apart with { SamePeople = [new SamePerson(Rose, "rose@example.org")] }, tests);
        var rose = Assert.Single(merged.Participants, each => each.Name == "Rose Quill");
        Assert.Equal((40, 45, 70), ((int)rose.PercentageOf(1)!, (int)rose.PercentageOf(2)!, (int)rose.PercentageOf(3)!));
        Assert.Equal(3, merged.Participants.Count);
        Assert.Empty(merged.Notes);
    }

    [Fact]
    public void Merge_ANicknameOfOneOfThem_IsJoinedByName()
    {
        var tests = new[] { Family[0], Family[1], new TestDraft(3).Row("Totò", Address, 70).Row("Ada Torvald", "ada@example.org", 50) };
        var merged = TestDraft.Merge(Apart with { SamePeople = [new SamePerson($"Totò <{Address}>", Luke)] }, tests);
        Assert.Equal([("Ada Torvald", 50), ("Luke Quill", 70), ("Rose Quill", -1)], merged.Participants.Select(each => (each.Name, (int)(each.PercentageOf(3) ?? -1))));
        Assert.Empty(merged.Notes);
    }

    [Theory]
    [InlineData(Address)]
    [InlineData(Luke)]
    public void Merge_ADecisionThatWouldJoinThemOrSaysNotWhom_IsNotCarriedOut(string other)
    {
        var tests = new[] { Family[0], Family[1], new TestDraft(3).Row("Rose Quill", "rose@example.org", 70).Row("Ada Torvald", "ada@example.org", 50) };
        var merged = TestDraft.Merge(Apart with { SamePeople = [new SamePerson(Rose, "rose@example.org"), new SamePerson("rose@example.org", other)] }, tests);
        Assert.Equal(3, merged.Participants.Count);
        Assert.Equal((NoteLevel.Question, "contradicting_decisions"), (Assert.Single(merged.Notes).Level, merged.Notes[0].Code));
    }

    [Fact]
    public void Merge_ANameThatNobodyThereHas_IsNoted()
    {
        var merged = TestDraft.Merge(new MergeOptions { DifferentPeople = [new DifferentPeople(Luke, Rose), new DifferentPeople(Luke, $"Boniface Arrow <{Address}>")] }, Family);
        Assert.Equal(3, merged.Participants.Count);
        var note = Assert.Single(merged.Notes);
        Assert.Equal("decision_of_nobody", note.Code);
        Assert.Contains("'Boniface Arrow <mum.quill@example.org>' stands in a decision", note.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Address, Address)]
    [InlineData(Luke, Address)]
    [InlineData(Luke, "QUILL, Luke <mum.quill@example.org>")]
    public void Merge_OneAddressWithoutTwoNames_IsAskedAndChangesNothing(string one, string other)
    {
        var merged = TestDraft.Merge(new MergeOptions { DifferentPeople = [new DifferentPeople(one, other)] }, Family);
        Assert.Equal(2, merged.Participants.Count);
        Assert.Contains(merged.Notes, note => note is { Level: NoteLevel.Question, Code: "decision_without_names" });
    }

    [Fact]
    public void Decisions_WrittenAndRead_NameThemByNameAndAddress()
    {
        var text = DecisionsJson.Write(Apart);
        Assert.Contains(Luke, text, StringComparison.Ordinal);
        Assert.True(DecisionsJson.TryRead(text, new MergeOptions(), out var read, out _));
        Assert.Equal(Apart.DifferentPeople, read.DifferentPeople);
    }

    [Fact]
    public void Compile_TheDecision_CanBeTakenBackAndEachIsFoundByNameAndAddress()
    {
        var compiler = new ResultsCompiler(new CompilerOptions { Merge = Apart });
        var results = compiler.Compile(Family.Select(test => test.ToResponses()).Select(test => Workbook.Of(
            [["Full Name", "Email", "Score"], .. test.Responses.Select(response => (object?[])[response.Name, response.Email!.Typed, (double)response.RawPoints!.Value])]).ToFile(test.Test.File)));
        Assert.Equal("Rose Quill", results.Find(Rose)!.Name);
        Assert.Equal("Luke Quill", results.Find(Luke)!.Name);
        Assert.Null(results.Find($"Tom Quill <{Address}>"));
        Assert.NotNull(results.Find(Address));
        Assert.Contains("90", results.Explain(results.Find(Luke)!, "Test 1 Score"), StringComparison.Ordinal);
        var together = results.With(results.Options with { Merge = new MergeOptions() });
        Assert.Equal(2, together.Participants.Count);
        Assert.Equal("Luke Quill", together.Find(Rose)!.Name);
    }
}
