using System.Runtime.InteropServices;
using Mlj.Values;

namespace Mlj.Merging.Identity;

/// <summary>The domains of an upload and how many addresses use each, to tell a slip from another domain.</summary>
internal sealed class MailDomains
{
    private const int FewAddresses = 3;
    private const int Dwarfed = 20;

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public MailDomains(IEnumerable<Participant> participants)
    {
        var counts = _counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var participant in participants)
            foreach (var email in participant.Emails)
                if (email.IndexOf('@') is > 0 and var at && email.LastIndexOf('@') == at && email.AsSpan(at).Contains('.'))
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, email.AsSpan(at + 1), out _)++;
    }

    public int Count(string domain) => _counts.GetValueOrDefault(domain);

    public bool IsKnown(string domain) => Count(domain) > 0 || IdentityWords.Instance.Providers.Contains(domain);

    /// <summary>Whether one domain is the other one mistyped: nearly the same letters, and not two domains that both have their people.</summary>
    public bool IsSlip(string domain, string other)
    {
        if (Math.Abs(domain.Length - other.Length) > 2 || AreBothInUse(domain, other))
            return false;
        var most = Math.Min(domain.Length, other.Length) >= 8 ? 2 : 1;
        return Nearness.Distance(domain, other, most) <= most;
    }

    /// <summary>Whether the domain of an address is the mistyped one of another address.</summary>
    public bool HasSlip(string email, string other) => email[(email.LastIndexOf('@') + 1)..] is var domain && other[(other.LastIndexOf('@') + 1)..] is var meant
        && domain != meant && IsSlip(domain, meant) && IsTheSlip(domain, meant);

    /// <summary>Which of two domains is the mistyped one: never a provider's, else the one that fewer use.</summary>
    public bool IsTheSlip(string domain, string other)
    {
        var providers = IdentityWords.Instance.Providers;
        return providers.Contains(domain) == providers.Contains(other)
            ? Count(domain) < Count(other) || (Count(domain) == Count(other) && string.CompareOrdinal(domain, other) > 0)
            : providers.Contains(other);
    }

    private bool AreBothInUse(string domain, string other)
    {
        var providers = IdentityWords.Instance.Providers;
        if (providers.Contains(domain) || providers.Contains(other))
            return providers.Contains(domain) && providers.Contains(other);
        var (fewer, more) = (Math.Min(Count(domain), Count(other)), Math.Max(Count(domain), Count(other)));
        return fewer >= FewAddresses && fewer * Dwarfed > more;
    }
}
