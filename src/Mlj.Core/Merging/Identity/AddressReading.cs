using System.Globalization;
using System.Text;
using Mlj.Values;

namespace Mlj.Merging.Identity;

/// <summary>What a typed address says, or what an invalid one may have been meant to say.</summary>
internal sealed class AddressReading
{
    /// <summary>No address is longer: 64 characters, the sign, 255 for the domain. Longer texts are no attempt at one.</summary>
    public const int Longest = 320;

    private const string Page = "www.";

    private readonly string _local, _domain;

    private AddressReading(string local, string domain, string? repair)
    {
        (_local, _domain) = (local, domain);
        Repair = repair;
        var parts = Parts;
        (Local, Letters, Domain) = (parts.Local.ToString(), parts.Letters.ToString(), parts.Domain);
    }

    /// <summary>The address with the repair, before anything else is left out.</summary>
    public string Typed => _domain.Length == 0 ? _local : $"{_local}@{_domain}";

    /// <summary>What was wrong, in words; null for an address as it was typed.</summary>
    public string? Repair { get; }

    /// <summary>The part before the at sign, without a tag, and without dots where the provider ignores them.</summary>
    public string Local { get; }

    /// <summary>The letters and digits of <see cref="Local"/>.</summary>
    public string Letters { get; }

    /// <summary>The domain, by the provider's first name; empty when none was written. Without a dot when it was cut short.</summary>
    public string Domain { get; }

    /// <summary>What was written between a plus sign and the at sign: <c>tests</c> in <c>ada+tests@example.org</c>; empty when nothing was.</summary>
    public string Tag => _local.IndexOf('+') is > 0 and var plus ? _local[(plus + 1)..] : "";

    /// <summary>The same as parts.</summary>
    public AddressParts Parts => new(_local, new MailDomain(_domain), new char[2 * _local.Length]);

    /// <summary>What two addresses of one mailbox have in common.</summary>
    public string Mailbox => $"{Local}@{Domain}";

    /// <summary>Whether the local part is nobody's in particular.</summary>
    public bool IsGeneral => IdentityWords.Instance.GeneralLocalParts.Contains(Letters);

    /// <summary>The readings of an address, the likeliest first; none for words that are no attempt at an address.</summary>
    public static List<AddressReading> Of(EmailAddress email, MailDomains domains)
    {
        var key = email.Key;
        var readings = new List<AddressReading>(1);
        if (key.Length > Longest)
            return readings;
        if (email.IsValid)
            Add(key, null);
        if (email.IsValid && IsOfAPage(key))
            Add(key[Page.Length..], "'www.' before it");
        if (!Ascii.IsValid(key) && InLatinLetters(key) is { } latin && latin != key)
            Add(latin, "letters that only look like those of an address");
        if (!Ascii.IsValid(key) && OnLatinKeys(key) is { } meant)
            Add(meant, "typed with the keyboard in another alphabet");
        if (!email.IsValid)
            foreach (var (text, repair) in AddressRepair.Of(key, domains))
                Add(text, repair);
        return readings;

        void Add(string text, string? repair)
        {
            var at = text.LastIndexOf('@');
            var reading = at < 0 ? new AddressReading(text, "", repair) : new AddressReading(text[..at], text[(at + 1)..], repair);
            if (reading.Letters.Length > 0 && !readings.Exists(each => each.Local == reading.Local && each.Domain == reading.Domain))
                readings.Add(reading);
        }
    }

    /// <summary>Whether an address begins as that of a page does, which none is meant to.</summary>
    public static bool IsOfAPage(ReadOnlySpan<char> key) => key.StartsWith(Page, StringComparison.Ordinal) && key.Length > Page.Length && key[Page.Length] != '@';

    /// <summary>The address that the same keys give on a Latin keyboard, where <c>"</c> is the at sign's key; null when the text gives none.</summary>
    private static string? OnLatinKeys(string text)
    {
        var latin = new StringBuilder(text.Length);
        foreach (var character in text.Contains('@') ? text : text.Replace('"', '@'))
            if (char.IsAscii(character))
                latin.Append(character);
            else if (IdentityWords.Instance.OnLatinKey(character) is { } key)
                latin.Append(key);
            else
                return null;
        return EmailAddress.Read(latin.ToString()) is { IsValid: true } address ? address.Key : null;
    }

    /// <summary>The text with marks stripped and letters of other alphabets as the Latin ones they look like; null when others are left.</summary>
    private static string? InLatinLetters(string text)
    {
        var latin = new StringBuilder(text.Length);
        foreach (var character in text.InForm(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsAscii(character))
                latin.Append(character);
            else if (IdentityWords.Instance.LatinLike(character) is { } alike)
                latin.Append(alike);
            else
                return null;
        }
        return latin.ToString();
    }
}
