using System.Buffers;
using System.Globalization;
using System.Text;

namespace Mlj.Sources.Xlsx;

/// <summary>Understands number formats: <c>0.0%</c>, <c>dd/mm/yyyy</c>, <c>0" / 10"</c>.</summary>
internal static class NumberFormatCode
{
    private static readonly SearchValues<char> DateLetters = SearchValues.Create("dmyhsDMYHS");

    /// <summary>What a format says about its numbers.</summary>
    /// <param name="id">The format's number, which alone tells the built-in ones.</param>
    /// <param name="code">The code that the workbook defines for it; null for a built-in one.</param>
    /// <param name="is1904">Whether the workbook counts its days from 1904.</param>
    public static CellFormat Read(int id, string? code, bool is1904)
    {
        if (code is null)
        {
            return id switch
            {
                9 or 10 => new CellFormat { IsPercentage = true },
                (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => new CellFormat { IsDate = true, Is1904 = is1904 },
                _ => CellFormat.General,
            };
        }
        var (pattern, literal) = Split(code);
        if (pattern.AsSpan().ContainsAny(DateLetters))
            return new CellFormat { IsDate = true, Is1904 = is1904 };
        var isPercentage = pattern.Contains('%');
        var maximum = isPercentage ? null : Maximum(literal);
        return isPercentage || maximum is not null ? new CellFormat { IsPercentage = isPercentage, Maximum = maximum } : CellFormat.General;
    }

    // The first section, for positive numbers, as the letters that mean something, and as the text that is shown behind the number.
    private static (string Pattern, string Literal) Split(string code)
    {
        var pattern = new StringBuilder();
        var literal = new StringBuilder();
        for (var at = 0; at < code.Length; at++)
        {
            switch (code[at])
            {
                case ';':
                    return (pattern.ToString(), literal.ToString());
                case '"':
                    var end = code.IndexOf('"', at + 1);
                    end = end < 0 ? code.Length : end;
                    AppendLiteral(code.AsSpan(at + 1, end - at - 1));
                    at = end;
                    break;
                case '\\' when at + 1 < code.Length:
                    AppendLiteral(code.AsSpan(++at, 1));
                    break;
                case '_' or '*':
                    at++;
                    break;
                case '[':
                    var close = code.IndexOf(']', at);
                    close = close < 0 ? code.Length - 1 : close;
                    // [h], [mm], [ss] are times; [Red], [>9], [$-409] are not.
                    var inside = code.AsSpan(at + 1, Math.Max(0, close - at - 1));
                    if (!inside.IsEmpty && (inside.TrimStart("hH").IsEmpty || inside.TrimStart("mM").IsEmpty || inside.TrimStart("sS").IsEmpty))
                        pattern.Append(inside);
                    at = close;
                    break;
                case ' ':
                    AppendLiteral(" ");
                    break;
                default:
                    // A placeholder behind the text means that the text stands within the number, not behind it.
                    if (literal.Length > 0)
                        literal.Append('\0');
                    pattern.Append(code[at]);
                    break;
            }
        }
        return (pattern.ToString(), literal.ToString());

        void AppendLiteral(ReadOnlySpan<char> text)
        {
            if (pattern.Length > 0)
                literal.Append(text);
        }
    }

    private static decimal? Maximum(string literal)
    {
        var text = literal.AsSpan().Trim();
        return text.StartsWith("/")
            && decimal.TryParse(text[1..].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var maximum)
            && maximum > 0
                ? maximum
                : null;
    }
}
