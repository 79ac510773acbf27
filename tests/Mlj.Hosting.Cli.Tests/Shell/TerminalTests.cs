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

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Width_ThatTheTerminalDoesNotKnow_IsThatOfPlainText(int width)
    {
        using var output = new StringWriter();
        var terminal = new Terminal(output, TextWriter.Null, Stream.Null) { Width = width };
        Assert.Equal(Terminal.PlainWidth, terminal.Width);
        Assert.Equal(ExitCode.Done, CommandLine.Run(["--help"], terminal, default));
        Assert.Contains("consolidate", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ReadInput_OfAnInputThatNeverEnds_CanBeCalledOff()
    {
        using var keyboard = new SilentKeyboard();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        Assert.ThrowsAny<OperationCanceledException>(() => new Terminal(TextWriter.Null, TextWriter.Null, keyboard).ReadInput(stop.Token));
    }

    [Fact]
    public void Complain_AMessage_GoesToErrorOnOneLine()
    {
        using var output = new StringWriter();
        using var error = new StringWriter { NewLine = "\n" };
        new Terminal(output, error, Stream.Null).Complain("first\nsecond");
        Assert.Equal(("", "mlj: first second\n"), (output.ToString(), error.ToString()));
    }

    /// <summary>An input at which nobody types before the test is over.</summary>
    private sealed class SilentKeyboard : MemoryStream
    {
        private readonly ManualResetEventSlim _isOver = new();

        public override void CopyTo(Stream destination, int bufferSize) => _isOver.Wait();

        protected override void Dispose(bool disposing)
        {
            _isOver.Set();
            base.Dispose(disposing);
        }
    }
}
