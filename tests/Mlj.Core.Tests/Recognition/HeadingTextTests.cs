using System.Globalization;
using System.Text.Json;
using Mlj.Recognition;

namespace Mlj.Tests.Recognition;

public class HeadingTextTests
{
    [Theory]
    [InlineData("email")]
    [InlineData("name")]
    [InlineData("phone")]
    [InlineData("submitted")]
    [InlineData("score")]
    public void Words_OfARole_AreWrittenAsTheyAreCompared(string role)
    {
        using var stream = typeof(HeadingText).Assembly.GetManifestResourceStream("Mlj.Recognition.words.json")!;
        using var words = JsonDocument.Parse(stream);
        foreach (var phrase in words.RootElement.GetProperty("roles").GetProperty(role).GetProperty("exact").EnumerateArray())
            Assert.Equal(phrase.GetString(), HeadingText.Normalise(phrase.GetString()!));
    }

    [Theory]
    [InlineData(" E-Mail&nbsp;Adresse *", "e mail adresse")]
    [InlineData("EMAIL", "email")]
    [InlineData("E-mail", "e mail")]
    [InlineData("  Full   Name  ", "full name")]
    [InlineData("Full\u00a0Name", "full name")]
    [InlineData("Full\r\nName", "full name")]
    [InlineData(" Full name 😀  ", "full name")]
    [InlineData("✅ Score", "score")]
    [InlineData("Correo electrónico", "correo electronico")]
    [InlineData("Prénom", "prenom")]
    [InlineData("Pre\u0301nom", "prenom")]
    [InlineData("Name&amp;Surname", "name surname")]
    [InlineData("What&#39;s your name?", "what s your name")]
    [InlineData("First/Last name", "first last name")]
    [InlineData("Na\u200bme", "name")]
    [InlineData("Ｎａｍｅ", "name")]
    [InlineData("№", "no")]
    [InlineData("***", "")]
    [InlineData("", "")]
    [InlineData("Имя", "имя")]
    [InlineData("Q&A", "q a")]
    public void Normalise_OfAHeading_LeavesItsWords(string heading, string words) => Assert.Equal(words, HeadingText.Normalise(heading));

    [Theory]
    [InlineData("Total Marks (24)", "Total Marks", "24")]
    [InlineData("Total Marks(24)", "Total Marks", "24")]
    [InlineData("Total Marks (24 marks)", "Total Marks", "24")]
    [InlineData("Total Marks (out of 24)", "Total Marks", "24")]
    [InlineData("Total Marks (max 24)", "Total Marks", "24")]
    [InlineData("Total Marks (Max: 24)", "Total Marks", "24")]
    [InlineData("Total Marks (Max. 24)", "Total Marks", "24")]
    [InlineData("Total Marks (/24)", "Total Marks", "24")]
    [InlineData("Total Score (0 - 100)", "Total Score", "100")]
    [InlineData("Total Score (0–100)", "Total Score", "100")]
    [InlineData("Points [20 pts]", "Points", "20")]
    [InlineData("Grade/10.00", "Grade", "10")]
    [InlineData("Grade/10,00", "Grade", "10")]
    [InlineData("Bewertung/7,50", "Bewertung", "7.5")]
    [InlineData("Score /10", "Score", "10")]
    [InlineData("Score / 10 ", "Score", "10")]
    [InlineData("Score out of 30", "Score", "30")]
    [InlineData("SCORE OUT OF 30", "SCORE", "30")]
    [InlineData("Score (max 20 pts)", "Score", "20")]
    [InlineData("Score (20&nbsp;points)", "Score", "20")]
    [InlineData("Total marks [20] *", "Total marks", "20")]
    [InlineData("Score /20 pts", "Score", "20")]
    [InlineData("Score (0 to 50)", "Score", "50")]
    [InlineData("Points: 15 possible", "Points", "15")]
    [InlineData("Punkte (von 24)", "Punkte", "24")]
    [InlineData("Punkte von 24 Punkten", "Punkte", "24")]
    [InlineData("Note sur 20", "Note", "20")]
    [InlineData("Calificación sobre 10", "Calificación", "10")]
    [InlineData("Nota (de 0 a 10)", "Nota", "10")]
    [InlineData("Punteggio su 30", "Punteggio", "30")]
    [InlineData("Puan (20 üzerinden)", "Puan", "20")]
    [InlineData("Puan 20 üzerinden", "Puan", "20")]
    [InlineData("Nilai (dari 20)", "Nilai", "20")]
    [InlineData("Alama (kati ya 30)", "Alama", "30")]
    [InlineData("الدرجة من ٢٠", "الدرجة", "20")]
    [InlineData("प्राप्तांक (कुल 25)", "प्राप्तांक", "25")]
    [InlineData("Баллы (из 15)", "Баллы", "15")]
    [InlineData("Test 1 [Total Pts: 25 Score] |1234567", "Test 1", "25")]
    [InlineData("Total [Total Pts: up to 25 Score] |8", "Total", "25")]
    [InlineData("Test 2 Points Grade <Numeric MaxPoints:20 Weight:10>", "Test 2 Points Grade", "20")]
    [InlineData("Score", "Score", null)]
    [InlineData("Test 3 (88123)", "Test 3 (88123)", null)]
    [InlineData("Test 3 (2026)", "Test 3 (2026)", null)]
    [InlineData("Held on 11/02/2026", "Held on 11/02/2026", null)]
    [InlineData("Score (20 minutes)", "Score (20 minutes)", null)]
    [InlineData("Score (1 - 5)", "Score (1 - 5)", null)]
    [InlineData("Score (2026-02-19)", "Score (2026-02-19)", null)]
    [InlineData("Score (%)", "Score (%)", null)]
    [InlineData("Score (50 - 100)", "Score (50 - 100)", null)]
    [InlineData("Score (0)", "Score (0)", null)]
    [InlineData("Score (-5)", "Score (-5)", null)]
    [InlineData("Score (a)", "Score (a)", null)]
    [InlineData("Submitted Date/Time", "Submitted Date/Time", null)]
    [InlineData("(24)", "(24)", null)]
    [InlineData("/24", "/24", null)]
    [InlineData("", "", null)]
    [InlineData("Score (999999999999999999999999999999)", "Score (999999999999999999999999999999)", null)]
    [InlineData("What is 1/2", "What is 1", "2")]
    public void SplitMaximum_OfAHeading_TakesItsEnd(string heading, string text, string? maximum) =>
        Assert.Equal((text, maximum), (HeadingText.SplitMaximum(heading).Text, HeadingText.SplitMaximum(heading).Maximum?.ToString("0.####", CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("full name", "name", true)]
    [InlineData("name of school", "name", true)]
    [InlineData("username", "name", false)]
    [InlineData("names", "name", false)]
    [InlineData("surname and name", "name", true)]
    [InlineData("full name here", "full name", true)]
    [InlineData("name", "full name", false)]
    public void ContainsWords_OfAPhrase_WantsItWhole(string heading, string phrase, bool contains) => Assert.Equal(contains, HeadingText.ContainsWords(heading, phrase));
}
