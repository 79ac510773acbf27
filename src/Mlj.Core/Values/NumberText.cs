using System.Globalization;

namespace Mlj.Values;

/// <summary>Numbers between a file's bytes, a double and a decimal.</summary>
public static class NumberText
{
    /// <summary>
    /// The decimal that a spreadsheet program shows for a stored double: its shortest text at 15 significant digits, so that the stored
    /// 0.58299999999999996 is 0.583. Null for NaN, an infinity, and values that a decimal cannot hold.
    /// </summary>
    public static decimal? ToDecimal(double value)
    {
        if (value == Math.Truncate(value) && Math.Abs(value) < 1e15)
            return (decimal)value;
        if (!double.IsFinite(value) || Math.Abs(value) >= 7.9e28)
            return null;
        Span<char> text = stackalloc char[32];
        return value.TryFormat(text, out var length, "G15", CultureInfo.InvariantCulture)
            && decimal.TryParse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out var result)
                ? result
                : null;
    }

    /// <summary>
    /// The shortest text that reads back as the same double: <c>0.1</c>, <c>42</c>, <c>1e+16</c>, <c>1.5e-07</c>. Plain digits from 0.0001
    /// up to below 1e16, otherwise an exponent of at least two digits; minus zero is <c>0</c>.
    /// </summary>
    public static string RoundTrip(double value)
    {
        if (value == 0)
            return "0";
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        if (text.Contains('E'))
            return text.Replace('E', 'e');
        var digits = text.AsSpan().TrimStart('-');
        if (digits.Length < 17 || digits.Contains('.'))
            return text;
        // From 1e16 on the last digits of a double say nothing; an exponent does not pretend that they do.
        var significant = digits.TrimEnd('0');
        var fraction = significant.Length > 1 ? $".{significant[1..]}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{(value < 0 ? "-" : "")}{significant[0]}{fraction}e+{digits.Length - 1}");
    }
}
