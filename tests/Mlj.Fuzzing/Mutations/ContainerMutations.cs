using System.Buffers.Binary;
using Mlj.Fuzzing.Packages;

namespace Mlj.Fuzzing.Mutations;

/// <summary>Makes numbers in the records of a written zip wrong.</summary>
internal static class ContainerMutations
{
    /// <summary>Changes one to three of the numbers, or everything that says where something is.</summary>
    public static string Change(byte[] bytes, IReadOnlyList<ZipField> fields, Chance chance) =>
        chance.OneIn(6) ? Move(bytes, fields, chance) : ChangeSome(bytes, fields, chance);

    private static string ChangeSome(byte[] bytes, IReadOnlyList<ZipField> fields, Chance chance)
    {
        var said = new List<string>();
        for (var times = 1 + chance.Below(3); times > 0; times--)
        {
            var field = chance.Pick(fields);
            var place = bytes.AsSpan(field.At, field.Size);
            var value = chance.Below(4) switch
            {
                0 => Read(place) + chance.Pick([-30, -1, 1, 2, 30, 1000]),
                1 => Read(bytes.AsSpan(chance.Pick(fields).At, 2)),
                _ => chance.Pick(Nasty.Numbers),
            };
            Write(place, value);
            said.Add($"{field.Name} is {value}");
        }
        return string.Join(", ", said);
    }

    private static string Move(byte[] bytes, IReadOnlyList<ZipField> fields, Chance chance)
    {
        var said = new List<string>();
        foreach (var alike in fields.Where(field => field.Name.EndsWith("offset", StringComparison.Ordinal)).GroupBy(field => (field.Name, field.Size)))
        {
            if (chance.OneIn(2))
                continue;
            var distance = chance.Pick(Nasty.Numbers);
            foreach (var field in alike)
                Write(bytes.AsSpan(field.At, field.Size), unchecked(Read(bytes.AsSpan(field.At, field.Size)) + distance));
            said.Add($"{alike.Key.Name} is {distance} more");
        }
        return string.Join(", ", said);
    }

    private static void Write(Span<byte> place, long value) => BitConverter.GetBytes(value).AsSpan(0, place.Length).CopyTo(place);

    private static long Read(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        2 => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        4 => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        _ => BinaryPrimitives.ReadInt64LittleEndian(bytes),
    };
}
