using Mlj.Recognition.Responses;
using Mlj.Values;

namespace Mlj.Merging;

/// <summary>
/// What one person gave in all rows, gathered in one walk over them. Nearly everybody gives one name, one address and one telephone in all
/// tests, and then nobody needs to look at the rows again.
/// </summary>
internal struct PersonDetails
{
    private int _lastTest;
    private bool _hasSat;

    /// <summary>The name that was given first; null when none was.</summary>
    public string? Name;

    /// <summary>The telephone that was given first, as typed; null when none was.</summary>
    public string? Phone;

    /// <summary>The address that was given first; null when none was.</summary>
    public EmailAddress? Email;

    /// <summary>Whether another name was given too.</summary>
    public bool HasSeveralNames;

    /// <summary>Whether another telephone was given too.</summary>
    public bool HasSeveralPhones;

    /// <summary>Whether an address with another key was given too.</summary>
    public bool HasSeveralEmails;

    /// <summary>Whether there is more than one row of a test.</summary>
    public bool HasRetaken;

    /// <summary>Adds a row. Those of one test come one after another.</summary>
    public void Add(in ResponseRow row, EmailAddress? email, int test)
    {
        HasSeveralNames |= IsAnother(ref Name, row.Name);
        HasSeveralPhones |= IsAnother(ref Phone, row.Phone);
        if (email is not null && !ReferenceEquals(email, Email ??= email) && email.Key != Email.Key)
            HasSeveralEmails = true;
        HasRetaken |= _hasSat && _lastTest == test;
        (_lastTest, _hasSat) = (test, true);
    }

    private static bool IsAnother(ref string? known, string? given) => given is not null && !ReferenceEquals(given, known ??= given) && given != known;
}
