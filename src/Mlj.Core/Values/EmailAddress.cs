using System.Buffers;
using System.Globalization;
using System.Text;

namespace Mlj.Values;

/// <summary>
/// An e-mail address as somebody typed it, with the key that compares it. Nothing is repaired: an address that cannot be one keeps its
/// text and says what is wrong with it.
/// </summary>
public sealed record EmailAddress
{
    private static readonly HashSet<string> PlaceholderWords = new(StringComparer.Ordinal)
    {
        "anonymous", "anonymous user", "anonym", "anonyme", "anónimo", "anônimo", "none", "n/a", "na", "nil", "null",
        "no", "no email", "no e-mail", "no mail", "none yet", "not available", "unknown", "don't have", "dont have", "i don't have", "i dont have", "no tengo", "aucun", "keine",
        "i don't have one", "i dont have one", "no email address", "ninguno", "ninguna", "sin correo", "no tengo correo", "pas d'email", "aucune", "pas d'adresse", "keine e-mail", "keine email", "habe keine", "não tenho", "nao tenho", "nenhum", "sem email", "sem e-mail",
        "nessuna", "nessuno", "non ho", "geen", "geen e-mail", "yok", "e-posta yok", "không có", "khong co", "không", "tidak ada", "belum ada", "tidak punya", "brak", "nie mam", "saknas", "нет", "нет почты", "لا يوجد", "无", "没有", "なし", "없음",
    };

    private static readonly SearchValues<char> OfDomains = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-");
    private static readonly SearchValues<char> OfLocalParts = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.!#$%&'*+/=?^_`{|}~-");

    private EmailAddress(string typed, string key, string? fault)
    {
        Typed = typed;
        Key = key;
        Fault = fault;
    }

    /// <summary>The text as it stands in the file.</summary>
    public string Typed { get; }

    /// <summary>
    /// The text by which addresses are compared: without invisible characters, <c>mailto:</c> and angle brackets, in Unicode form NFKC and
    /// lower case. Never empty.
    /// </summary>
    public string Key { get; }

    /// <summary>What keeps the text from being an address (<c>no at sign</c>); null when it is one.</summary>
    public string? Fault { get; }

    /// <summary>Whether the text has the form of one address.</summary>
    public bool IsValid => Fault is null;

    /// <summary>Reads what somebody typed.</summary>
    /// <param name="text">The cell's text; may be null.</param>
    /// <returns>The address, valid or not; null when nothing was given (blank, <c>anonymous</c>, <c>n/a</c>, no letter or digit at all).</returns>
    public static EmailAddress? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var key = Clean(text);
        if (!HasLetterOrDigit(key) || PlaceholderWords.Contains(key))
            return null;
        return new EmailAddress(text, key, FindFault(key));
    }

    /// <inheritdoc />
    public override string ToString() => Typed;

    private static bool HasLetterOrDigit(string text)
    {
        foreach (var character in text)
            if (char.IsLetterOrDigit(character))
                return true;
        return false;
    }

    private static string Clean(string text)
    {
        var cleaned = IsPlain(text) ? text : RemoveInvisible(text).InForm(NormalizationForm.FormKC);
        cleaned = cleaned.Trim();
        if (cleaned.EndsWith('>') && cleaned.LastIndexOf('<') is >= 0 and var open)
            cleaned = cleaned[(open + 1)..^1].Trim();
        if (cleaned.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            cleaned = cleaned["mailto:".Length..].Trim();
        return cleaned.ToLowerInvariant();
    }

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static string RemoveInvisible(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var character in text)
            if (char.IsWhiteSpace(character))
                kept.Append(' ');
            else if (CharUnicodeInfo.GetUnicodeCategory(character) is not (UnicodeCategory.Format or UnicodeCategory.Control))
                kept.Append(character);
        return kept.ToString();
    }

    private static string? FindFault(string key)
    {
        var at = key.IndexOf('@');
        if (at < 0)
            return "no at sign";
        if (key.IndexOf('@', at + 1) >= 0)
            return key.AsSpan().ContainsAny(" ,;/") ? "two addresses in one cell" : "two at signs";
        if (key.Contains(' '))
            return "a space inside";
        if (at == 0)
            return "nothing before the at sign";
        var domain = key.AsSpan(at + 1);
        if (domain.IsEmpty)
            return "nothing after the at sign";
        if (domain.IndexOf('.') < 0)
            return "no dot in the domain";
        if (domain[0] is '.' or '-' || domain[^1] is '.' or '-' || domain.Contains("..", StringComparison.Ordinal))
            return "a misplaced dot or hyphen in the domain";
        if (domain.Length - domain.LastIndexOf('.') - 1 < 2)
            return "a top-level domain of one letter";
        if (domain.ContainsAnyExcept(OfDomains) && !AreWords(domain, OfDomains))
            return "a character that no domain has";
        var local = key.AsSpan(0, at);
        return local.ContainsAnyExcept(OfLocalParts) && !AreWords(local, OfLocalParts) ? "a character that no address has" : null;
    }

    private static bool AreWords(ReadOnlySpan<char> text, SearchValues<char> allowed)
    {
        foreach (var rune in text.EnumerateRunes())
            if (!IsWord(rune) && !(rune.IsAscii && allowed.Contains((char)rune.Value)))
                return false;
        return true;
    }

    /// <summary>A letter, a digit, or a vowel sign or tone mark that many scripts write as a character of its own.</summary>
    private static bool IsWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
