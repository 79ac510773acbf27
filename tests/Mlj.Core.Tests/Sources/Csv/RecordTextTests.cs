using System.Text;
using Mlj.Sources.Csv;

namespace Mlj.Tests.Sources.Csv;

public class RecordTextTests
{
    [Theory]
    [InlineData("Ann;17", true, false)]
    [InlineData("Ann", true, false)]
    [InlineData("Ann,,;17", true, false)]
    [InlineData("Ann;\"17\"", true, true)]
    [InlineData("\"Ann\";17", true, true)]
    [InlineData("Ann;5\"", true, true)]
    [InlineData("", false, false)]
    [InlineData(";Ann", false, false)]
    [InlineData("Ann;", false, false)]
    [InlineData("Ann;;17", false, false)]
    [InlineData("Ann;1\07", false, false)]
    [InlineData("Ann\0", false, false)]
    public void IsFull_IsARecordWithoutEmptyFields(string record, bool isFull, bool isQuoted)
    {
        Assert.Equal(isFull, RecordText.IsFull(Encoding.UTF8.GetBytes(record), (byte)';', out var quoted));
        Assert.Equal(isQuoted, quoted);
    }

    [Theory]
    [InlineData("\"\";17")]
    [InlineData("Ann;\"\"")]
    [InlineData("Ann;\"\";17")]
    [InlineData("Ann;\"1;;7\"")]
    public void IsFull_WhereItCannotBeToldAtOnce_IsFalse(string record) => Assert.False(IsFull(record));

    [Fact]
    public void IsFull_WhereverTheByteStands_SeesIt()
    {
        for (var length = 3; length <= 140; length++)
            for (var at = 0; at < length; at++)
            {
                var record = new string('a', length).ToCharArray();
                record[at] = ';';
                Assert.Equal(at > 0 && at < length - 1, IsFull(new string(record)));
                for (var other = 1; other < at && at < length - 1; other++)
                {
                    record[other] = ';';
                    Assert.Equal(other < at - 1, IsFull(new string(record)));
                    record[other] = 'a';
                }
                record[at] = '"';
                Assert.True(RecordText.IsFull(Encoding.UTF8.GetBytes(record), (byte)';', out var isQuoted));
                Assert.True(isQuoted);
                if (at > 0)
                {
                    record[at - 1] = '"';
                    Assert.False(IsFull(new string(record)));
                    record[at - 1] = 'a';
                }
                record[at] = '\0';
                Assert.False(IsFull(new string(record)));
            }
    }

    private static bool IsFull(string record) => RecordText.IsFull(Encoding.UTF8.GetBytes(record), (byte)';', out _);
}
