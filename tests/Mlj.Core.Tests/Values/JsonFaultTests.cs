using System.Text.Json;
using Mlj.Values;

namespace Mlj.Tests.Values;

public class JsonFaultTests
{
    [Theory]
    [InlineData("", "it is empty")]
    [InlineData(" \n", "it is empty")]
    [InlineData("not json", "it is not JSON in line 1, byte 2: 'not json' is an invalid JSON literal. Expected the literal 'null'")]
    [InlineData("{\"a\":1,}", "it is not JSON in line 1, byte 8: The JSON object contains a trailing comma at the end which is not supported in this mode")]
    [InlineData("{\n \"a\":,}", "it is not JSON in line 2, byte 6: ',' is an invalid start of a value")]
    public void Describe_ATextThatIsNoJson_SaysWhatAndWhere(string text, string says)
    {
        var error = Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(text));
        Assert.Equal(says, JsonFault.Describe(text, error));
    }
}
