using System.ClientModel;
using System.Globalization;
using System.Text.Json;

namespace Mlj.Agent.OpenAI;

/// <summary>The wording of everything that can go wrong at a model service, and its exceptions as the packages beneath throw them.</summary>
internal sealed class ModelServiceErrors(ModelEndpoint endpoint, ModelClientOptions options, TimeProvider time)
{
    /// <summary>What a call threw, as ours; null when it is none of the service's.</summary>
    public ModelServiceException? Of(Exception error, CancellationToken attempt) => error switch
    {
        ModelServiceException ours => ours,
        _ when Within<ModelServiceException>(error) is { } ours => ours,
        ClientResultException answered => Answered(answered),
        _ when attempt.IsCancellationRequested => TimedOut(),
        JsonException or FormatException or ArgumentOutOfRangeException or InvalidOperationException or KeyNotFoundException => Unreadable(),
        HttpRequestException or IOException or AggregateException or TimeoutException or OperationCanceledException => Unreachable(),
        _ => null,
    };

    public ModelServiceException TimedOut() =>
        new(ModelServiceFault.TimedOut, string.Create(CultureInfo.InvariantCulture, $"The model service at {endpoint.BaseAddress.Host} did not answer within {options.TryTimeout.TotalSeconds:0.###} seconds. Try again, or allow more time."));

    public ModelServiceException Unreadable() =>
        new(ModelServiceFault.Unreadable, $"The answer from {endpoint.BaseAddress.Host} is no chat completion. Check the base address {endpoint.BaseAddress}: it must lead to an OpenAI-compatible service, usually with /v1.");

    public static ModelServiceException TooLarge(string host, int bytes) =>
        new(ModelServiceFault.TooLarge, string.Create(CultureInfo.InvariantCulture, $"The answer from {host} is longer than {bytes} bytes and was not read to its end."));

    private ModelServiceException Unreachable() =>
        new(ModelServiceFault.Unreachable, $"The connection to {endpoint.BaseAddress.Host} failed or broke off. Check that the service runs at {endpoint.BaseAddress}.");

    private ModelServiceException Answered(ClientResultException error)
    {
        var host = endpoint.BaseAddress.Host;
        return error.Status switch
        {
            401 or 403 => new(ModelServiceFault.Unauthorized, $"The service at {host} does not accept the key (HTTP {error.Status}). Check the key and its rights.", error.Status),
            429 => new(ModelServiceFault.RateLimited, $"The service at {host} has had too many requests (HTTP 429). Wait, and try again.", 429, RetryAfter(error)),
            408 or >= 500 => new(ModelServiceFault.ServerError, $"The service at {host} failed (HTTP {error.Status}). Try again later.", error.Status, RetryAfter(error)),
            0 => Unreachable(),
            >= 200 and < 300 => Unreadable(),
            _ => new(ModelServiceFault.Rejected, $"The service at {host} rejects the request (HTTP {error.Status}). Check that it has the model '{endpoint.Model}' and that the model can call tools.", error.Status),
        };
    }

    private TimeSpan? RetryAfter(ClientResultException error)
    {
        if (error.GetRawResponse() is not { } response || !response.Headers.TryGetValue("Retry-After", out var written))
            return null;
        if (double.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < TimeSpan.MaxValue.TotalSeconds / 2)
            return TimeSpan.FromSeconds(seconds);
        if (!DateTimeOffset.TryParseExact(written, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until))
            return null;
        var wait = until - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private static T? Within<T>(Exception error) where T : Exception =>
        error is AggregateException several ? several.InnerExceptions.Select(Within<T>).FirstOrDefault(found => found is not null)
        : error.InnerException is { } inner ? inner as T ?? Within<T>(inner)
        : null;
}
