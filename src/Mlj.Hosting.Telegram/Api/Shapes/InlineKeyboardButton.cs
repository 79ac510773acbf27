namespace Mlj.Hosting.Telegram.Api.Shapes;

/// <summary>A button under a message: exactly one of data, address and Mini App.</summary>
internal sealed record InlineKeyboardButton(string Text, string? CallbackData = null, string? Url = null, WebAppInfo? WebApp = null);
