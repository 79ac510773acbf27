namespace Mlj.Hosting.Cli.Batches;

/// <summary>A run that was done.</summary>
/// <param name="Key">A hash of all that it was made of: the program's version, the choices, the files' names and bytes.</param>
/// <param name="Tests">How many tests it has.</param>
/// <param name="Participants">How many participants it has.</param>
/// <param name="Refused">The files that could not be used.</param>
internal sealed record BatchRecord(string Key, int Tests, int Participants, IReadOnlyList<BatchRefusal> Refused);
