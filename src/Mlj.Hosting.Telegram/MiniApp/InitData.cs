using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Mlj.Hosting.Telegram.MiniApp;

/// <summary>What Telegram tells a Mini App about who opened it, signed with the bot's token.</summary>
internal static class InitData
{
    /// <summary>How old it may be.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromHours(1);

    /// <summary>Clocks that are a little ahead are borne.</summary>
    private static readonly TimeSpan MaxAhead = TimeSpan.FromMinutes(5);

    private const int MaxLength = 4_096;

    /// <summary>Whose it is.</summary>
    /// <param name="text">The init data: a query string.</param>
    /// <param name="token">The bot's token.</param>
    /// <param name="now">The time.</param>
    /// <returns>The id of the user; null when it is not signed by the token, or is too old.</returns>
    public static long? UserOf(string text, string token, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length is 0 or > MaxLength || Read(text) is not { } fields || !fields.Remove("hash", out var hash))
            return null;
        var lines = string.Join('\n', fields.Select(field => $"{field.Key}={field.Value}"));
        var key = HMACSHA256.HashData("WebAppData"u8, Encoding.UTF8.GetBytes(token));
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(lines)));
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.UTF8.GetBytes(hash)))
            return null;
        if (!fields.TryGetValue("auth_date", out var date) || !long.TryParse(date, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
            return null;
        var age = now - DateTimeOffset.FromUnixTimeSeconds(seconds);
        return age <= MaxAge && age >= -MaxAhead && fields.TryGetValue("user", out var user) ? IdOf(user) : null;
    }

    /// <summary>The fields, sorted by name as their signature needs them; null when one is there twice.</summary>
    private static SortedDictionary<string, string>? Read(string text)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split('&'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !fields.TryAdd(Decoded(pair[..equals]), Decoded(pair[(equals + 1)..])))
                return null;
        }
        return fields;
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static long? IdOf(string user)
    {
        try
        {
            using var json = JsonDocument.Parse(user);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number) ? number : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
