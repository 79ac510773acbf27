using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Mlj.Actions;

/// <summary>
/// Codes of random letters, each different. They come from a seed and a step by SHA-256 (FIPS 180-4) over a counter and from nothing else,
/// so that nobody finds a name from a code, nor a code from a name, without the seed.
/// </summary>
internal static class RandomCodes
{
    // Sixteen consonants: no words, no numbers that a spreadsheet program would take for one, nothing that looks like something else.
    private const string Letters = "BCDFGHJKMNPRTVWX";

    /// <summary>Makes codes.</summary>
    /// <param name="seed">The plan's seed.</param>
    /// <param name="step">The step's place in the plan.</param>
    /// <param name="count">How many; no more than half of the codes of this length.</param>
    /// <param name="length">How many letters each has, 1 to 16.</param>
    public static string[] Make(long seed, int step, int count, int length)
    {
        Span<byte> input = stackalloc byte[32];
        Span<byte> output = stackalloc byte[SHA256.HashSizeInBytes];
        "mljredct"u8.CopyTo(input);
        BinaryPrimitives.WriteInt64LittleEndian(input[8..], seed);
        BinaryPrimitives.WriteInt32LittleEndian(input[16..], step);
        var codes = new string[count];
        var seen = new HashSet<ulong>(count);
        var mask = length == 16 ? ulong.MaxValue : (1UL << (4 * length)) - 1;
        long block = 0;
        for (var made = 0; made < count;)
        {
            BinaryPrimitives.WriteInt64LittleEndian(input[24..], block++);
            SHA256.HashData(input, output);
            for (var part = 0; part < output.Length && made < count; part += sizeof(ulong))
                if ((BinaryPrimitives.ReadUInt64LittleEndian(output[part..]) & mask) is var code && seen.Add(code))
                    codes[made++] = string.Create(length, code, static (text, code) =>
                    {
                        for (var index = 0; index < text.Length; index++)
                            text[index] = Letters[(int)(code >> (4 * index)) & 15];
                    });
        }
        return codes;
    }
}
