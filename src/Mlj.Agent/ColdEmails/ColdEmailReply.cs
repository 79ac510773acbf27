using System.Text.Json.Serialization;

namespace Mlj.Agent.ColdEmails;

/// <summary>An e-mail that keeps the rules, or what is missing for one. On the wire in snake_case. Nothing has been sent.</summary>
public sealed record ColdEmailReply
{
    /// <summary>Whether there is an e-mail.</summary>
    [JsonPropertyName("success")]
    public bool Success => Email is not null;

    /// <summary>Why there is none; null when there is one.</summary>
    [JsonPropertyName("error")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    /// <summary>The fields that are needed, when one is missing; otherwise null.</summary>
    [JsonPropertyName("required_fields")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? RequiredFields { get; init; }

    /// <summary>Why it says what it says.</summary>
    [JsonPropertyName("reasoning")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ColdEmailReasoning? Reasoning { get; init; }

    /// <summary>The e-mail.</summary>
    [JsonPropertyName("email")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ColdEmailText? Email { get; init; }

    /// <summary>What the model wrote, when its e-mail is used; otherwise null.</summary>
    [JsonPropertyName("raw_response")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RawResponse { get; init; }

    /// <summary>Whether a model wrote the e-mail.</summary>
    [JsonPropertyName("model_used")]
    public bool ModelUsed { get; init; }

    /// <summary>What should be known of it, such as that no model was used; null when nothing.</summary>
    [JsonPropertyName("note")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }
}
