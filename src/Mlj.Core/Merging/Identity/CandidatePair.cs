namespace Mlj.Merging.Identity;

/// <summary>Two people that are worth a comparison, by their numbers.</summary>
internal sealed record CandidatePair(int One, int Other);
