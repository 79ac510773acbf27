using Mlj.Values;

namespace Mlj.Merging.Identity;

/// <summary>The domains of an upload and how many addresses use each, to tell a slip from another domain.</summary>
internal sealed class MailDomains
{
    private const int FewAddresses = 3;
    private const int Dwarfed = 20;

    private readonly TextNumbers _numbers = new();
    private readonly List<MailDomain> _domains = [];
    private int[] _counts = new int[32];

    public MailDomains(IEnumerable<Participant> participants)
    {
        foreach (var participant in participants)
            if (participant.HasSeveralEmails)
                foreach (var email in participant.Emails)
                    CountDomain(email);
            else if (participant.Email is { } only)
                CountDomain(only);
    }

    public int Count(string domain) => _numbers.Find(domain) is >= 0 and var number ? _counts[number] : 0;

    /// <summary>The domain that is written behind an at sign.</summary>
    public MailDomain Of(ReadOnlySpan<char> written) => _numbers.Find(written) is >= 0 and var number ? _domains[number] : new MailDomain(written.ToString());

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

    private void CountDomain(string email)
    {
        if (email.IndexOf('@') is not (> 0 and var at) || email.LastIndexOf('@') != at || !email.AsSpan(at).Contains('.'))
            return;
        var number = _numbers.Add(email.AsSpan(at + 1));
        if (number == _domains.Count)
            _domains.Add(new MailDomain(_numbers[number]));
        if (number == _counts.Length)
            Array.Resize(ref _counts, 2 * number);
        _counts[number]++;
    }
}
