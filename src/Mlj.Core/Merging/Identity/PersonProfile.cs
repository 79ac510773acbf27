using Mlj.Recognition;

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
        Addresses = [.. Given(participant, response => response.Email?.Key).SelectMany(given => AddressReading.Of(given.Response.Email!, domains))],
        Phones = [.. Given(participant, response => response.Phone).SelectMany(given => PhoneNumber.KeysOf(given.Text)).Distinct(StringComparer.Ordinal)],
        Names = NamesOf(participant),
        Sittings = Sitting.Of(participant),
    };

    private static NameWords[] NamesOf(Participant participant)
    {
        var names = new List<NameWords>();
        foreach (var (text, _) in Given(participant, response => response.Name))
            if (NameWords.Of(text) is { } name && !names.Exists(other => name.Words.AsSpan().SequenceEqual(other.Words)))
                names.Add(name);
        return names.Count == 1 ? [names[0]] : [.. names.Where(name => !names.Exists(name.SaysNoMoreThan)).Take(MostSpellings)];
    }

    /// <summary>What somebody gave in one question, each answer once, with the first row that has it.</summary>
    private static List<(string Text, Response Response)> Given(Participant participant, Func<Response, string?> question)
    {
        var given = new List<(string Text, Response Response)>(1);
        foreach (var attempt in participant.Attempts)
            if (question(attempt.Response) is { } text && !given.Exists(each => each.Text == text))
                given.Add((text, attempt.Response));
        return given;
    }
}
