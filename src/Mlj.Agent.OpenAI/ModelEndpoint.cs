namespace Mlj.Agent.OpenAI;

/// <summary>Where a model is and how it is called. Immutable; its text never shows the key.</summary>
public sealed record ModelEndpoint
{
    /// <summary>The model at Groq when none is named. The one of the program that this replaces, llama-3.1-70b-versatile, is no longer served.</summary>
    public const string GroqModel = "openai/gpt-oss-120b";

    /// <summary>The model at OpenAI when none is named.</summary>
    public const string OpenAIModel = "gpt-4.1-mini";

    /// <summary>Sets an endpoint up.</summary>
    /// <param name="baseAddress">The address up to and with its version, such as https://api.groq.com/openai/v1. Without TLS only when there is no key, or on this machine.</param>
    /// <param name="model">The model's name at that service.</param>
    /// <param name="key">The secret; null for services that want none, such as Ollama and LM Studio.</param>
    /// <exception cref="ArgumentException">The address is no absolute http or https address, or would send the key in the clear; or there is no model.</exception>
    public ModelEndpoint(Uri baseAddress, string model, string? key = null)
    {
        ArgumentNullException.ThrowIfNull(baseAddress);
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        if (!baseAddress.IsAbsoluteUri || baseAddress.Scheme is not ("http" or "https"))
            throw new ArgumentException("The base address of a model must begin with https:// or http://.", nameof(baseAddress));
        if (baseAddress.UserInfo.Length > 0)
            throw new ArgumentException("The base address of a model must not hold a name or password. Give the key apart.", nameof(baseAddress));
        if (!string.IsNullOrWhiteSpace(key) && baseAddress.Scheme == "http" && !baseAddress.IsLoopback)
            throw new ArgumentException($"The key would go to {baseAddress.Host} in the clear. Use https://, or leave the key out.", nameof(baseAddress));
        BaseAddress = baseAddress;
        Model = model.Trim();
        Key = string.IsNullOrWhiteSpace(key) ? null : key.Trim();
    }

    /// <summary>The address up to and with its version.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The model's name at the service.</summary>
    public string Model { get; }

    /// <summary>The secret; null when the service wants none.</summary>
    internal string? Key { get; }

    /// <summary>Groq.</summary>
    public static ModelEndpoint Groq(string key, string model = GroqModel) => new(new("https://api.groq.com/openai/v1"), model, key);

    /// <summary>OpenAI.</summary>
    public static ModelEndpoint OpenAI(string key, string model = OpenAIModel) => new(new("https://api.openai.com/v1"), model, key);

    /// <summary>Ollama on this machine, at its usual port.</summary>
    public static ModelEndpoint Ollama(string model) => new(new("http://localhost:11434/v1"), model);

    /// <summary>LM Studio on this machine, at its usual port.</summary>
    public static ModelEndpoint LMStudio(string model) => new(new("http://localhost:1234/v1"), model);

    /// <summary>
    /// What the environment says: <c>MLJ_MODEL_BASE_ADDRESS</c> with <c>MLJ_MODEL</c> and, if wanted, <c>MLJ_MODEL_KEY</c>; else
    /// <c>GROQ_API_KEY</c>, else <c>OPENAI_API_KEY</c>, each with <c>MLJ_MODEL</c> if another model than the usual one is wanted.
    /// </summary>
    /// <param name="variable">Gives a variable's value, or null; <see cref="Environment.GetEnvironmentVariable(string)"/> does.</param>
    /// <returns>The endpoint; null when nothing is set, and the assistant works without a model.</returns>
    /// <exception cref="ArgumentException">A variable is set to what cannot be; the message names no secret.</exception>
    public static ModelEndpoint? FromEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var model = Value("MLJ_MODEL");
        if (Value("MLJ_MODEL_BASE_ADDRESS") is { } written)
            return Uri.TryCreate(written, UriKind.Absolute, out var address)
                ? new(address, model ?? throw new ArgumentException("MLJ_MODEL_BASE_ADDRESS is set, MLJ_MODEL is not. Name the model."), Value("MLJ_MODEL_KEY"))
                : throw new ArgumentException("MLJ_MODEL_BASE_ADDRESS is no address. Write it as https://host/v1.");
        if (Value("GROQ_API_KEY") is { } groq)
            return Groq(groq, model ?? GroqModel);
        return Value("OPENAI_API_KEY") is { } openAI ? OpenAI(openAI, model ?? OpenAIModel) : null;

        string? Value(string name) => variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
    }

    /// <summary>The address and the model; of the key only whether there is one.</summary>
    public override string ToString() => $"{Model} at {BaseAddress}, key {(Key is null ? "none" : "set")}";
}
