using System.Text.Json.Serialization;
using Mlj.Hosting.Telegram.Api.Shapes;

namespace Mlj.Hosting.Telegram.Api;

/// <summary>How the shapes are written and read; made by the compiler.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Update))]
[JsonSerializable(typeof(InlineKeyboardMarkup))]
[JsonSerializable(typeof(GetUpdates))]
[JsonSerializable(typeof(SendMessage))]
[JsonSerializable(typeof(EditMessageText))]
[JsonSerializable(typeof(EditMessageCaption))]
[JsonSerializable(typeof(AnswerCallbackQuery))]
[JsonSerializable(typeof(GetFile))]
[JsonSerializable(typeof(SetMyCommands))]
[JsonSerializable(typeof(SetWebhook))]
[JsonSerializable(typeof(DeleteWebhook))]
[JsonSerializable(typeof(ApiResponse<IReadOnlyList<Update>>), TypeInfoPropertyName = "Updates")]
[JsonSerializable(typeof(ApiResponse<Message>), TypeInfoPropertyName = "MessageAnswer")]
[JsonSerializable(typeof(ApiResponse<FileLocation>), TypeInfoPropertyName = "FileAnswer")]
[JsonSerializable(typeof(ApiResponse<System.Text.Json.JsonElement?>), TypeInfoPropertyName = "AnyAnswer")]
internal sealed partial class BotApiJson : JsonSerializerContext;
