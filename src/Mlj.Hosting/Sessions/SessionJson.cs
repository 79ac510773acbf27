using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mlj.Hosting.Sessions;

/// <summary>Sessions in their stored form.</summary>
internal static class SessionJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static StoredSession Write(Session session) =>
        new(session.Id, session.Version, session.Created, session.Expires, JsonSerializer.Serialize(session, Options));

    public static Session Read(StoredSession stored) =>
        JsonSerializer.Deserialize<Session>(stored.State, Options)! with { Id = stored.Id, Version = stored.Version, Created = stored.Created, Expires = stored.Expires };

    /// <summary>A text that is the same for equal values, to compare cheaply what something was made of.</summary>
    public static string Stamp<T>(T value) => JsonSerializer.Serialize(value, Options);
}
