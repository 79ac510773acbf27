namespace Mlj.Merging.Identity;

/// <summary>
/// What a text that is no address may have been meant to be. Nothing is changed by this: a repair is only compared with the addresses that
/// others gave, and somebody decides.
/// </summary>
internal static class AddressRepair
{
    private static readonly (string Written, string Meant)[] WrittenSigns =
    [
        ("(at)", "@"), ("[at]", "@"), ("{at}", "@"), ("<at>", "@"), (" at ", "@"), ("(dot)", "."), ("[dot]", "."), ("{dot}", "."), (" dot ", "."),
        ("\\@", "@"), ("@mailto:", "@"), ("mailto:", ""), ("email:", ""), ("e-mail:", ""),
    ];

    private static readonly char[] Separators = [' ', ',', ';', '/', '|', '(', ')', '<', '>', '[', ']', '{', '}', '"', '\\', '\n', '\t'];

    /// <summary>The possible addresses, each with what was wrong; the local part alone where no domain was written.</summary>
    public static IEnumerable<(string Text, string Repair)> Of(string key, MailDomains domains)
    {
        var text = key;
        foreach (var (written, meant) in WrittenSigns)
            text = text.Replace(written, meant, StringComparison.Ordinal);
        if (!text.Contains('@'))
            return WithoutAtSign(text, domains);
        var repaired = WithAtSign(text, domains).DistinctBy(each => each.Text);
        return key.Contains('@') ? repaired : repaired.Select(each => (each.Text, "an at sign in words"));
    }

    private static IEnumerable<(string Text, string Repair)> WithAtSign(string text, MailDomains domains)
    {
        // A comma between two letters of the domain is a slip for the dot; elsewhere it stands between two things.
        if (text.Count(character => character == '@') == 1 && text.LastIndexOf(',') is var comma && comma > text.IndexOf('@') + 1 && comma < text.Length - 1 && text[comma + 1] != ' ')
            foreach (var repaired in WithAtSign(text.Remove(comma, 1).Insert(comma, "."), domains))
                yield return (repaired.Text, "a comma for a dot");
        foreach (var part in text.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
            if (part.Contains('@') && OneAddress(part) is { } address)
                yield return (address, part.Length < text.Length ? Beside(text, part) : Fault(text));
            else if (part.Length == text.Length && part.IndexOf('@') is > 0 and var at)
                yield return (part[..at], "nothing behind the at sign");
        if (text.Contains(' ') && OneAddress(text.Replace(" ", "", StringComparison.Ordinal)) is { } joined)
            yield return (joined, "a space inside");
    }

    /// <summary>The part before the first at sign with what follows the last one; null when a side is empty.</summary>
    private static string? OneAddress(string part)
    {
        var (first, last) = (part.IndexOf('@'), part.LastIndexOf('@'));
        var local = part[..first].Trim('.', ',', ':', '\'', '*', '`');
        var domain = part[(last + 1)..].Trim('.', '-', ',', ':', '\'', '*', '`', '!', '?', '_');
        while (domain.Contains("..", StringComparison.Ordinal))
            domain = domain.Replace("..", ".", StringComparison.Ordinal);
        return local.Length == 0 || domain.Length == 0 ? null : $"{local}@{domain}";
    }

    /// <summary>What stands beside an address: a comma is mostly only that.</summary>
    private static string Beside(string text, string address) =>
        text.Replace(address, "", StringComparison.Ordinal) is var rest && rest.Any(char.IsLetterOrDigit) ? "other words beside it"
        : rest.Trim() switch { "," => "a comma beside it", ";" => "a semicolon beside it", "" => "a space beside it", _ => "other characters beside it" };

    private static string Fault(string text) => text.IndexOf('@') != text.LastIndexOf('@') ? "two at signs"
        : text.AsSpan(text.IndexOf('@')).Contains('.') ? "a misplaced character" : "a domain without its end";

    /// <summary>A domain that is known may stand at the end; otherwise a single word may be all that stands before the at sign.</summary>
    private static IEnumerable<(string Text, string Repair)> WithoutAtSign(string text, MailDomains domains)
    {
        var word = text.Replace(" ", "", StringComparison.Ordinal);
        for (var at = 1; at < word.Length - 3; at++)
            if (domains.IsKnown(word[at..]))
            {
                var local = word[..at].TrimEnd('#', '"', '\'', '&', '*', '!', '(', ')', '[', ']', '/', '\\', '$', '%', '.', ',', '-');
                if (local.Length > 0)
                    yield return ($"{local}@{word[at..]}", "no at sign");
                yield break;
            }
        if (!text.AsSpan().Trim().ContainsAny(' ', '/', ','))
            yield return (text.Trim(), "no at sign");
    }
}
