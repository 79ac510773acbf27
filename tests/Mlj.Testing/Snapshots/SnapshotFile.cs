using System.Globalization;
using System.Text.RegularExpressions;

namespace Mlj.Testing.Snapshots;

/// <summary>The two files of a snapshot: the approved text and, after a failure, the one that came instead.</summary>
public sealed partial class SnapshotFile
{
    /// <summary>Names the files of a snapshot.</summary>
    /// <param name="folder">Where they stand.</param>
    /// <param name="name">Their name without <c>.verified.txt</c>.</param>
    public SnapshotFile(string folder, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        VerifiedPath = Path.Combine(folder, name + ".verified.txt");
        ReceivedPath = Path.Combine(folder, name + ".received.txt");
    }

    /// <summary>The approved text.</summary>
    public string VerifiedPath { get; }

    /// <summary>The text that came instead; exists only after a failure.</summary>
    public string ReceivedPath { get; }

    /// <summary>The files that stand beside a test.</summary>
    /// <param name="callerFile">The test's source file as the compiler recorded it.</param>
    /// <param name="callerMember">The test's method.</param>
    /// <param name="name">A name of its own; null for <c>TestClass.Method</c>.</param>
    public static SnapshotFile Beside(string callerFile, string callerMember, string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(callerFile);
        // A deterministic build records paths from the root of the sources: /_/tests/... .
        var file = MappedRoot().Replace(callerFile.Replace('\\', '/'), _ => Repository.Root + "/");
        // A test class cut by face stands in files such as TableTests.Columns.cs.
        var testClass = Path.GetFileName(file).Split('.')[0];
        return new SnapshotFile(Path.GetDirectoryName(file)!, name ?? $"{testClass}.{callerMember}");
    }

    /// <summary>Fails unless the text is the approved one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="accept">Whether the text is approved as it is, whatever was approved before.</param>
    public void Match(string text, bool accept = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var received = Normalised(text);
        var verified = File.Exists(VerifiedPath) ? Normalised(File.ReadAllText(VerifiedPath)) : null;
        if (accept || received == verified)
        {
            if (received != verified)
                File.WriteAllText(VerifiedPath, received + "\n");
            File.Delete(ReceivedPath);
            return;
        }

        File.WriteAllText(ReceivedPath, received + "\n");
        var difference = verified is null ? "Nothing was approved yet." : FirstDifference(verified, received);
        Assert.Fail($"""
            The snapshot {Path.GetFileName(VerifiedPath)} does not match. {difference}
            To accept the new text, rename
              {ReceivedPath}
            to
              {VerifiedPath}
            or run the test once with {Snapshot.AcceptVariable}=1.
            """);
    }

    private static string Normalised(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n');

    private static string FirstDifference(string verified, string received)
    {
        var expected = verified.Split('\n');
        var actual = received.Split('\n');
        var line = 0;
        while (line < expected.Length && line < actual.Length && expected[line] == actual[line])
            line++;
        return string.Create(CultureInfo.InvariantCulture, $"""
            The first difference is in line {line + 1}:
              verified: {LineOf(expected)}
              received: {LineOf(actual)}
            """);

        string LineOf(string[] lines) => line < lines.Length ? lines[line] : "(the text ends before)";
    }

    [GeneratedRegex("^/_[0-9]*/")]
    private static partial Regex MappedRoot();
}
