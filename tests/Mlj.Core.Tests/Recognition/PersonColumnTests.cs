using Mlj.Recognition;
using Mlj.Testing.Workbooks;

namespace Mlj.Tests.Recognition;

/// <summary>Which columns say who somebody is.</summary>
public class PersonColumnTests
{
    [Theory]
    [InlineData("Enter your school email", "anonymous")]
    [InlineData("School email", "anonymous")]
    [InlineData("How can we reach you?", "anonymous")]
    [InlineData("Enter your school email", null)]
    [InlineData("Wie erreichen wir dich?", null)]
    public void Email_ThatHoldsNoAddress_GivesWayToAColumnThatDoes(string heading, string? cell)
    {
        var layout = Workbook.Of(["ID", "Email", "Name", "Total points", "Full name", heading], [1, cell, null, 5, "Ann Bell", "ann@example.org"], [2, cell, null, 3, "Bob Cole", "bob@example.org"]).Layout();

        Assert.Equal(heading, layout.Column(SourceColumnRole.Email)!.Heading);
        Assert.Empty(layout.Notes);
    }

    [Theory]
    [InlineData("Parent's email")]
    [InlineData("Your teacher's email address")]
    [InlineData("Guardian contact (e-mail)")]
    public void Email_OfSomebodyElse_IsNeverTheParticipants(string heading)
    {
        var layout = Workbook.Of(["Email", "Full name", "Score", heading], ["anonymous", "Ann Bell", 5, "bell@example.org"], ["anonymous", "Abe Bell", 4, "bell@example.org"], ["anonymous", "Cy Dunn", 3, "dunn@example.org"]).Layout();

        Assert.NotEqual(heading, layout.Column(SourceColumnRole.Email)!.Heading);
    }

    [Fact]
    public void Email_ThatIsOneForAll_IsNobodys()
    {
        var layout = Workbook.Of(["Name", "Score", "Questions to"], ["Ann Bell", 5, "office@example.org"], ["Bob Cole", 4, "office@example.org"], ["Cy Dunn", 3, "office@example.org"]).Layout();

        Assert.Null(layout.Column(SourceColumnRole.Email));
    }

    [Fact]
    public void Email_WithoutAnAddressAnywhere_IsStillFoundByItsHeading() =>
        Assert.Equal("A Email, B Score", Workbook.Of(["Email", "Score"], ["annbell", 5], ["bobcole", 4]).Layout().Roles());

    [Theory]
    [InlineData("Time", "9:05 AM", "12:01 PM")]
    [InlineData("Time taken", "12 mins 4 secs", "9 mins 31 secs")]
    [InlineData("Room", "Room 12", "Room 14")]
    public void Name_ByItsCells_HasNoDigit(string heading, string first, string second)
    {
        var layout = Workbook.Of([heading, "Who", "Email", "Score"], [first, "Ann Bell", "ann@example.org", 5], [second, "Bob Cole", "bob@example.org", 6]).Layout();

        Assert.Equal("Who", layout.Column(SourceColumnRole.Name)!.Heading);
    }

    [Theory]
    [InlineData("Student (Last, First)")]
    [InlineData("Name (Last, First)")]
    [InlineData("Last name, First name")]
    public void Name_InTheOrderOfAList_IsTheWholeName(string heading) =>
        Assert.Equal("A Name, B Email, C Score", Workbook.Of([heading, "Email", "Score"], ["Bell, Ann", "ann@example.org", 5], ["Cole, Bob", "bob@example.org", 6]).Layout().Roles());

    [Theory]
    [InlineData("What is the first name of Mozart?")]
    [InlineData("What was the last name of the first president?")]
    [InlineData("Which full name does NATO have?")]
    [InlineData("Who knows the family name of Kepler?")]
    public void Name_InTheAnswerToAQuestion_IsNotTheParticipants(string question)
    {
        var answers = Workbook.Of([question, "Score", "Email", "Your name (first and last)"], ["Wolfgang", "9 / 10", "ann@example.org", "Ann Bell"], ["Johann", "4 / 10", "bob@example.org", "Bob Cole"]).Answers();

        Assert.Equal(["Ann Bell", "Bob Cole"], answers.Responses.Select(response => response.Name));
    }

    [Theory]
    [InlineData("What is your full name?")]
    [InlineData("What's your first and last name?")]
    [InlineData("Wie heißt du (Vor- und Nachname)?")]
    [InlineData("¿Cuál es tu nombre completo?")]
    public void Name_InAQuestionToTheParticipant_IsTheirs(string question)
    {
        var answers = Workbook.Of([question, "Score", "Email"], ["Ann Bell", "9 / 10", "ann@example.org"], ["Bob Cole", "4 / 10", "bob@example.org"]).Answers();

        Assert.Equal(["Ann Bell", "Bob Cole"], answers.Responses.Select(response => response.Name));
    }

    [Theory]
    [InlineData("得分（满分50）", "50")]
    [InlineData("得分［50］", "50")]
    [InlineData("Ｓｃｏｒｅ／２０", "20")]
    public void Heading_InWideCharacters_IsReadAsAnyOther(string heading, string maximum)
    {
        var layout = Workbook.Of(["姓名", "邮箱", heading], ["Ann Bell", "ann@example.org", 15], ["Bob Cole", "bob@example.org", 20]).Layout();

        Assert.Equal("A Name, B Email, C Score", layout.Roles());
        Assert.Equal(decimal.Parse(maximum, System.Globalization.CultureInfo.InvariantCulture), layout.Maximum);
        Assert.Equal(heading, layout.Column(SourceColumnRole.Score)!.Heading);
    }
}
