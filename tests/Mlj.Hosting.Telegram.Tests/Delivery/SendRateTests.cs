using System.Diagnostics;
using Mlj.Hosting.Telegram.Api;

namespace Mlj.Hosting.Telegram.Tests.Delivery;

public sealed class SendRateTests
{
    [Fact]
    public async Task Wait_ForManyChats_LetsThirtyASecondThrough()
    {
        var rate = new SendRate(TimeProvider.System);
        var begun = Stopwatch.StartNew();

        await Task.WhenAll(Enumerable.Range(0, 30).Select(chat => rate.WaitAsync(chat, default).AsTask()));
        var thirty = begun.Elapsed;
        await rate.WaitAsync(31, default);

        Assert.InRange(thirty.TotalSeconds, 0, 0.9);
        Assert.InRange(begun.Elapsed.TotalSeconds, 1, 20);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(6, 32)]
    [InlineData(60, 32)]
    public void Backoff_AfterFailures_GrowsToHalfAMinute(int failures, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.After(failures));
}
