using System.Globalization;
using System.Text;

namespace Mlj.Exports.Xlsx;

/// <summary>How much room text takes, in widths of a digit, which is the unit of column widths.</summary>
internal static class TextWidth
{
    /// <summary>The width of the longest line: East Asian signs and pictures count twice, combining marks not at all.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var longest = 0;
        var line = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n')
            {
                longest = Math.Max(longest, line);
                line = 0;
            }
            else
            {
                line += Of(rune);
            }
        }
        return Math.Max(longest, line);
    }

    /// <summary>How many lines text takes that goes on in the next line at a width; at least 1.</summary>
    public static int Lines(ReadOnlySpan<char> text, int width)
    {
        var lines = 0;
        foreach (var line in text.Split('\n'))
            lines += Math.Max(1, (Of(text[line]) + width - 1) / width);
        return lines;
    }

    private static int Of(Rune rune)
    {
        if (rune.IsAscii)
            return 1;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            return 0;
        return rune.Value is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF
            or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6 or >= 0x1F300 and <= 0x1FAFF or >= 0x20000
            ? 2 : 1;
    }
}
