namespace Mlj.Hosting.Telegram.Api.Shapes;

/// <summary>Puts another text in the place of one.</summary>
internal sealed record EditMessageText(long ChatId, long MessageId, string Text, InlineKeyboardMarkup? ReplyMarkup, LinkPreviewOptions LinkPreviewOptions, string ParseMode = "HTML");
