namespace Mlj.Hosting.Telegram.Api.Shapes;

/// <summary>Who wrote. Names are not read: nothing here needs them.</summary>
internal sealed record User(long Id);
