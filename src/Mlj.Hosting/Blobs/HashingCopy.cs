using System.Buffers;
using System.Security.Cryptography;

namespace Mlj.Hosting.Blobs;

/// <summary>Copies a stream, counting and hashing it on the way.</summary>
internal static class HashingCopy
{
    private const int Block = 128 << 10;

    public static async Task<BlobReceipt> CopyAsync(Stream from, Stream to, long maxBytes, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            long length = 0;
            for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0;)
            {
                length += read;
                if (length > maxBytes)
                    throw new BlobTooLargeException(maxBytes);
                hash.AppendData(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
            return new BlobReceipt(length, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            // The buffer held people's data.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
