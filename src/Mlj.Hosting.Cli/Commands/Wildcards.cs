namespace Mlj.Hosting.Cli.Commands;

/// <summary>
/// Files by a pattern, as a shell gives them: <c>*</c> and <c>?</c> in any part of the path, in the order of their characters, and what begins
/// with a dot only where the pattern does.
/// </summary>
internal static class Wildcards
{
    private static readonly char[] Wild = ['*', '?'];
    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];
    private static readonly EnumerationOptions Every = new() { IgnoreInaccessible = true, AttributesToSkip = 0, MatchType = MatchType.Simple };

    /// <summary>The files that a pattern names; the pattern itself when it names none, or is the name of a file.</summary>
    public static IReadOnlyList<string> Expand(string pattern)
    {
        if (pattern.IndexOfAny(Wild) < 0 || File.Exists(pattern))
            return [pattern];
        var root = Path.GetPathRoot(pattern)!;
        var parts = pattern[root.Length..].Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<string> folders = [root];
        foreach (var part in parts[..^1])
            folders = folders.SelectMany(folder => Entries(folder, part, Directory.EnumerateDirectories, Directory.Exists));
        var found = folders.SelectMany(folder => Entries(folder, parts[^1], Directory.EnumerateFiles, File.Exists)).ToArray();
        Array.Sort(found, StringComparer.Ordinal);
        return found.Length > 0 ? found : [pattern];
    }

    private static IEnumerable<string> Entries(string folder, string part, Func<string, string, EnumerationOptions, IEnumerable<string>> all, Func<string, bool> exists)
    {
        if (part.IndexOfAny(Wild) < 0)
            return exists(Path.Combine(folder, part)) ? [Path.Combine(folder, part)] : [];
        var names = all(folder.Length > 0 ? folder : ".", part, Every).Select(path => Path.GetFileName(path));
        return names.Where(name => part[0] == '.' || name[0] != '.').Select(name => Path.Combine(folder, name));
    }
}
