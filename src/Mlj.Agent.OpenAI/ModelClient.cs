using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using Polly;
using Polly.Retry;
using Extensions = Microsoft.Extensions.AI;

namespace Mlj.Agent.OpenAI;

/// <summary>
/// Any OpenAI-compatible service as an <see cref="IChatClient"/>: answers whole or streamed, with tools; a time limit a try, retries that wait as
/// long as the service asks, a limit of size. Safe to share between threads.
/// </summary>
public sealed class ModelClient : IChatClient
{
    private readonly ModelEndpoint _endpoint;
    private readonly ModelClientOptions _options;
    private readonly TimeProvider _time;
    private readonly ModelServiceErrors _errors;
    private readonly HttpClient _http;
    private readonly ChatClient _chat;
    private readonly ResiliencePipeline _retries;

    /// <summary>Sets a client up; nothing is sent yet.</summary>
    /// <param name="endpoint">Where the model is.</param>
    /// <param name="options">How patient the client is; the defaults when null.</param>
    /// <param name="time">The clock of the waits between tries; the system's when null.</param>
    public ModelClient(ModelEndpoint endpoint, ModelClientOptions? options = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        _endpoint = endpoint;
        _options = options ?? ModelClientOptions.Default;
        _time = time ?? TimeProvider.System;
        _errors = new(endpoint, _options, _time);
        // A redirect could take the words elsewhere; the tries have their own limit of time.
        _http = new(new LimitedAnswers(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }, _options.MaxAnswerBytes)) { Timeout = Timeout.InfiniteTimeSpan };
        _chat = new(endpoint.Model, new ApiKeyCredential(endpoint.Key ?? "none"), new OpenAIClientOptions
        {
            Endpoint = endpoint.BaseAddress,
            Transport = new HttpClientPipelineTransport(_http),
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            ClientLoggingOptions = new() { EnableLogging = false, EnableMessageLogging = false, EnableMessageContentLogging = false },
        });
        _retries = Retries();
    }

    /// <inheritdoc />
    /// <exception cref="ModelServiceException">The service gave no usable answer.</exception>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<Extensions.ChatMessage> messages, Extensions.ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var sent = Wire.Messages(messages, options).ToList();
        return await _retries.ExecuteAsync(async cancellation =>
        {
            using var attempt = Attempt(cancellation);
            return await Mapped(async () => Wire.Response((await _chat.CompleteChatAsync(sent, Wire.Options(options), attempt.Token).ConfigureAwait(false)).Value), attempt.Token, cancellation).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    /// <remarks>A try is repeated only before its first piece is there. Calls of tools come whole, at the end.</remarks>
    /// <exception cref="ModelServiceException">The service gave no usable answer, or broke off within it.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<Extensions.ChatMessage> messages, Extensions.ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var sent = Wire.Messages(messages, options).ToList();
        using var attempts = new Attempts();
        var (pieces, hasPiece) = await _retries.ExecuteAsync(async cancellation =>
        {
            var attempt = attempts.Next(Attempt(cancellation));
            return await Mapped(async () =>
            {
                var enumerator = _chat.CompleteChatStreamingAsync(sent, Wire.Options(options), attempt.Token).GetAsyncEnumerator(attempt.Token);
                return (enumerator, await enumerator.MoveNextAsync().ConfigureAwait(false));
            }, attempt.Token, cancellation).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
        await using var disposing = pieces.ConfigureAwait(false);
        var calls = new SortedDictionary<int, (string Id, string Name, StringBuilder Arguments)>();
        var (id, model) = ((string?)null, (string?)null);
        if (!hasPiece)
            throw _errors.Unreadable();
        while (hasPiece)
        {
            var piece = pieces.Current;
            (id, model) = (piece.CompletionId, piece.Model);
            foreach (var call in piece.ToolCallUpdates)
            {
                var (callId, name, arguments) = calls.TryGetValue(call.Index, out var begun) ? begun : ("", "", new StringBuilder());
                calls[call.Index] = (call.ToolCallId ?? callId, call.FunctionName ?? name, arguments.Append(call.FunctionArgumentsUpdate?.ToString()));
            }
            var contents = piece.ContentUpdate.Where(part => !string.IsNullOrEmpty(part.Text)).Select(part => (AIContent)new TextContent(part.Text)).ToList();
            if (Wire.Usage(piece.Usage) is { } usage)
                contents.Add(new UsageContent(usage));
            if (contents.Count > 0 || piece.FinishReason is not null)
                yield return new(ChatRole.Assistant, contents) { ResponseId = id, MessageId = id, ModelId = model, FinishReason = piece.FinishReason is { } reason ? Wire.Reason(reason) : null };
            hasPiece = await Mapped(async () => await pieces.MoveNextAsync().ConfigureAwait(false), attempts.Token, cancellationToken).ConfigureAwait(false);
        }
        if (calls.Count > 0)
            yield return new(ChatRole.Assistant, [.. calls.Values.Select(call => (AIContent)Wire.Call(call.Id, call.Name, call.Arguments.ToString()))]) { ResponseId = id, MessageId = id, ModelId = model };
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(_endpoint.BaseAddress.Host, _endpoint.BaseAddress, _endpoint.Model)
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private CancellationTokenSource Attempt(CancellationToken cancellation)
    {
        var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        attempt.CancelAfter(_options.TryTimeout);
        return attempt;
    }

    private async Task<T> Mapped<T>(Func<Task<T>> call, CancellationToken attempt, CancellationToken caller)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception error) when (!caller.IsCancellationRequested && _errors.Of(error, attempt) is { } ours)
        {
            throw ours;
        }
        catch (Exception)
        {
            caller.ThrowIfCancellationRequested();
            throw;
        }
    }

    private ResiliencePipeline Retries() => _options.Retries == 0
        ? ResiliencePipeline.Empty
        : new ResiliencePipelineBuilder { TimeProvider = _time }.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = _options.Retries,
            Delay = _options.RetryDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = new PredicateBuilder().Handle<ModelServiceException>(error =>
                error.Fault is ModelServiceFault.RateLimited or ModelServiceFault.ServerError or ModelServiceFault.Unreachable && !(error.RetryAfter > _options.LongestRetryAfter)),
            DelayGenerator = static arguments => ValueTask.FromResult((arguments.Outcome.Exception as ModelServiceException)?.RetryAfter),
        }).Build();

    /// <summary>The limit of time of the try that counts; earlier ones are disposed of.</summary>
    private sealed class Attempts : IDisposable
    {
        private CancellationTokenSource? _current;

        public CancellationToken Token => _current!.Token;

        public CancellationTokenSource Next(CancellationTokenSource attempt)
        {
            _current?.Dispose();
            return _current = attempt;
        }

        public void Dispose() => _current?.Dispose();
    }
}
