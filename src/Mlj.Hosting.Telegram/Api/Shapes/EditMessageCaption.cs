namespace Mlj.Hosting.Telegram.Api.Shapes;

/// <summary>Puts another text under a file.</summary>
internal sealed record EditMessageCaption(long ChatId, long MessageId, string Caption, InlineKeyboardMarkup? ReplyMarkup, string ParseMode = "HTML");
