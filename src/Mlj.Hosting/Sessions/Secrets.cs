using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Mlj.Hosting.Sessions;

/// <summary>Ids and tokens that nobody can guess.</summary>
internal static class Secrets
{
    private const int IdBytes = 20;
    private const int TokenBytes = 32;
    private const int ShortBytes = 9;

    /// <summary>160 bits of chance as hexadecimal digits, so that an id can stand before a '_' in a blob's key.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));

    /// <summary>256 bits of chance.</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>An id within a session.</summary>
    public static string NewShortId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(ShortBytes));

    // A token of 256 bits needs no slow hash: there is nothing to guess.
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Compares in a time that tells nothing of where they differ.</summary>
    public static bool Opens(string? token, string hash) =>
        token is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(token)), Encoding.ASCII.GetBytes(hash));
}
