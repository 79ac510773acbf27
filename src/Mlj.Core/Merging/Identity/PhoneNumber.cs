using System.Globalization;

namespace Mlj.Merging.Identity;

/// <summary>Telephone numbers by their last nine digits, in which the ways of writing the country do not show.</summary>
internal static class PhoneNumber
{
    private const int Compared = 9;
    private const int Fewest = 7;

    private static readonly char[] Separators = [',', ';', '/', '|', '\n'];

    /// <summary>The keys of the numbers in a cell, each once; none for what is no number, or one that people type to get past the question.</summary>
    public static string[] KeysOf(string typed)
    {
        if (!HasSeveral(typed))
            return KeyOf(typed) is { } only ? [only] : [];
        return [.. typed.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(part => KeyOf(part)).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether a cell holds more than one number.</summary>
    public static bool HasSeveral(string typed) => typed.AsSpan().IndexOfAny(Separators) >= 0;

    /// <summary>The <see cref="NumberOf"/> of the key of the only number in a cell; null where <see cref="KeysOf"/> gives none.</summary>
    public static uint? NumberIn(string typed) => DigitsOf(typed, stackalloc char[Compared]) is { IsEmpty: false } digits ? NumberOf(digits) : null;

    /// <summary>A key as a number, another one for every key.</summary>
    public static uint NumberOf(ReadOnlySpan<char> key)
    {
        uint number = 1;
        foreach (var digit in key)
            number = number * 10 + (uint)(digit - '0');
        return number;
    }

    private static string? KeyOf(ReadOnlySpan<char> typed) => DigitsOf(typed, stackalloc char[Compared]) is { IsEmpty: false } digits ? digits.ToString() : null;

    /// <summary>The last digits, of any script, as ASCII ones; none for what is no number.</summary>
    private static ReadOnlySpan<char> DigitsOf(ReadOnlySpan<char> typed, Span<char> last)
    {
        var first = last.Length;
        var text = WithoutExponent(WithoutDecimals(typed));
        for (var index = text.Length - 1; index >= 0 && first > 0; index--)
            if (DigitOf(text[index]) is >= 0 and var digit)
                last[--first] = (char)('0' + digit);
        var digits = last[first..];
        return digits.Length >= Fewest && !IsPlaceholder(digits) ? digits : default;
    }

    private static int DigitOf(char character) => character is >= '0' and <= '9' ? character - '0' : char.IsAscii(character) ? -1 : CharUnicodeInfo.GetDecimalDigitValue(character);

    /// <summary>A number cell that some program wrote as <c>8031234567.0</c>.</summary>
    private static ReadOnlySpan<char> WithoutDecimals(ReadOnlySpan<char> text) => text.TrimEnd().EndsWith(".0") ? text.TrimEnd()[..^2] : text;

    /// <summary>A number that a spreadsheet wrote as <c>2.348031234567E+12</c>; nothing when it left out digits (<c>2.34803E+12</c>).</summary>
    private static ReadOnlySpan<char> WithoutExponent(ReadOnlySpan<char> text)
    {
        if (text.LastIndexOfAny('e', 'E') is not (> 0 and var at) || !char.IsAsciiDigit(text[at - 1]) || !int.TryParse(text[(at + 1)..], NumberStyles.AllowLeadingSign | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var exponent))
            return text;
        var digits = 0;
        foreach (var character in text[..at])
            digits += char.IsAsciiDigit(character) ? 1 : 0;
        return digits > exponent ? text[..at] : default;
    }

    /// <summary>One digit over and over, with at most one other kind before it or as what is left of a rounded number, or digits that count up or down.</summary>
    private static bool IsPlaceholder(ReadOnlySpan<char> digits)
    {
        const int Rounded = 6;
        if (!digits[^Rounded..].ContainsAnyExcept(digits[^1]))
            return true;
        var (isOneDigit, areTwo) = (true, true);
        foreach (var digit in digits[1..])
        {
            isOneDigit &= digit == digits[1];
            areTwo &= digit == digits[0] || digit == digits[^1];
        }
        if (isOneDigit || areTwo)
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
