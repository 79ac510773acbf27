using Mlj.Testing;

namespace Mlj.Hosting.Cli.Tests;

/// <summary>A folder of its own for the files of a test.</summary>
public abstract class WorkFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlj-cli-").FullName;

    /// <summary>The example class.</summary>
    internal static IReadOnlyList<string> Samples { get; } = [.. Directory.GetFiles(Repository.PathOf("samples"), "*.xlsx").Order(StringComparer.Ordinal)];

    /// <summary>A file that is no test.</summary>
    internal static string Strange { get; } = Repository.PathOf("tests", "data", "strange", "no-test.csv");

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    internal string In(string name) => Path.Combine(_folder, name);

    internal string File(string name, string text)
    {
        System.IO.File.WriteAllText(In(name), text);
        return In(name);
    }

    internal string Good(string name, int score = 60) => File(name, $"Name,Email,Score (100)\nAda Quill,ada@example.org,{score}\n");
}
