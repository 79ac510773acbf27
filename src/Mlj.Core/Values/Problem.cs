namespace Mlj.Values;

/// <summary>Why something could not be done, in three parts: what is wrong, where, and what to do about it.</summary>
/// <param name="Code">A stable name of the kind of problem in snake_case, for programs.</param>
/// <param name="What">One sentence: what is wrong.</param>
/// <param name="Where">Where it stands; its <see cref="Place.File"/> names the file as the user knows it.</param>
/// <param name="Remedy">One sentence: what the user can do. It names no option, button or property: <see cref="Corrections"/> says which it is.</param>
public sealed record Problem(string Code, string What, Place Where, string Remedy)
{
    /// <summary>What a person can set to mend it, each by itself enough; the remedy ends in saying so. None, the default, when nothing can be set.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>Whether two problems are the same, at the same place, with the same corrections.</summary>
    public bool Equals(Problem? other) =>
        other is not null && (Code, What, Where, Remedy) == (other.Code, other.What, other.Where, other.Remedy) && Corrections.SequenceEqual(other.Corrections);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, What, Where, Remedy);

    /// <summary>The problem in one line: where, what, what to do.</summary>
    public override string ToString() => $"{Where}: {What} {Remedy}";
}
