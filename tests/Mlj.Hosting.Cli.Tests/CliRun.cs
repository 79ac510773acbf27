using System.Text;
using System.Text.Json;
using Mlj.Hosting.Cli.Shell;

namespace Mlj.Hosting.Cli.Tests;

/// <summary>One run of the command line inside the test's process: what it answered, and what it wrote where.</summary>
internal sealed record CliRun(int Exit, string Output, string Error)
{
    public static CliRun Of(params IEnumerable<string> args) => Of("", args);

    public static CliRun Of(string input, IEnumerable<string> args, bool showsProgress = false, Func<string, string?>? variable = null, CancellationToken cancellation = default)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var exit = CommandLine.Run([.. args], new Terminal(output, error, bytes) { ShowsProgress = showsProgress, Variable = variable ?? (_ => null) }, cancellation);
        return new CliRun(exit, output.ToString(), error.ToString());
    }

    /// <summary>Fails unless the output is exactly one JSON document and nothing beside it.</summary>
    public JsonElement Json()
    {
        using var document = JsonDocument.Parse(Output);
        return document.RootElement.Clone();
    }

    /// <summary>Fails unless it was refused in words: this exit code, nothing on output, and messages without a stack trace.</summary>
    public CliRun Complains(int exit)
    {
        Assert.Equal(exit, Exit);
        Assert.Equal("", Output);
        Assert.StartsWith("mlj: ", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", Error, StringComparison.Ordinal);
        return this;
    }
}
