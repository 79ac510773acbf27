using System.Text;
using Mlj.Values;

namespace Mlj.Tests.Values;

public class UnicodeFormTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("E\u0301lodie", "Élodie")]
    [InlineData("ﬁ", "fi")]
    [InlineData("🦉", "🦉")]
    [InlineData("a\uFFFE", "a\uFFFD")]
    [InlineData("a\uFFFF", "a\uFFFF")]
    public void InForm_OfAnyText_IsNormalised(string text, string normalised) => Assert.Equal(normalised, text.InForm(NormalizationForm.FormKC));

    [Fact]
    public void InForm_OfHalfACharacter_ReplacesIt()
    {
        var half = "🦉"[..1];

        Assert.Equal("a\uFFFDb", $"a{half}b".InForm(NormalizationForm.FormKC));
        Assert.Equal("ab", PersonName.Fingerprint($"ab{half}"));
        Assert.False(EmailAddress.Read($"ann{half}@example.org")!.IsValid);
    }
}
