namespace Mlj.Benchmarks.Processes;

/// <summary>A build of <c>mlj</c> under test.</summary>
/// <param name="Label">How the tables call it.</param>
/// <param name="Path">The program, or the dll that <c>dotnet</c> runs.</param>
internal sealed record Subject(string Label, string Path)
{
    /// <summary>Reads <c>LABEL=PATH</c> or <c>PATH</c>.</summary>
    public static Subject Parse(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? new Subject(text[..at], text[(at + 1)..]) : new Subject("mlj", text);

    /// <summary>The Release build in this checkout.</summary>
    /// <exception cref="FileNotFoundException">It has not been built.</exception>
    public static Subject Find(string root)
    {
        var program = System.IO.Path.Combine(root, "src", "Mlj.Hosting.Cli", "bin", "Release", "net10.0", "mlj.dll");
        return File.Exists(program) ? new Subject("mlj", program)
            : throw new FileNotFoundException("There is no Release build of mlj. Run: dotnet build -c Release src/Mlj.Hosting.Cli, or give --mlj PATH.");
    }
}
