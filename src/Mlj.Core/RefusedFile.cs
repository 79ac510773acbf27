using Mlj.Values;

namespace Mlj;

/// <summary>A file that could not be used. The other files go on without it.</summary>
/// <param name="File">The file's name as the user knows it.</param>
/// <param name="Problem">What is wrong, where, and what to do.</param>
public sealed record RefusedFile(string File, Problem Problem);
