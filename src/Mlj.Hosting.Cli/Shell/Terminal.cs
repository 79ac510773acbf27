using System.Globalization;
using System.Text;

namespace Mlj.Hosting.Cli.Shell;

/// <summary>Where words come in and go out: results to output, messages and progress to error.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error, Stream input)
{
    /// <summary>The width of tables and helps that go into a file or a pipe, in characters; other lines are not broken there.</summary>
    public const int PlainWidth = 120;

    public TextWriter Output { get; } = output;

    public TextWriter Error { get; } = error;

    public Stream Input { get; } = input;

    public bool ShowsProgress { get; init; }

    /// <summary>Whether output is a terminal, which shows colours, and at whose width long lines are broken between words.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>The clock that books take their time from; null, the default, leaves the time out.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>The variables of the environment; none by default.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>The width of lines, in characters; a terminal that does not know its width, and says 0, gets that of plain text.</summary>
    public int Width { get; init => field = value > 0 ? value : PlainWidth; } = PlainWidth;

    /// <summary>Text from a file, made safe to show: what could steer the terminal or turn the line around becomes visible.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var character in text)
            clean.Append(char.IsControl(character) ? ' ' : CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format && character is not ('\u200c' or '\u200d') ? '\ufffd' : character);
        return clean.ToString();
    }

    /// <summary>All that comes in until the input ends. Who stops the program need not end the input first.</summary>
    /// <exception cref="OperationCanceledException">The wait was called off.</exception>
    public byte[] ReadInput(CancellationToken cancellation)
    {
        var bytes = new MemoryStream();
        // A read from a keyboard cannot be called off; it is left alone until the process ends.
        Task.Run(() => Input.CopyTo(bytes), CancellationToken.None).WaitAsync(cancellation).GetAwaiter().GetResult();
        return bytes.ToArray();
    }

    /// <summary>The same as text.</summary>
    /// <exception cref="OperationCanceledException">The wait was called off.</exception>
    public string ReadInputText(CancellationToken cancellation)
    {
        using var reader = new StreamReader(new MemoryStream(ReadInput(cancellation)));
        return reader.ReadToEnd();
    }

    public void Complain(string message) => Error.WriteLine("mlj: " + Clean(message));
}
