namespace Mlj.Hosting.Telegram.Api.Shapes;

/// <summary>Something that happened; one of the two is there, or neither for kinds that are not asked for.</summary>
internal sealed record Update(long UpdateId, Message? Message = null, CallbackQuery? CallbackQuery = null);
