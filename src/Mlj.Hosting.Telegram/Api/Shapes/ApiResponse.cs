namespace Mlj.Hosting.Telegram.Api.Shapes;

/// <summary>What the Bot API answers to every call.</summary>
internal sealed record ApiResponse<T>(bool Ok, T? Result = default, int? ErrorCode = null, string? Description = null, ResponseParameters? Parameters = null);
