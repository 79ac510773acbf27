using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Mlj.Agent.Tests.Chat;

/// <summary>A model that says what a test tells it to, and keeps what it was asked.</summary>
internal sealed class ScriptedClient(params IReadOnlyList<Func<IReadOnlyList<ChatMessage>, CancellationToken, Task<ChatResponse>>> answers) : IChatClient
{
    /// <summary>All that was sent, a request each: messages and tools as text.</summary>
    public List<string> Sent { get; } = [];

    public static ScriptedClient Calling(params (string Name, string Arguments)[] calls) => new((_, _) => Task.FromResult(Calls(calls)));

    public static ScriptedClient Saying(string text) => new((_, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, text))));

    public static ChatResponse Calls(params (string Name, string Arguments)[] calls) => new(new ChatMessage(ChatRole.Assistant,
        [.. calls.Select((call, index) => (AIContent)new FunctionCallContent($"call_{index}", call.Name, Arguments(call.Arguments)))]));

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var sent = messages.ToList();
        var tools = options?.Tools?.OfType<AIFunctionDeclaration>().Select(tool => $"{tool.Name} {tool.Description} {tool.JsonSchema.GetRawText()}") ?? [];
        Sent.Add(string.Join('\n', sent.Select(message => $"{message.Role}: {message.Text}")) + "\n\n" + string.Join('\n', tools));
        return await answers[Math.Min(Sent.Count, answers.Count) - 1](sent, cancellationToken);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private static Dictionary<string, object?> Arguments(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToDictionary(each => each.Name, each => (object?)each.Value.Clone());
    }
}
