namespace Mlj.Hosting.Cli.Batches;

/// <summary>A file of a run that could not be used.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Code">The problem in snake_case.</param>
/// <param name="Reason">What is wrong, where, and what to do.</param>
internal sealed record BatchRefusal(string File, string Code, string Reason);
