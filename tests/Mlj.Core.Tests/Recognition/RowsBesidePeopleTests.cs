using Mlj.Recognition;
using Mlj.Testing.Workbooks;
using Mlj.Values;

namespace Mlj.Tests.Recognition;

/// <summary>Rows that are no person's, and people whose names look like such rows.</summary>
public class RowsBesidePeopleTests
{
    [Theory]
    [InlineData("Media globale")]
    [InlineData("Count")]
    [InlineData("N = 3")]
    [InlineData("Total students: 2")]
    [InlineData("Number of students: 3")]
    [InlineData("Absent: 2")]
    [InlineData("Max:")]
    [InlineData("Top score")]
    [InlineData("Variance")]
    [InlineData("Passed")]
    [InlineData("Class Scoring")]
    [InlineData("No. of students sat")]
    [InlineData("Number who passed")]
    [InlineData("Anzahl der Teilnehmer")]
    [InlineData("Ogólna średnia")]
    [InlineData("Nota media")]
    [InlineData("Rata-rata kelas")]
    [InlineData("Điểm trung bình")]
    [InlineData("Μέσος όρος")]
    [InlineData("ΜΕΣΟΣ ΟΡΟΣ")]
    public void Row_OfAStatisticWithANumber_IsNobodys(string label) => Assert.Equal(["Ann Bell", "Bob Cole"], People([label, null, 26]));

    [Theory]
    [InlineData("Class 8B", null)]
    [InlineData("Section B", null)]
    [InlineData("Group 2", null)]
    [InlineData("Grade 8 B", null)]
    [InlineData("Year 9 Set 2", null)]
    [InlineData("Klasse 8b", null)]
    [InlineData("Note: late work is not counted", null)]
    [InlineData("Key: A = 80 and more", null)]
    [InlineData("End of report", null)]
    [InlineData("Prepared by: Ms. L. Ford", "l.ford@example.org")]
    [InlineData("Moderated by: P. Quist", null)]
    [InlineData("Verified by P. Quist", "p.quist@example.org")]
    public void Row_AboutTheSheet_IsNobodys(string label, string? email) => Assert.Equal(["Ann Bell", "Bob Cole"], People([label, email, null]));

    [Theory]
    [InlineData("Group 2", null, 26)]
    [InlineData("Class 8B", "class8b@example.org", null)]
    [InlineData("Mark 2", null, 26)]
    [InlineData("Teacher Otto", "otto@example.org", null)]
    [InlineData("Note Okafor", null, null)]
    [InlineData("Grace B", null, null)]
    [InlineData("Max Count-Bell", null, 26)]
    [InlineData("Klas B", null, null)]
    [InlineData("Fred By", null, null)]
    [InlineData("Mark Low", null, 26)]
    [InlineData("Media Suna", null, 26)]
    public void Row_OfSomebodyWhoseNameLooksSo_IsTheirs(string name, string? email, int? score) => Assert.Equal(["Ann Bell", "Bob Cole", name], People([name, email, score]));

    [Theory]
    [InlineData("Max")]
    [InlineData("Min")]
    public void Row_OfANameThatIsAStatisticToo_IsAPersonAndANote(string name)
    {
        var answers = Read([name, null, 26]);
        Assert.Equal(name, answers.Responses[^1].Name);
        Assert.Contains(answers.Notes, note => note is { Code: "perhaps_no_person", Level: NoteLevel.Review });
        Assert.DoesNotContain("perhaps_no_person", Read([name, "max@example.org", 26]).Codes());
    }

    [Theory]
    [InlineData("High", "Low", "Mean", "Std. Dev.")]
    [InlineData("Mean", "High", "Low")]
    [InlineData("Median", "Max", "Min", "Range")]
    [InlineData("Max", "Min", "Median")]
    public void Rows_OfStatisticsBesideEachOther_AreNobodysThoughOneMayBeAName(params string[] labels)
    {
        var answers = Workbook.Of([["Name", "Score (30)"], ["Ann Bell", 15], ["Bob Cole", 30], .. labels.Select(label => new object?[] { label, 22 })]).Answers();

        Assert.Equal(["15/30", "30/30"], answers.Scores());
        Assert.Empty(answers.Notes);
    }

    [Fact]
    public void Row_OfAFirstNameAmongFirstNames_IsTheirsThoughAStatisticFollows() =>
        Assert.Equal(["15/30", "30/30", "24/30"], Workbook.Of(["Name", "Score (30)"], ["Ann", 15], ["Bob", 30], ["Max", 24], ["Mean", 23]).Answers().Scores());

    [Theory]
    [InlineData("Max", "Bob Cole")]
    [InlineData("Bob Cole", "Max")]
    public void Row_OfOneNameThatIsAStatisticToo_IsTheirsAndANote(string first, string second)
    {
        var answers = Workbook.Of(["Name", "Score (30)"], ["Ann Bell", 15], [first, 30], [second, 24], ["Mean", 23]).Answers();

        Assert.Equal(["15/30", "30/30", "24/30"], answers.Scores());
        Assert.Equal(["perhaps_no_person"], answers.Codes());
    }

    private static IEnumerable<string?> People(object?[] row) => Read(row).Responses.Where(response => response.Kind == ResponseKind.Attempt).Select(response => response.Name);

    private static TestResponses Read(object?[] row) =>
        Workbook.Of(["Name", "Email", "Score (40)"], ["Ann Bell", "ann@example.org", 34], ["Bob Cole", "bob@example.org", 18], row).Answers();
}
