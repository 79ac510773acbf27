using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Mlj.Hosting.Sessions;

/// <summary>
/// Keeps an owner's token where others may read: sealed with a secret that is kept elsewhere. AES-256-GCM with a key derived from the secret.
/// </summary>
public static class TokenSeal
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int KeyBytes = 32;

    private static readonly byte[] Purpose = "mlj session token"u8.ToArray();

    /// <summary>Seals a token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="secret">What opens it again; nothing that could be guessed.</param>
    public static string Close(string token, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        var text = Encoding.UTF8.GetBytes(token);
        var closed = new byte[NonceBytes + TagBytes + text.Length];
        RandomNumberGenerator.Fill(closed.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(KeyOf(secret), TagBytes);
        cipher.Encrypt(closed.AsSpan(0, NonceBytes), text, closed.AsSpan(NonceBytes + TagBytes), closed.AsSpan(NonceBytes, TagBytes));
        return Base64Url.EncodeToString(closed);
    }

    /// <summary>Opens a sealed token.</summary>
    /// <returns>The token; null when the secret is another, or the text is none that was sealed here.</returns>
    public static string? Open(string closed, string secret)
    {
        ArgumentNullException.ThrowIfNull(closed);
        if (!Base64Url.IsValid(closed))
            return null;
        var bytes = Base64Url.DecodeFromChars(closed);
        if (bytes.Length <= NonceBytes + TagBytes)
            return null;
        var text = new byte[bytes.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(KeyOf(secret), TagBytes);
        try
        {
            cipher.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes + TagBytes), bytes.AsSpan(NonceBytes, TagBytes), text);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        return Encoding.UTF8.GetString(text);
    }

    private static byte[] KeyOf(string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), KeyBytes, info: Purpose);
    }
}
