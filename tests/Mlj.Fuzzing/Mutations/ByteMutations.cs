using System.Text;

namespace Mlj.Fuzzing.Mutations;

/// <summary>Changes bytes, whatever they mean.</summary>
internal static class ByteMutations
{
    /// <summary>Changes one to four places.</summary>
    public static string Change(ref byte[] bytes, Chance chance)
    {
        var changed = bytes.ToList();
        var said = new List<string>();
        for (var times = 1 + chance.Below(4); times > 0; times--)
            said.Add(ChangeOnce(changed, chance));
        bytes = [.. changed];
        return string.Join(", ", said);
    }

    private static string ChangeOnce(List<byte> bytes, Chance chance)
    {
        var at = chance.Below(bytes.Count + 1);
        var count = Math.Min(1 + chance.Below(chance.OneIn(8) ? 2000 : 20), bytes.Count - at);
        switch (chance.Below(7))
        {
            case 0 when at < bytes.Count:
                bytes[at] = (byte)chance.Below(256);
                return $"byte {at} is {bytes[at]}";
            case 1 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << chance.Below(8));
                return $"byte {at} is {bytes[at]}";
            case 2:
                bytes.RemoveRange(at, count);
                return $"{count} bytes less at {at}";
            case 3:
                bytes.InsertRange(chance.Below(bytes.Count + 1), bytes.GetRange(at, count));
                return $"{count} bytes of {at} elsewhere again";
            case 4:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(chance.Pick(Nasty.Markup)));
                return $"markup at {at}";
            case 5 when chance.OneIn(4):
                bytes.RemoveRange(at, bytes.Count - at);
                return $"cut at {at}";
            default:
                bytes.InsertRange(at, chance.Pick<byte[]>([[0], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0x00, 0xD8], [0xEF, 0xBF, 0xBF]]));
                return $"odd bytes at {at}";
        }
    }
}
