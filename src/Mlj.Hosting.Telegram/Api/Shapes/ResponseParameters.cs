namespace Mlj.Hosting.Telegram.Api.Shapes;

/// <summary>What to do about an error.</summary>
internal sealed record ResponseParameters(int? RetryAfter = null);
