namespace Mlj.Hosting.Cli.Batches;

/// <summary>One consolidation of a manifest.</summary>
/// <param name="Name">What its output is called, without extension; no other run's name in any capitals, and no path.</param>
/// <param name="Files">Paths as they stand in the manifest; each may be a pattern.</param>
/// <param name="Output">The output's extension, in lower case, without a dot.</param>
/// <param name="Choices">Options of <c>mlj consolidate</c>.</param>
internal sealed record ManifestRun(string Name, IReadOnlyList<string> Files, string Output, IReadOnlyList<ManifestChoice> Choices)
{
    /// <summary>The name of the file that it makes.</summary>
    public string OutputName => $"{Name}.{Output}";
}
