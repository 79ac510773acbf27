using System.Globalization;
using System.Text;

namespace Mlj.Merging.Identity;

/// <summary>Telephone numbers by their last nine digits, in which the ways of writing the country do not show.</summary>
internal static class PhoneNumber
{
    private const int Compared = 9;
    private const int Fewest = 7;

    private static readonly char[] Separators = [',', ';', '/', '|', '\n'];

    /// <summary>The keys of the numbers in a cell; none for what is no number, or one that people type to get past the question.</summary>
    public static IEnumerable<string> KeysOf(string typed)
    {
        foreach (var part in typed.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            var digits = Digits(WithoutDecimals(part));
            if (digits.Length > Compared)
                digits = digits[^Compared..];
            if (digits.Length >= Fewest && !IsPlaceholder(digits))
                yield return digits;
        }
    }

    /// <summary>The digits of any script, as ASCII ones.</summary>
    private static string Digits(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var character in text)
            if (CharUnicodeInfo.GetDecimalDigitValue(character) is >= 0 and var digit)
                digits.Append((char)('0' + digit));
        return digits.ToString();
    }

    /// <summary>A number cell that some program wrote as <c>8031234567.0</c>.</summary>
    private static string WithoutDecimals(string text) => text.TrimEnd() is var trimmed && trimmed.EndsWith(".0", StringComparison.Ordinal) ? trimmed[..^2] : text;

    /// <summary>One digit over and over, with at most one other kind before it, or digits that count up or down.</summary>
    private static bool IsPlaceholder(string digits)
    {
        if (digits.AsSpan(1).IndexOfAnyExcept(digits[1]) < 0 || digits.AsSpan().IndexOfAnyExcept(digits[0], digits[^1]) < 0)
            return true;
        var step = digits[2] - digits[1];
        if (Math.Abs(step) != 1)
            return false;
        for (var index = 2; index < digits.Length; index++)
            if ((digits[index] - digits[index - 1] - step + 20) % 10 != 0)
                return false;
        return true;
    }
}
