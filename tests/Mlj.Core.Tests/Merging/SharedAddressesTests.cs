using Mlj.Merging;
using Mlj.Values;

namespace Mlj.Tests.Merging;

public class SharedAddressesTests
{
    private const string Address = "mum.quill@example.org";

    [Theory]
    [InlineData("Ada Quill", "Boniface Achterberg")]
    [InlineData("Luke Quill", "Rose Quill")]
    [InlineData("Ella Quill", "Ellie Quill")]
    [InlineData("Ada Quill", "Ada Torvald")]
    [InlineData("Ada Joy Quill", "Ada Ife Quill")]
    [InlineData("A. Quill", "Ben Quill")]
    [InlineData("Ada Quill", "Ida Torvald")]
    [InlineData("李小龙", "王芳")]
    public void Merge_OneAddressOfTwoNames_IsForReview(string first, string second) =>
        Assert.Equal(NoteLevel.Review, Assert.Single(NotesOf(new TestDraft(1).Row(first, Address, 1), new TestDraft(2).Row(second, Address, 2))).Level);

    [Theory]
    [InlineData("Ada Quill", "QUILL, Ada")]
    [InlineData("Ada Quill", "A. Q.")]
    [InlineData("Ada Quill", "Quill")]
    [InlineData("Ada Joy Quill", "Ada Quill")]
    [InlineData("Ada Quill", "Ada Quil")]
    [InlineData("Oluwaseun Quill", "Seun Quill")]
    [InlineData("Ada Obi", "Ada Oi")]
    [InlineData("Ma. Fernanda Quill", "Maria Fernanda Quill Rios")]
    [InlineData("Xiaoming Ma", "马小明")]
    public void Merge_OneAddressOfTwoSpellings_IsNotNoted(string first, string second) =>
        Assert.Empty(NotesOf(new TestDraft(1).Row(first, Address, 1), new TestDraft(2).Row(second, Address, 2)));

    [Fact]
    public void Merge_TwoNamesOfOneAddressInOneTest_IsAQuestionThatNamesBothWithTheirRows()
    {
        var merged = TestDraft.Merge(
            new TestDraft(1).Row("Luke Quill", Address, 90, "2026-03-01 09:00").Row("Rose Quill", Address, 40, "2026-03-01 09:30"),
            new TestDraft(2).Row("Ada Torvald", "ada@example.org", 50).Row("Luke Quill", Address, 80));
        var note = Assert.Single(merged.Notes, each => each.Code == "one_address_two_names");
        Assert.Equal((NoteLevel.Question, new Place("Test 1.xlsx", "Responses", 3, 1)), (note.Level, note.Place));
        Assert.Equal($"{Address} is given by 'Luke Quill' (row 2 of 'Test 1.xlsx', row 3 of 'Test 2.xlsx') and by 'Rose Quill' (row 3 of 'Test 1.xlsx'). "
            + "One address counts as one person, so their scores are mixed, and test 1 has one score for all of them. If they are not one person, give each an address of their own, "
            + $"or decide that 'Luke Quill <{Address}>' and 'Rose Quill <{Address}>' are different people.", note.Message);
    }

    [Theory]
    [InlineData("John Quill", "Joan Quill")]
    [InlineData("Ada Obi", "Ade Obi")]
    [InlineData("Xiaoming Ma", "马小明")]
    public void Merge_NamesThatAreNearlyTheSame_AreNotedWhereOneTestHasBothOrEachHasSeveral(string one, string other)
    {
        Assert.Empty(NotesOf(new TestDraft(1).Row(one, Address, 1), new TestDraft(2).Row(other, Address, 2), new TestDraft(3).Row(one, Address, 3)));
        Assert.Equal(NoteLevel.Review, Assert.Single(NotesOf(new TestDraft(1).Row(one, Address, 1).Row(other, Address, 2))).Level);
        Assert.Equal(NoteLevel.Review, Assert.Single(NotesOf([.. Enumerable.Range(1, 4).Select(number => new TestDraft(number).Row(number % 2 == 0 ? one : other, Address, 1))])).Level);
    }

    [Fact]
    public void Merge_OnePersonInTwoScriptsAndAnother_AreTwo() => Assert.Single(NotesOf(
        new TestDraft(1).Row("Xiaoming Ma", Address, 1), new TestDraft(2).Row("马小明", Address, 2), new TestDraft(3).Row("王芳", Address, 3)));

    [Fact]
    public void Merge_ThreeChildrenInAnyOrderOfTests_GiveOneNote()
    {
        TestDraft[] tests = [.. Enumerable.Range(1, 3).Select(number => new TestDraft(number)
            .Row("Ruth Quill", Address, 3).Row("R. Quill", Address, 4, "2026-03-01").Row("Naomi Quill", Address, 5).Row("Esther Quill", Address, 6).Row("Quill", Address, 7))];
        var note = Assert.Single(NotesOf(tests));
        Assert.Contains("'Ruth Quill' (row 2 of 'Test 1.xlsx', row 3 of 'Test 1.xlsx', row 2 of 'Test 2.xlsx' and 3 more)", note.Message, StringComparison.Ordinal);
        Assert.Contains("tests 1, 2, 3 have one score for all of them", note.Message, StringComparison.Ordinal);
        Assert.Equal(note, Assert.Single(NotesOf([.. tests.Reverse()])));
    }

    [Fact]
    public void Merge_OneAddressOfAWholeSchool_NamesAFewOfItsPeople()
    {
        var test = new TestDraft(1);
        for (var index = 0; index < 500; index++)
            test.Row($"Pupil{(char)('a' + (index % 26))}{(char)('a' + (index / 26))}zq Nr{index}x", Address, index % 100);
        Assert.Contains(" more. One address counts as one person, so their scores are mixed, and test 1 has one score for all of them. If they are not one person, give each an address of their own, or decide",
            Assert.Single(NotesOf(test)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_TwoAddressesThatWereDecidedToBeOnePersons_AreNotNoted() => Assert.DoesNotContain(
        TestDraft.Merge(new MergeOptions { SamePeople = [new SamePerson(Address, "rose@example.org")] }, new TestDraft(1).Row("Luke Quill", Address, 1), new TestDraft(2).Row("Rose Quill", "rose@example.org", 2)).Notes,
        note => note.Code == "one_address_two_names");

    private static List<Note> NotesOf(params TestDraft[] tests) => [.. TestDraft.Merge(tests).Notes.Where(note => note.Code == "one_address_two_names")];
}
