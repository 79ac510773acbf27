namespace Mlj.Hosting.Telegram.Api.Shapes;

/// <summary>Says that a press was seen, so that the button stops waiting.</summary>
internal sealed record AnswerCallbackQuery(string CallbackQueryId);
