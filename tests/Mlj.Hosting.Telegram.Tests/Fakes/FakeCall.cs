namespace Mlj.Hosting.Telegram.Tests.Fakes;

/// <summary>A call that the bot made.</summary>
internal sealed record FakeCall(string Method, IReadOnlyDictionary<string, string> Fields, long Timestamp)
{
    public string Chat => Fields.GetValueOrDefault("chat_id", "");
}
