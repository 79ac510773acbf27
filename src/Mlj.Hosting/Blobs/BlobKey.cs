using System.Buffers;

namespace Mlj.Hosting.Blobs;

/// <summary>What a key of a blob may be, so that it is a safe file name anywhere.</summary>
internal static class BlobKey
{
    private const int MaxLength = 100;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    public static void Check(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (key.Length > MaxLength || key.AsSpan().IndexOfAnyExcept(Allowed) >= 0)
            throw new ArgumentException($"A key has letters, digits, '-' and '_', at most {MaxLength}.", nameof(key));
    }
}
