namespace Mlj.Hosting.Telegram.Api.Shapes;

/// <summary>A button that was pressed, with the message that it hangs on.</summary>
internal sealed record CallbackQuery(string Id, User From, Message? Message = null, string? Data = null);
