using Mlj.Values;

namespace Mlj.Merging.Identity;

/// <summary>What is compared of a participant.</summary>
internal sealed class PersonProfile
{
    private const int MostSpellings = 6;

    private PersonProfile(Participant participant) => Participant = participant;

    public Participant Participant { get; }

    public required IReadOnlyList<AddressReading> Addresses { get; init; }

    /// <summary>The telephones, as <see cref="PhoneNumber"/> compares them.</summary>
    public required string[] Phones { get; init; }

    /// <summary>The spellings of the name, without those that another one says in full.</summary>
    public required NameWords[] Names { get; init; }

    /// <summary>The tests that were sat, by number.</summary>
    public required Sitting[] Sittings { get; init; }

    public string Email => Participant.Email!;

    public bool HasValidAddress => Addresses is [{ Repair: null }, ..];

    public static PersonProfile Of(Participant participant, MailDomains domains) => new(participant)
    {
        Addresses = [.. participant.Attempts.Select(attempt => attempt.Response.Email).OfType<EmailAddress>().DistinctBy(email => email.Key, StringComparer.Ordinal).SelectMany(email => AddressReading.Of(email, domains))],
        Phones = [.. participant.Attempts.Select(attempt => attempt.Response.Phone).OfType<string>().Distinct(StringComparer.Ordinal).SelectMany(PhoneNumber.KeysOf).Distinct(StringComparer.Ordinal)],
        Names = NamesOf(participant),
        Sittings = Sitting.Of(participant),
    };

    private static NameWords[] NamesOf(Participant participant)
    {
        var names = participant.Attempts.Select(attempt => attempt.Response.Name).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(NameWords.Of).OfType<NameWords>().DistinctBy(name => string.Join(' ', name.Words), StringComparer.Ordinal).ToList();
        return [.. names.Where(name => !names.Exists(name.SaysNoMoreThan)).Take(MostSpellings)];
    }
}
