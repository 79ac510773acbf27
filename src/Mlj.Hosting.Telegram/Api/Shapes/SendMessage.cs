namespace Mlj.Hosting.Telegram.Api.Shapes;

/// <summary>Sends a text.</summary>
internal sealed record SendMessage(long ChatId, string Text, InlineKeyboardMarkup? ReplyMarkup, LinkPreviewOptions LinkPreviewOptions, string ParseMode = "HTML");
