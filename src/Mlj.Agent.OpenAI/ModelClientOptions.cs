namespace Mlj.Agent.OpenAI;

/// <summary>How patient a client is. Immutable.</summary>
public sealed record ModelClientOptions
{
    /// <summary>The defaults.</summary>
    public static ModelClientOptions Default { get; } = new();

    /// <summary>How long one try may take; 15 seconds by default.</summary>
    public TimeSpan TryTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a try is repeated after 408, 429, a fault of the server, or a broken connection; twice by default, 0 for never.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>The first wait between tries when the service names none; half a second by default, doubled each time, with some chance in it.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait that a service may ask for (Retry-After); 10 seconds by default. If it asks for more, the call fails at once.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The most bytes of an answer; 1 MB by default. A longer one fails.</summary>
    public int MaxAnswerBytes { get; init; } = 1 << 20;
}
