using System.Text;

namespace Mlj.Values;

/// <summary>Unicode normalisation that takes any text.</summary>
internal static class UnicodeForm
{
    /// <summary>
    /// The text in a normalisation form. <see cref="string.Normalize(NormalizationForm)"/> throws at halves of surrogate pairs and at U+FFFE,
    /// which do stand in files; here they become U+FFFD.
    /// </summary>
    public static string InForm(this string text, NormalizationForm form)
    {
        if (Ascii.IsValid(text))
            return text;
        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            sound.Append(rune.Value == 0xFFFE ? "\uFFFD" : rune.ToString());
        return sound.ToString().Normalize(form);
    }
}
