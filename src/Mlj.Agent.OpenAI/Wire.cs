using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using Extensions = Microsoft.Extensions.AI;

namespace Mlj.Agent.OpenAI;

/// <summary>Messages, tools and answers between the abstractions and the official package.</summary>
internal static class Wire
{
    public static IEnumerable<global::OpenAI.Chat.ChatMessage> Messages(IEnumerable<Extensions.ChatMessage> messages, Extensions.ChatOptions? options)
    {
        if (!string.IsNullOrEmpty(options?.Instructions))
            yield return new SystemChatMessage(options.Instructions);
        foreach (var message in messages)
            if (message.Role == ChatRole.System)
                yield return new SystemChatMessage(message.Text);
            else if (message.Role == ChatRole.User)
                yield return new UserChatMessage(message.Text);
            else if (message.Role == ChatRole.Tool)
                foreach (var result in message.Contents.OfType<FunctionResultContent>())
                    yield return new ToolChatMessage(result.CallId, result.Result as string ?? Json(result.Result));
            else
                yield return Assistant(message);
    }

    public static ChatCompletionOptions Options(Extensions.ChatOptions? options)
    {
        var sent = new ChatCompletionOptions
        {
            Temperature = options?.Temperature,
            TopP = options?.TopP,
            FrequencyPenalty = options?.FrequencyPenalty,
            PresencePenalty = options?.PresencePenalty,
            MaxOutputTokenCount = options?.MaxOutputTokens,
        };
        foreach (var stop in options?.StopSequences ?? [])
            sent.StopSequences.Add(stop);
        foreach (var tool in options?.Tools?.OfType<AIFunctionDeclaration>() ?? [])
            sent.Tools.Add(ChatTool.CreateFunctionTool(tool.Name, tool.Description, BinaryData.FromString(tool.JsonSchema.GetRawText())));
        if (sent.Tools.Count > 0)
        {
            sent.ToolChoice = options!.ToolMode switch
            {
                RequiredChatToolMode { RequiredFunctionName: { } name } => ChatToolChoice.CreateFunctionChoice(name),
                RequiredChatToolMode => ChatToolChoice.CreateRequiredChoice(),
                NoneChatToolMode => ChatToolChoice.CreateNoneChoice(),
                AutoChatToolMode => ChatToolChoice.CreateAutoChoice(),
                _ => null,
            };
            sent.AllowParallelToolCalls = options.AllowMultipleToolCalls;
        }
        sent.ResponseFormat = options?.ResponseFormat switch
        {
            ChatResponseFormatJson { Schema: { } schema } json =>
                global::OpenAI.Chat.ChatResponseFormat.CreateJsonSchemaFormat(json.SchemaName ?? "answer", BinaryData.FromString(schema.GetRawText()), json.SchemaDescription),
            ChatResponseFormatJson => global::OpenAI.Chat.ChatResponseFormat.CreateJsonObjectFormat(),
            _ => null,
        };
        return sent;
    }

    public static ChatResponse Response(ChatCompletion completion)
    {
        var message = new Extensions.ChatMessage(ChatRole.Assistant, [.. completion.Content.Where(part => part.Text is not null).Select(part => new TextContent(part.Text))]) { MessageId = completion.Id };
        if (!string.IsNullOrEmpty(completion.Refusal))
            message.Contents.Add(new TextContent(completion.Refusal));
        foreach (var call in completion.ToolCalls)
            message.Contents.Add(Call(call.Id, call.FunctionName, call.FunctionArguments.ToString()));
        return new(message)
        {
            ResponseId = completion.Id,
            ModelId = completion.Model,
            CreatedAt = completion.CreatedAt,
            FinishReason = Reason(completion.FinishReason),
            Usage = Usage(completion.Usage),
        };
    }

    /// <summary>A call as the model wrote it; arguments that are no JSON object are told, not thrown.</summary>
    public static FunctionCallContent Call(string id, string name, string arguments)
    {
        try
        {
            using var json = JsonDocument.Parse(string.IsNullOrWhiteSpace(arguments) ? "{}" : arguments, Strict);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
                return new(id, name, json.RootElement.EnumerateObject().ToDictionary(each => each.Name, each => (object?)each.Value.Clone()));
            throw new JsonException("The arguments are no object.");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            return new(id, name) { Exception = error };
        }
    }

    public static Extensions.ChatFinishReason Reason(global::OpenAI.Chat.ChatFinishReason reason) => reason switch
    {
        global::OpenAI.Chat.ChatFinishReason.Length => Extensions.ChatFinishReason.Length,
        global::OpenAI.Chat.ChatFinishReason.ContentFilter => Extensions.ChatFinishReason.ContentFilter,
        global::OpenAI.Chat.ChatFinishReason.ToolCalls or global::OpenAI.Chat.ChatFinishReason.FunctionCall => Extensions.ChatFinishReason.ToolCalls,
        _ => Extensions.ChatFinishReason.Stop,
    };

    public static UsageDetails? Usage(ChatTokenUsage? usage) => usage is null
        ? null
        : new() { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount, TotalTokenCount = usage.TotalTokenCount };

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static AssistantChatMessage Assistant(Extensions.ChatMessage message)
    {
        var calls = message.Contents.OfType<FunctionCallContent>()
            .Select(call => ChatToolCall.CreateFunctionToolCall(call.CallId, call.Name, BinaryData.FromString(Json(call.Arguments ?? new Dictionary<string, object?>())))).ToList();
        if (calls.Count == 0)
            return new(message.Text);
        var said = new AssistantChatMessage(calls);
        if (message.Text.Length > 0)
            said.Content.Add(ChatMessageContentPart.CreateTextPart(message.Text));
        return said;
    }

    private static string Json(object? value) => JsonSerializer.Serialize(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(object)));
}
