using System.Text;
using Mlj.Sources.Csv;

namespace Mlj.Tests.Sources.Csv;

public class RecordTextTests
{
    [Theory]
    [InlineData("Ann;17", true)]
    [InlineData("Ann", true)]
    [InlineData("Ann,;17", true)]
    [InlineData("", false)]
    [InlineData(";Ann", false)]
    [InlineData("Ann;", false)]
    [InlineData("Ann;;17", false)]
    [InlineData("Ann;\"17\"", false)]
    [InlineData("Ann;1\07", false)]
    public void IsPlain_IsARecordOfPlainTextsAlone(string record, bool expected) => Assert.Equal(expected, IsPlain(record));

    [Fact]
    public void IsPlain_WhereverTheByteStands_SeesIt()
    {
        for (var length = 3; length <= 140; length++)
            for (var at = 0; at < length; at++)
            {
                var record = new string('a', length).ToCharArray();
                record[at] = ';';
                Assert.Equal(at > 0 && at < length - 1, IsPlain(new string(record)));
                for (var other = 1; other < at && at < length - 1; other++)
                {
                    record[other] = ';';
                    Assert.Equal(other < at - 1, IsPlain(new string(record)));
                    record[other] = 'a';
                }
                foreach (var strange in "\"\0")
                {
                    record[at] = strange;
                    Assert.False(IsPlain(new string(record)));
                }
            }
    }

    private static bool IsPlain(string record) => RecordText.IsPlain(Encoding.UTF8.GetBytes(record), (byte)';');
}
