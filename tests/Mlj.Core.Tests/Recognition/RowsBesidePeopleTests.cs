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

    private static IEnumerable<string?> People(object?[] row) => Read(row).Responses.Where(response => response.Kind == ResponseKind.Attempt).Select(response => response.Name);

    private static TestResponses Read(object?[] row) =>
        Workbook.Of(["Name", "Email", "Score (40)"], ["Ann Bell", "ann@example.org", 34], ["Bob Cole", "bob@example.org", 18], row).Answers();
}
