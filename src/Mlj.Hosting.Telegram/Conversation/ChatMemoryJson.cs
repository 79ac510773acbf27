using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mlj.Hosting.Telegram.Conversation;

/// <summary>How a chat's memory is written and read; made by the compiler.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChatMemory))]
internal sealed partial class ChatMemoryJson : JsonSerializerContext
{
    public static string Write(ChatMemory memory) => JsonSerializer.Serialize(memory, Default.ChatMemory);

    public static ChatMemory Read(string? json) => json is null ? new ChatMemory() : JsonSerializer.Deserialize(json, Default.ChatMemory)!;
}
