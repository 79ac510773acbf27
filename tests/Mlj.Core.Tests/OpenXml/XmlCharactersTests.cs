using System.Text;
using System.Text.Unicode;
using Mlj.OpenXml;

namespace Mlj.Tests.OpenXml;

public class XmlCharactersTests
{
    private static readonly string[] Pieces = ["a", "plain text", "a text so long and plain that blocks of it are passed over as a whole, whatever stands beside it", "é", "東", "😀", "\t\r\n", "\uE000", "\uFFFD", "\uD7FF", "\U0010FFFF", "\u0080", "\u0800"];

    private static readonly byte[][] Accidents =
    [
        [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
        [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFF], [0], [1], [0x1F], [0x0B], [0xEF, 0xBF, 0xBE], [0xEF, 0xBF, 0xBF],
    ];

    [Fact]
    public void AreAllowed_TextOfAnyLengthWithAnAccidentAnywhere_IsWhatThePlatformSays()
    {
        var chance = new Random(41);
        for (var round = 0; round < 100_000; round++)
        {
            var bytes = new List<byte>();
            for (var length = chance.Next(400); bytes.Count < length;)
                bytes.AddRange(Encoding.UTF8.GetBytes(Pieces[chance.Next(Pieces.Length)]));
            switch (chance.Next(4))
            {
                case 0:
                    bytes.InsertRange(chance.Next(bytes.Count + 1), Accidents[chance.Next(Accidents.Length)]);
                    break;
                case 1 when bytes.Count > 0:
                    bytes[chance.Next(bytes.Count)] = (byte)chance.Next(256);
                    break;
                case 2 when bytes.Count > 0:
                    bytes.RemoveAt(chance.Next(bytes.Count));
                    break;
            }
            byte[] utf8 = [.. bytes];
            Assert.True(IsAllowed(utf8) == XmlCharacters.AreAllowed(utf8), Convert.ToHexString(utf8));
        }
    }

    [Fact]
    public void CutOff_OfEveryBeginningOfAText_LeavesWholeCharacters()
    {
        var utf8 = Encoding.UTF8.GetBytes(string.Concat(Pieces));
        for (var length = 0; length <= utf8.Length; length++)
        {
            var start = utf8.AsSpan(0, length);
            var cut = XmlCharacters.CutOff(start);
            Assert.True(Utf8.IsValid(start[..^cut]));
            Assert.Equal(Utf8.IsValid(start), cut == 0);
        }
    }

    private static bool IsAllowed(byte[] utf8) =>
        Utf8.IsValid(utf8) && !Encoding.UTF8.GetString(utf8).Any(unit => unit is (< ' ' and not ('\t' or '\n' or '\r')) or '\uFFFE' or '\uFFFF');
}
