using System.Text.Json.Serialization;

namespace Mlj.Agent.ColdEmails;

/// <summary>Requests and replies in their written form.</summary>
[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(ColdEmailRequest))]
[JsonSerializable(typeof(ColdEmailReply))]
public sealed partial class ColdEmailJson : JsonSerializerContext;
