using Mlj.Hosting.Cli.Shell;

namespace Mlj.Hosting.Cli.Tests.Shell;

public class TerminalTests
{
    [Theory]
    [InlineData("Zoë 李小龙 😀", "Zoë 李小龙 😀")]
    [InlineData("a\u001b[31mb", "a [31mb")]
    [InlineData("a\r\nb\tc\u0085d\u0000", "a  b c d ")]
    [InlineData("\u202Egnp.exe", "\uFFFDgnp.exe")]
    [InlineData("a\u200Bb\uFEFFc", "a\uFFFDb\uFFFDc")]
    [InlineData("👩\u200D👧 می\u200Cخواهم", "👩\u200D👧 می\u200Cخواهم")]
    public void Clean_Text_KeepsLettersAndShowsWhatSteers(string text, string clean) => Assert.Equal(clean, Terminal.Clean(text));

    [Fact]
    public void Complain_AMessage_GoesToErrorOnOneLine()
    {
        using var output = new StringWriter();
        using var error = new StringWriter { NewLine = "\n" };
        new Terminal(output, error, Stream.Null).Complain("first\nsecond");
        Assert.Equal(("", "mlj: first second\n"), (output.ToString(), error.ToString()));
    }
}
