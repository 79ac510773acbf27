namespace Mlj.Hosting.Telegram.Api.Shapes;

/// <summary>A chat; <c>private</c> is one with a person.</summary>
internal sealed record Chat(long Id, string? Type = null);
