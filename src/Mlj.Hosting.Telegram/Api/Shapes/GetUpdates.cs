namespace Mlj.Hosting.Telegram.Api.Shapes;

/// <summary>Asks for updates from an offset on, which confirms all before it.</summary>
internal sealed record GetUpdates(long? Offset, int Timeout, IReadOnlyList<string> AllowedUpdates, int Limit = 100);
