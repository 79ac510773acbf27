using Mlj.Recognition.Words;

namespace Mlj.Tests.Recognition.Words;

public class HeadingTextTests
{
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
    [InlineData("full name", "name", true)]
    [InlineData("name of school", "name", true)]
    [InlineData("username", "name", false)]
    [InlineData("names", "name", false)]
    [InlineData("surname and name", "name", true)]
    [InlineData("full name here", "full name", true)]
    [InlineData("name", "full name", false)]
    public void ContainsWords_OfAPhrase_WantsItWhole(string heading, string phrase, bool contains) => Assert.Equal(contains, HeadingText.ContainsWords(heading, phrase));
}
