using Mlj.Hosting.Telegram.Settings;

namespace Mlj.Hosting.Telegram.Tests.Settings;

public sealed class TelegramSettingsTests
{
    private static readonly TelegramSettings Good = new() { Token = "4242:TEST-token" };

    public static TheoryData<string, string?, string?, string?, int, string?> Cases => new()
    {
        { "4242:TEST-token", null, null, null, 25, null },
        { "", null, null, null, 25, "no bot token" },
        { "hello", null, null, null, 25, "looks like 123456:ABC-DEF" },
        { "4242:", null, null, null, 25, "looks like 123456:ABC-DEF" },
        { "4242:with space", null, null, null, 25, "looks like 123456:ABC-DEF" },
        { "4242:TEST", "results.example.org", null, null, 25, "WebAddress" },
        { "4242:TEST", null, "ftp://example.org", "0123456789abcdef", 25, "WebhookAddress" },
        { "4242:TEST", null, "https://example.org/hook", null, 25, "WebhookSecret" },
        { "4242:TEST", null, "https://example.org/hook", "short", 25, "WebhookSecret" },
        { "4242:TEST", null, "https://example.org/hook", "0123456789abcdef", 25, null },
        { "4242:TEST", null, null, null, 51, "PollSeconds" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Problem_OfSettings_SaysWhatToDoWithoutTheToken(string token, string? web, string? hook, string? secret, int poll, string? expected)
    {
        var problem = (Good with { Token = token, WebAddress = web, WebhookAddress = hook, WebhookSecret = secret, PollSeconds = poll }).Problem();

        if (expected is null)
            Assert.Null(problem);
        else
        {
            Assert.Contains(expected, problem, StringComparison.Ordinal);
            Assert.True(token.Length == 0 || !problem!.Contains(token, StringComparison.Ordinal));
        }
    }
}
