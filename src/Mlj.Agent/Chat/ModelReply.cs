using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Mlj.Agent.Chat;

/// <summary>What came of asking a model once: an answer of bearable size, or why there is none.</summary>
internal sealed record ModelReply(ChatResponse? Response, ModelFailure? Failure)
{
    /// <summary>Asks and waits no longer than the deadline, also when the client does not stop by itself.</summary>
    /// <exception cref="OperationCanceledException">The caller no longer waits.</exception>
    public static async Task<ModelReply> AskAsync(
        IChatClient client, IReadOnlyList<ChatMessage> messages, ChatOptions options, int maxCharacters, CancellationToken deadline, CancellationToken caller)
    {
        try
        {
            // On a thread of its own: a client may do all its work before it first waits.
            var response = await Task.Run(() => client.GetResponseAsync(messages, options, deadline), deadline).WaitAsync(deadline).ConfigureAwait(false);
            return Length(response) > maxCharacters ? new(null, new(ModelFailureKind.TooLarge)) : new(response, null);
        }
        // A client of whatever make may throw whatever it likes; the kind is told, and the answer without a model stands.
        catch (Exception error) when (!caller.IsCancellationRequested)
        {
            return new(null, new(deadline.IsCancellationRequested ? ModelFailureKind.TimedOut : ModelFailureKind.Failed, error));
        }
        catch (Exception)
        {
            caller.ThrowIfCancellationRequested();
            throw;
        }
    }

    /// <summary>The texts of an answer in one.</summary>
    public static string Text(ChatResponse response) => string.Concat(response.Messages.Select(message => message.Text));

    private static long Length(ChatResponse response) => response.Messages.SelectMany(message => message.Contents).Sum(content => content switch
    {
        TextContent text => text.Text.Length,
        FunctionCallContent call => call.Name.Length + (call.Arguments?.Sum(argument => argument.Key.Length + Length(argument.Value)) ?? 0),
        _ => 0L,
    });

    private static long Length(object? value) => value switch
    {
        JsonElement json => json.GetRawText().Length,
        string text => text.Length,
        _ => 16,
    };
}
