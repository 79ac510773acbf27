namespace Mlj.Values;

/// <summary>Why something could not be done, in three parts: what is wrong, where, and what to do about it.</summary>
/// <param name="Code">A stable name of the kind of problem in snake_case, for programs.</param>
/// <param name="What">One sentence: what is wrong.</param>
/// <param name="Where">Where it stands; its <see cref="Place.File"/> names the file as the user knows it.</param>
/// <param name="Remedy">One sentence: what the user can do.</param>
public sealed record Problem(string Code, string What, Place Where, string Remedy)
{
    /// <summary>The problem in one line: where, what, what to do.</summary>
    public override string ToString() => $"{Where}: {What} {Remedy}";
}
