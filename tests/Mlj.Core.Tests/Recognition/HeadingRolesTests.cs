using Mlj.Recognition;

namespace Mlj.Tests.Recognition;

public class HeadingRolesTests
{
    [Theory]
    [InlineData("Email", SourceColumnRole.Email)]
    [InlineData("EMAIL ADDRESS", SourceColumnRole.Email)]
    [InlineData("E-mail", SourceColumnRole.Email)]
    [InlineData("Your e-mail address, please?", SourceColumnRole.Email)]
    [InlineData("Enter your email", SourceColumnRole.Email)]
    [InlineData("Correo electrónico", SourceColumnRole.Email)]
    [InlineData("Adresse de messagerie", SourceColumnRole.Email)]
    [InlineData("E-Mail-Adresse", SourceColumnRole.Email)]
    [InlineData("Endereço de e-mail", SourceColumnRole.Email)]
    [InlineData("Indirizzo e-mail", SourceColumnRole.Email)]
    [InlineData("Full Names", SourceColumnRole.Name)]
    [InlineData(" Full\u00a0name 😀  ", SourceColumnRole.Name)]
    [InlineData("STUDENT NAME", SourceColumnRole.Name)]
    [InlineData("Your name\n(as on the register)", SourceColumnRole.Name)]
    [InlineData("First, what's your full name?", SourceColumnRole.Name)]
    [InlineData("Nombre y apellidos", SourceColumnRole.Name)]
    [InlineData("Nom et prénom", SourceColumnRole.Name)]
    [InlineData("Vollständiger Name", SourceColumnRole.Name)]
    [InlineData("Nome completo", SourceColumnRole.Name)]
    [InlineData("First name", SourceColumnRole.FirstName)]
    [InlineData("Prénom", SourceColumnRole.FirstName)]
    [InlineData("Vorname", SourceColumnRole.FirstName)]
    [InlineData("Surname", SourceColumnRole.LastName)]
    [InlineData("LAST NAME", SourceColumnRole.LastName)]
    [InlineData("Apellido(s)", SourceColumnRole.LastName)]
    [InlineData("Nom de famille", SourceColumnRole.LastName)]
    [InlineData("Nachname", SourceColumnRole.LastName)]
    [InlineData("Phone number", SourceColumnRole.Phone)]
    [InlineData("WhatsApp number", SourceColumnRole.Phone)]
    [InlineData("Submitted Time", SourceColumnRole.Submitted)]
    [InlineData("Timestamp", SourceColumnRole.Submitted)]
    [InlineData("Completion time", SourceColumnRole.Submitted)]
    [InlineData("Start time", SourceColumnRole.Started)]
    [InlineData("Total Marks (24)", SourceColumnRole.Score)]
    [InlineData("TOTAL MARKS (24)", SourceColumnRole.Score)]
    [InlineData("Grade/10,00", SourceColumnRole.Score)]
    [InlineData("Total Score (0 - 100)", SourceColumnRole.Score)]
    [InlineData("Test 3", SourceColumnRole.Score)]
    [InlineData("Test 10 Score", SourceColumnRole.Score)]
    [InlineData("Total points", SourceColumnRole.Score)]
    [InlineData("Puntuación", SourceColumnRole.Score)]
    [InlineData("Gesamtpunktzahl", SourceColumnRole.Score)]
    [InlineData("Total de puntos\u00a0", SourceColumnRole.Score)]
    [InlineData("Percentage", SourceColumnRole.Percentage)]
    [InlineData("%", SourceColumnRole.Percentage)]
    [InlineData("Score (%)", SourceColumnRole.Percentage)]
    [InlineData("Score %", SourceColumnRole.Percentage)]
    [InlineData("Accuracy", SourceColumnRole.Percentage)]
    [InlineData("Score (20%)", SourceColumnRole.Score)]
    [InlineData("Max score", SourceColumnRole.Maximum)]
    [InlineData("Points possible", SourceColumnRole.Maximum)]
    [InlineData("S/N", SourceColumnRole.RowNumber)]
    [InlineData("No.", SourceColumnRole.RowNumber)]
    [InlineData("#", SourceColumnRole.RowNumber)]
    [InlineData("Student ID", SourceColumnRole.Identifier)]
    [InlineData("Matric No.", SourceColumnRole.Identifier)]
    [InlineData("Attempt #", SourceColumnRole.Attempt)]
    [InlineData("Points - Q1", SourceColumnRole.QuestionPoints)]
    [InlineData("Points – What is 2 + 2?", SourceColumnRole.QuestionPoints)]
    [InlineData("Puntos - ¿Qué es?", SourceColumnRole.QuestionPoints)]
    [InlineData("What is 2 + 2? [Score]", SourceColumnRole.QuestionPoints)]
    [InlineData("Q. 1 /1.00", SourceColumnRole.QuestionPoints)]
    [InlineData("Feedback - Q1", SourceColumnRole.Feedback)]
    [InlineData("Quiz feedback", SourceColumnRole.Feedback)]
    [InlineData("What is 2 + 2? [Feedback]", SourceColumnRole.Feedback)]
    public void Of_AHeading_SpeaksMostForItsRole(string heading, SourceColumnRole role)
    {
        var roles = HeadingRoles.Of(heading);

        Assert.NotEmpty(roles);
        Assert.Equal(role, roles.MaxBy(each => each.Weight)!.Role);
    }

    [Theory]
    [InlineData("School Name", SourceColumnRole.Name)]
    [InlineData("Name of the capital of France", SourceColumnRole.Name)]
    [InlineData("Father's name", SourceColumnRole.Name)]
    [InlineData("Username", SourceColumnRole.Name)]
    [InlineData("Parent's email", SourceColumnRole.Email)]
    [InlineData("Teacher e-mail", SourceColumnRole.Email)]
    [InlineData("A point on the graph is...", SourceColumnRole.Score)]
    [InlineData("Mark the correct answer", SourceColumnRole.Score)]
    [InlineData("Maximum score", SourceColumnRole.Score)]
    [InlineData("Points - Total marks", SourceColumnRole.Score)]
    [InlineData("Total marks [Score]", SourceColumnRole.Score)]
    [InlineData("Grade level", SourceColumnRole.Score)]
    [InlineData("Current Total Score (points)", SourceColumnRole.Score)]
    [InlineData("Score (%)", SourceColumnRole.Score)]
    public void Of_ATrap_DoesNotSpeakForTheRole(string heading, SourceColumnRole role) => Assert.DoesNotContain(HeadingRoles.Of(heading), each => each.Role == role);

    [Theory]
    [InlineData("What is the capital of France?")]
    [InlineData("😀")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Colour")]
    public void Of_AQuestion_IsNothing(string heading) => Assert.Empty(HeadingRoles.Of(heading));

    [Theory]
    [InlineData("Test 10 Score", 10)]
    [InlineData("Quiz 3", 3)]
    [InlineData("Score of Test 2 (24)", 2)]
    [InlineData("Score", null)]
    [InlineData("Week 3", null)]
    public void TestNumber_OfAHeading_IsItsTests(string heading, int? number) => Assert.Equal(number, HeadingRoles.TestNumber(heading));

    [Fact]
    public void Of_APhraseAmongWords_WeighsLessThanAlone()
    {
        Assert.True(Weight("Total marks") > Weight("Total marks of everybody in class"));
        Assert.True(Weight("Score") > Weight("Which score would you like to get?"));

        static int Weight(string heading) => HeadingRoles.Of(heading).First(each => each.Role == SourceColumnRole.Score).Weight;
    }
}
