using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Mlj.Actions;

/// <summary>
/// Codes of random letters, each different. They are AES-256 (FIPS 197) of a counter, under the SHA-256 (FIPS 180-4) of a seed and a step, and
/// come from nothing else, so that nobody finds a name from a code, nor a code from a name, without the seed.
/// </summary>
internal static class RandomCodes
{
    // Sixteen consonants: no words, no numbers that a spreadsheet program would take for one, nothing that looks like something else.
    private const string Letters = "BCDFGHJKMNPRTVWX";

    private const int BlockBytes = 16;
    private const int ChunkBytes = 256 * BlockBytes;

    /// <summary>Makes codes.</summary>
    /// <param name="seed">The plan's seed.</param>
    /// <param name="step">The step's place in the plan.</param>
    /// <param name="count">How many; no more than half of the codes of this length.</param>
    /// <param name="length">How many letters each has, 1 to 16.</param>
    public static string[] Make(long seed, int step, int count, int length) => Array.ConvertAll(Numbers(seed, step, count, length), number => Text(number, length));

    /// <summary>The codes as numbers, which stand in the order of the codes.</summary>
    public static ulong[] Numbers(long seed, int step, int count, int length)
    {
        Span<byte> source = stackalloc byte[20];
        "mljredct"u8.CopyTo(source);
        BinaryPrimitives.WriteInt64LittleEndian(source[8..], seed);
        BinaryPrimitives.WriteInt32LittleEndian(source[16..], step);
        using var cipher = Aes.Create();
        cipher.Key = SHA256.HashData(source);
        var (counters, random) = (new byte[ChunkBytes], new byte[ChunkBytes]);
        var codes = new ulong[count];
        var seen = new HashSet<ulong>(count);
        var mask = length == 16 ? ulong.MaxValue : (1UL << (4 * length)) - 1;
        long block = 0;
        for (var made = 0; made < count;)
        {
            for (var at = 0; at < ChunkBytes; at += BlockBytes)
                BinaryPrimitives.WriteInt64LittleEndian(counters.AsSpan(at), block++);
            cipher.EncryptEcb(counters, random, PaddingMode.None);
            for (var at = 0; at < ChunkBytes && made < count; at += sizeof(ulong))
                if ((BinaryPrimitives.ReadUInt64LittleEndian(random.AsSpan(at)) & mask) is var code && seen.Add(code))
                    codes[made++] = code;
        }
        return codes;
    }

    /// <summary>A number as a code: the letters stand for four bits each, the highest first, and ascend as the bits do.</summary>
    public static string Text(ulong number, int length) => string.Create(length, number, static (text, number) =>
    {
        for (var index = 0; index < text.Length; index++)
            text[index] = Letters[(int)(number >> (4 * (text.Length - 1 - index))) & 15];
    });
}
