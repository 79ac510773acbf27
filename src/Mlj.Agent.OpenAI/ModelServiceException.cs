namespace Mlj.Agent.OpenAI;

/// <summary>A model service gave no usable answer. The message says what and what to do; it holds no key, no request and nothing that the service wrote.</summary>
public sealed class ModelServiceException : Exception
{
    internal ModelServiceException(ModelServiceFault fault, string message, int? status = null, TimeSpan? retryAfter = null) : base(message)
    {
        Fault = fault;
        Status = status;
        RetryAfter = retryAfter;
    }

    /// <summary>What went wrong.</summary>
    public ModelServiceFault Fault { get; }

    /// <summary>The HTTP status; null when there was none.</summary>
    public int? Status { get; }

    /// <summary>How long the service asks to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; }
}
