using System.Buffers;
using System.Globalization;
using System.Text;
using Mlj.Recognition.Words;
using Mlj.Values;

namespace Mlj.Recognition.Cells;

/// <summary>What the text of one score cell says, read under one decimal mark. Nothing is judged here: 105 % is read as 105 %.</summary>
/// <param name="Points">The number before a maximum or a percent sign; null when the text is no score.</param>
/// <param name="Maximum">The number behind <c>/</c> or <c>out of</c>; null when there is none.</param>
/// <param name="IsPercentage">Whether a percent sign stands behind the number.</param>
internal readonly record struct ScoreText(decimal? Points, decimal? Maximum = null, bool IsPercentage = false)
{
    /// <summary>Numbers from here on are no scores; below it, sums and percentages of all rows fit into a decimal.</summary>
    public const decimal TooMuch = 1e15m;

    private const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.,+-");

    /// <summary>Whether a cell's text means that there is no score: blank, <c>-</c>, <c>absent</c>.</summary>
    public static bool IsMissing(string text) => RecognitionWords.Instance.Missing.Contains(Tidy(text));

    /// <summary>Reads <c>14</c>, <c>14 / 24</c>, <c>14 out of 24</c>, <c>58,3 %</c>, <c>14 points</c>, <c>14/24 (58.3%)</c>, in the digits of any script.</summary>
    public static ScoreText Read(string text, DecimalMark mark)
    {
        var rest = Tidy(text);
        if (rest.EndsWith(')') && rest.IndexOf('(', StringComparison.Ordinal) is > 0 and var open)
            return Both(Read(rest[..open], mark), Read(rest[(open + 1)..^1], mark));
        if (rest.EndsWith('%'))
            return new(Number(rest[..^1], mark), null, IsPercentage: true);
        if (!rest.AsSpan().ContainsAnyExcept(OfNumbers))
            return new(Number(rest, mark));
        foreach (var word in RecognitionWords.Instance.OutOf)
        {
            var at = rest.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at <= 0 || (char.IsLetter(word[0]) && (rest[at - 1] != ' ' || at + word.Length >= rest.Length || rest[at + word.Length] != ' ')))
                continue;
            return Number(WithoutUnit(rest[..at]), mark) is { } points && Number(WithoutUnit(rest[(at + word.Length)..]), mark) is { } maximum
                ? new(points, maximum)
                : default;
        }
        return new(Number(WithoutUnit(rest), mark));
    }

    /// <summary>Points and a percentage in one cell, <c>17/20 (85%)</c>: the points, if the percentage says the same.</summary>
    private static ScoreText Both(ScoreText before, ScoreText inBrackets)
    {
        const decimal Rounded = 1;
        var (points, percentage) = before.IsPercentage ? (inBrackets, before) : (before, inBrackets);
        if (points is not { Points: { } reached, IsPercentage: false } || percentage is not { Points: { } share, IsPercentage: true })
            return default;
        return points.Maximum is not > 0 ? percentage : Math.Abs(reached / points.Maximum.Value * 100 - share) <= Rounded ? points : default;
    }

    /// <summary>Which decimal marks a text speaks for: <c>7,5</c> for a comma, <c>1,234</c> for both, <c>14</c> for neither.</summary>
    public static (bool Point, bool Comma) Evidence(string text)
    {
        var rest = Tidy(text);
        if (rest.AsSpan().IndexOfAny('.', ',') < 0)
            return default;
        var asPoint = Read(text, DecimalMark.Point).Points is not null;
        var asComma = Read(text, DecimalMark.Comma).Points is not null;
        return (asPoint, asComma);
    }

    private static string Tidy(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text.Trim();
        var tidied = new StringBuilder(text.Length);
        foreach (var character in text.InForm(NormalizationForm.FormKC))
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.Format)
                tidied.Append(character switch
                {
                    '−' => '-',
                    '٫' => '.',
                    _ when char.IsWhiteSpace(character) => ' ',
                    _ when char.IsDigit(character) => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(character)),
                    _ => character,
                });
        return tidied.ToString().Trim();
    }

    private static string WithoutUnit(string text)
    {
        var rest = text.Trim();
        foreach (var unit in RecognitionWords.Instance.Units)
            if (rest.EndsWith(unit, StringComparison.OrdinalIgnoreCase) && rest.Length > unit.Length
                && (char.IsAsciiDigit(rest[^(unit.Length + 1)]) || rest[^(unit.Length + 1)] == ' '))
                return rest[..^unit.Length].TrimEnd();
        return rest;
    }

    private static decimal? Number(string text, DecimalMark mark)
    {
        var rest = text.Trim();
        var (point, group) = mark == DecimalMark.Point ? ('.', ',') : (',', '.');
        if (rest.Contains(group) || rest.Contains(' '))
        {
            if (!HasGroupsOfThree(rest, point, rest.Contains(group) ? group : ' '))
                return null;
            rest = rest.Replace(group.ToString(), "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        }
        if (point == ',')
            rest = rest.Replace(',', '.');
        return decimal.TryParse(rest, Plain, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < TooMuch ? number : null;
    }

    private static bool HasGroupsOfThree(string text, char point, char group)
    {
        var whole = text.AsSpan().TrimStart('-').TrimStart('+');
        if (whole.IndexOf(point) is >= 0 and var at)
        {
            if (whole[at..].Contains(group))
                return false;
            whole = whole[..at];
        }
        if (whole.StartsWith('0'))
            return false;
        var first = true;
        foreach (var range in whole.Split(group))
        {
            var digits = whole[range];
            if (digits.ContainsAnyExceptInRange('0', '9') || (first ? digits.Length is 0 or > 3 : digits.Length != 3))
                return false;
            first = false;
        }
        return true;
    }
}
