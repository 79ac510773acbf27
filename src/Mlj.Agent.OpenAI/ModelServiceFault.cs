namespace Mlj.Agent.OpenAI;

/// <summary>What went wrong at a model service.</summary>
public enum ModelServiceFault
{
    /// <summary>The key is missing or not accepted (401, 403).</summary>
    Unauthorized,

    /// <summary>Too many requests (429), also after the retries.</summary>
    RateLimited,

    /// <summary>The service rejects the request (other 4xx): the model's name may be wrong, or it knows no tools.</summary>
    Rejected,

    /// <summary>The service failed (5xx), also after the retries.</summary>
    ServerError,

    /// <summary>The answer is no chat completion: other JSON, a page, nothing to choose from.</summary>
    Unreadable,

    /// <summary>The answer is longer than allowed.</summary>
    TooLarge,

    /// <summary>No connection, or one that broke off.</summary>
    Unreachable,

    /// <summary>A try took longer than allowed.</summary>
    TimedOut,
}
