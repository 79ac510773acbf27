using System.Text.Json.Serialization;

namespace Mlj.Agent.ColdEmails;

/// <summary>The facts of a cold e-mail; it states no others. On the wire in snake_case. Immutable.</summary>
public sealed record ColdEmailRequest
{
    /// <summary>To whom it goes; required.</summary>
    [JsonPropertyName("recipient_name")]
    public string? RecipientName { get; init; }

    /// <summary>The recipient's company or school; required.</summary>
    [JsonPropertyName("company")]
    public string? Company { get; init; }

    /// <summary>What the recipient is in charge of; required.</summary>
    [JsonPropertyName("role_focus")]
    public string? RoleFocus { get; init; }

    /// <summary>What is offered; required.</summary>
    [JsonPropertyName("your_offering")]
    public string? YourOffering { get; init; }

    /// <summary>Why the sender can do it; required.</summary>
    [JsonPropertyName("your_credentials")]
    public string? YourCredentials { get; init; }

    /// <summary>Who signs; required.</summary>
    [JsonPropertyName("your_name")]
    public string? YourName { get; init; }

    /// <summary>What is known of the recipient or the company; nothing by default.</summary>
    [JsonPropertyName("research_notes")]
    public string? ResearchNotes { get; init; }

    /// <summary>Addresses on the web that may be named; none by default.</summary>
    [JsonPropertyName("links")]
    public IReadOnlyList<string>? Links { get; init; }

    /// <summary>The sender's position; none by default.</summary>
    [JsonPropertyName("your_title")]
    public string? YourTitle { get; init; }

    /// <summary>The wire names of what must be given and is not, in the order of the fields. Blank counts as not given.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> MissingFields =>
    [
        .. new[]
        {
            ("recipient_name", RecipientName), ("company", Company), ("role_focus", RoleFocus),
            ("your_offering", YourOffering), ("your_credentials", YourCredentials), ("your_name", YourName),
        }.Where(each => FactText.Line(each.Item2).Length == 0).Select(each => each.Item1),
    ];

    /// <summary>Everything that was given, as one text.</summary>
    [JsonIgnore]
    internal string AllFacts => string.Join('\n', new[] { RecipientName, Company, RoleFocus, YourOffering, YourCredentials, YourName, ResearchNotes, YourTitle }.Concat(Links ?? []).Select(FactText.Line));
}
