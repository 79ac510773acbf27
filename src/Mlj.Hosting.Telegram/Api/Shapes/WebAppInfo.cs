namespace Mlj.Hosting.Telegram.Api.Shapes;

/// <summary>The Mini App that a button opens.</summary>
internal sealed record WebAppInfo(string Url);
