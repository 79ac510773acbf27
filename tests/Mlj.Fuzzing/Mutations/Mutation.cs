namespace Mlj.Fuzzing.Mutations;

/// <summary>A change of something, drawn by chance.</summary>
/// <typeparam name="T">What is changed.</typeparam>
/// <param name="draft">It is changed in place.</param>
/// <param name="chance">What decides.</param>
/// <returns>What was done, in a few words; null when there was nothing to do it to.</returns>
internal delegate string? Mutation<in T>(T draft, Chance chance);
