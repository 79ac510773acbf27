namespace Mlj;

/// <summary>How far a compilation is.</summary>
/// <param name="File">The file that is being read.</param>
/// <param name="Number">Its place among the files, from 1.</param>
/// <param name="Count">How many files there are.</param>
public sealed record CompilationProgress(string File, int Number, int Count);
