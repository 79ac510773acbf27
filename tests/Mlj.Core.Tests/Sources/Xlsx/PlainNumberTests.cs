using System.Globalization;
using System.Text;
using Mlj.OpenXml;
using Mlj.Sources.Xlsx;

namespace Mlj.Tests.Sources.Xlsx;

public class PlainNumberTests
{
    [Fact]
    public void Read_NumbersOfAllLengths_AreThoseOfThePlatform()
    {
        var chance = new Random(31);
        for (var round = 0; round < 200_000; round++)
        {
            var text = new StringBuilder(chance.Next(4) == 0 ? "-" : "");
            for (var digits = chance.Next(0, 19); digits > 0; digits--)
                text.Append((char)('0' + chance.Next(10)));
            if (chance.Next(3) > 0)
            {
                text.Append('.');
                for (var digits = chance.Next(0, 19); digits > 0; digits--)
                    text.Append((char)('0' + chance.Next(10)));
            }
            if (chance.Next(8) == 0)
                text.Append(CultureInfo.InvariantCulture, $"E{chance.Next(-30, 30)}");
            Check(text.ToString());
        }
    }

    [Fact]
    public void Read_RoundTripTextsOfDoubles_AreTheSameDoubles()
    {
        var chance = new Random(32);
        for (var round = 0; round < 200_000; round++)
            Check((chance.NextDouble() * Math.Pow(10, chance.Next(-12, 18))).ToString("R", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Read_NumbersInTheMiddleBetweenTwoDoublesAndBesideIt_AreThoseOfThePlatform()
    {
        var chance = new Random(33);
        for (var round = 0; round < 100_000; round++)
        {
            // An odd number of 54 bits, halved or quartered, is in the middle; one more or less in the last digit is not.
            var places = chance.Next(1, 3);
            var digits = (UInt128)((1L << 53) + chance.NextInt64(1L << 52) * 2 + 1) * (UInt128)(places == 1 ? 5 : 25) + (UInt128)chance.Next(3) - 1;
            var text = digits.ToString(CultureInfo.InvariantCulture);
            Check(text.Insert(text.Length - places, "."));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("-.")]
    [InlineData("1.2.3")]
    [InlineData("--1")]
    [InlineData("1a")]
    [InlineData(":")]
    [InlineData("/")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    [InlineData("12345678")]
    [InlineData("0.12345678")]
    [InlineData("-0")]
    [InlineData("-0.0")]
    [InlineData("00000000000000000000001")]
    public void Read_Odd_IsWhatThePlatformSays(string text) => Check(text);

    private static void Check(string text)
    {
        var bytes = new byte[text.Length + 1 + XmlWindow.Margin];
        Encoding.UTF8.GetBytes(text + "<", bytes);
        var isNumber = PlainNumber.TryParse(bytes.AsSpan(0, text.Length), out var expected);
        var length = PlainNumber.Read(ref bytes[0], out var number);
        Assert.True(length == (isNumber ? text.Length : 0), text);
        if (isNumber)
            Assert.True(BitConverter.DoubleToInt64Bits(number) == BitConverter.DoubleToInt64Bits(expected), text);
    }
}
