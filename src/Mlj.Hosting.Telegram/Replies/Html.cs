using System.Globalization;
using System.Text;

namespace Mlj.Hosting.Telegram.Replies;

/// <summary>Text for Telegram's HTML. What people wrote is text there, never markup.</summary>
internal static class Html
{
    /// <summary>The text with what is markup escaped, and without what cannot be seen.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many characters at most; more are cut, and an ellipsis says so.</param>
    public static string Of(string? text, int most = 300)
    {
        var html = new StringBuilder();
        var count = 0;
        foreach (var rune in Clean(text).EnumerateRunes())
        {
            if (++count > most)
                return html.Append('…').ToString();
            _ = rune.Value switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                _ => html.Append(rune.ToString()),
            };
        }
        return html.ToString();
    }

    /// <summary>The text in one line, without letters that control how others are shown.</summary>
    public static string Clean(string? text)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                clean.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format)
                clean.Append(rune.ToString());
        return clean.ToString().Trim();
    }
}
