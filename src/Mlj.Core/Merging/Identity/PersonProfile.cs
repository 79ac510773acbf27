namespace Mlj.Merging.Identity;

/// <summary>What is compared of a participant; each part is made when it is asked for. Not safe to share between threads.</summary>
internal sealed class PersonProfile(Participant participant, MailDomains domains)
{
    private const int MostSpellings = 6;

    public Participant Participant => participant;

    /// <summary>The readings of all addresses.</summary>
    public IReadOnlyList<AddressReading> Addresses => field ??= Given(static (placements, row) => placements.EmailOf(row)) is var emails && emails.Length == 1
        ? AddressReading.Of(emails[0], domains)
        : [.. emails.DistinctBy(email => email.Key, StringComparer.Ordinal).SelectMany(email => AddressReading.Of(email, domains))];

    /// <summary>The telephones, as <see cref="PhoneNumber"/> compares them.</summary>
    public string[] Phones => field ??= participant.Details is { HasSeveralPhones: false } details ? details.Phone is { } only ? PhoneNumber.KeysOf(only) : []
        : [.. Given(static (placements, row) => placements.Row(row, out _).Phone).SelectMany(PhoneNumber.KeysOf).Distinct(StringComparer.Ordinal)];

    /// <summary>The spellings of the name, without those that another one says in full.</summary>
    public NameWords[] Names => field ??= FindNames();

    /// <summary>The tests that were sat, by number.</summary>
    public Sitting[] Sittings => field ??= Sitting.Of(participant);

    public string Email => participant.Email!;

    public bool HasValidAddress => Addresses is [{ Repair: null }, ..];

    private NameWords[] FindNames()
    {
        var names = new List<NameWords>(1);
        foreach (var text in Given(static (placements, row) => placements.Row(row, out _).Name))
            if (NameWords.Of(text) is { } name && !names.Exists(name.IsWrittenAs))
                names.Add(name);
        return names.Count == 1 ? [names[0]] : [.. names.Where(name => !names.Exists(name.SaysNoMoreThan)).Take(MostSpellings)];
    }

    /// <summary>What somebody gave in one question, each answer once.</summary>
    private T[] Given<T>(Func<Placements, int, T?> question) where T : class
    {
        T[] given = [];
        foreach (var row in participant.Rows)
            if (question(participant.Placements, row) is { } answer && Array.IndexOf(given, answer) < 0)
                given = [.. given, answer];
        return given;
    }
}
