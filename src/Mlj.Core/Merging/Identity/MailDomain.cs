namespace Mlj.Merging.Identity;

/// <summary>What stands behind the at sign of an address.</summary>
internal sealed class MailDomain
{
    /// <summary>Reads a domain as it is written; empty when none is.</summary>
    public MailDomain(string written)
    {
        var words = IdentityWords.Instance;
        Name = words.SameProvider.GetValueOrDefault(written, written);
        DotsDoNotCount = words.DotsDoNotCount.Contains(Name);
    }

    /// <summary>The domain, by the provider's first name.</summary>
    public string Name { get; }

    /// <summary>Whether <c>a.b</c> and <c>ab</c> are one mailbox there.</summary>
    public bool DotsDoNotCount { get; }
}
