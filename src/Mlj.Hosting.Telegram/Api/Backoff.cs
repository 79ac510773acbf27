namespace Mlj.Hosting.Telegram.Api;

/// <summary>How long to wait before something that failed is tried again.</summary>
internal static class Backoff
{
    private const int MostDoublings = 5;

    /// <summary>1, 2, 4, 8, 16, 32 seconds, then always 32.</summary>
    /// <param name="failures">How often it failed in a row, from 1.</param>
    public static TimeSpan After(int failures) => TimeSpan.FromSeconds(1 << Math.Clamp(failures - 1, 0, MostDoublings));
}
