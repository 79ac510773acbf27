namespace Mlj.Hosting.Telegram.Api.Shapes;

/// <summary>A message.</summary>
internal sealed record Message(long MessageId, Chat Chat, User? From = null, string? Text = null, string? Caption = null, Document? Document = null, string? MediaGroupId = null);
