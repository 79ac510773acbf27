using System.Text.Json.Serialization;

namespace Mlj.Agent.ColdEmails;

/// <summary>An e-mail's two texts.</summary>
/// <param name="Subject">One line of 6 to 10 words.</param>
/// <param name="Body">Greeting, paragraphs and sign-off, with a blank line between them.</param>
public sealed record ColdEmailText([property: JsonPropertyName("subject")] string Subject, [property: JsonPropertyName("body")] string Body);
