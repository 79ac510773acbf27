using Mlj.Architecture.Tests.Reading;

namespace Mlj.Architecture.Tests.Rules;

/// <summary>A source file's namespace is its folder, so that a rule about namespaces is one about folders.</summary>
internal static class FolderNamespaces
{
    private static readonly string[] WithoutNamespace = ["Program.cs", "GlobalUsings.cs", "AssemblyInfo.cs"];

    public static IEnumerable<string> Violations(SourceProject project) =>
        from path in Directory.EnumerateFiles(project.Folder, "*.cs", SearchOption.AllDirectories)
        let file = Path.GetRelativePath(project.Folder, path).Replace('\\', '/')
        where !file.StartsWith("bin/", StringComparison.Ordinal) && !file.StartsWith("obj/", StringComparison.Ordinal)
        let violation = Violation(project.RootNamespace, file, File.ReadLines(path))
        where violation is not null
        select $"{project.Name}/{violation}";

    /// <param name="root">The namespace of the project's own folder.</param>
    /// <param name="file">The path within the project, with slashes.</param>
    /// <param name="lines">What stands in the file.</param>
    public static string? Violation(string root, string file, IEnumerable<string> lines)
    {
        var expected = Path.GetDirectoryName(file) is { Length: > 0 } folder ? $"{root}.{folder.Replace('\\', '/').Replace('/', '.')}" : root;
        var said = lines
            .Where(line => line.StartsWith("namespace ", StringComparison.Ordinal))
            .Select(line => line["namespace ".Length..].TrimEnd(';', ' ', '{', '\r'))
            .FirstOrDefault();
        return said == expected ? null
            : said is not null ? $"{file} says namespace {said} instead of {expected}"
            : WithoutNamespace.Contains(Path.GetFileName(file)) ? null
            : $"{file} says no namespace instead of {expected}";
    }
}
