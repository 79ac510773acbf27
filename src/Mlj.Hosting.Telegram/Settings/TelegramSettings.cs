namespace Mlj.Hosting.Telegram.Settings;

/// <summary>The section <c>Mlj:Telegram</c> of the configuration; each as <c>MLJ__TELEGRAM__NAME</c> in the environment. See docs/telegram.md.</summary>
internal sealed record TelegramSettings
{
    public const string Section = "Mlj:Telegram";

    /// <summary>The variable that holds the token, as hosting platforms expect it.</summary>
    public const string TokenVariable = "TELEGRAM_BOT_TOKEN";

    /// <summary>The bot's token, which BotFather gives; null when there is no bot.</summary>
    public string? Token { get; init; }

    /// <summary>Where the Bot API is.</summary>
    public string ApiAddress { get; init; } = "https://api.telegram.org";

    /// <summary>Where people reach the page, such as <c>https://results.example.org</c>; null when there is none.</summary>
    public string? WebAddress { get; init; }

    /// <summary>Where the Mini App is; null for the page's own address, opened by a one-time link.</summary>
    public string? MiniAppAddress { get; init; }

    /// <summary>Where Telegram sends updates to; null for polling.</summary>
    public string? WebhookAddress { get; init; }

    /// <summary>What Telegram sends with every update, so that nobody else can send one: 16 to 256 of A-Z, a-z, 0-9, '_' and '-'. Needed with a webhook.</summary>
    public string? WebhookSecret { get; init; }

    /// <summary>How long one poll waits for updates.</summary>
    public int PollSeconds { get; init; } = 25;

    /// <summary>How long the files of an album are waited for after the last one.</summary>
    public double QuietSeconds { get; init; } = 1.5;

    /// <summary>How long a process that works is waited for when it no longer says so.</summary>
    public int LeaseSeconds { get; init; } = 60;

    /// <summary>Whether updates come by a webhook.</summary>
    public bool IsWebhook => WebhookAddress is { Length: > 0 };

    /// <summary>What is wrong with the settings, in words; null when nothing is.</summary>
    public string? Problem() => this switch
    {
        { Token: null or "" } => $"There is no bot token. Make a bot with @BotFather and set {TokenVariable}. See docs/telegram.md.",
        { Token: var token } when !IsToken(token) => "The bot token is none: it looks like 123456:ABC-DEF. Copy it again from @BotFather.",
        _ when !IsHttp(ApiAddress) => "Mlj:Telegram:ApiAddress must be an address that begins with http:// or https://.",
        { WebAddress: { Length: > 0 } web } when !IsHttp(web) => "Mlj:Telegram:WebAddress must be an address that begins with http:// or https://.",
        { IsWebhook: true } when !IsHttp(WebhookAddress!) => "Mlj:Telegram:WebhookAddress must be an address that begins with https://.",
        { IsWebhook: true } when !IsSecret(WebhookSecret) => "A webhook needs Mlj:Telegram:WebhookSecret: 16 to 256 of A-Z, a-z, 0-9, '_' and '-', such as the output of 'openssl rand -hex 32'.",
        _ when PollSeconds is < 0 or > 50 || QuietSeconds is < 0 or > 30 || LeaseSeconds is < 5 or > 600 => "Mlj:Telegram takes PollSeconds from 0 to 50, QuietSeconds from 0 to 30 and LeaseSeconds from 5 to 600.",
        _ => null,
    };

    private static bool IsToken(string token)
    {
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && token.AsSpan(0, colon).IndexOfAnyExceptInRange('0', '9') < 0 && colon + 1 < token.Length && token.AsSpan(colon + 1).IndexOfAnyExcept(TokenLetters) < 0;
    }

    private static bool IsSecret(string? secret) => secret is { Length: >= 16 and <= 256 } && secret.AsSpan().IndexOfAnyExcept(TokenLetters) < 0;

    private static bool IsHttp(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") && uri is { Query: "", Fragment: "" };

    private static readonly System.Buffers.SearchValues<char> TokenLetters = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}
