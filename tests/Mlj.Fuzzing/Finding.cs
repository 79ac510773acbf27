namespace Mlj.Fuzzing;

/// <summary>A promise that a file broke.</summary>
/// <param name="Case">The file.</param>
/// <param name="Promise">Which promise, in a few words; findings of the same promise and origin are counted once.</param>
/// <param name="Detail">What happened instead.</param>
public sealed record Finding(FuzzCase Case, string Promise, string Detail)
{
    /// <summary>The finding in a few lines: how to make the file again, of what it was made, what happened.</summary>
    public override string ToString() =>
        $"FINDING {Promise}\n  again: {Case.Replay} ({Case.Name}, {Case.Bytes.Length} bytes)\n  made of: {string.Join("; ", Case.Steps)}\n  {Detail.ReplaceLineEndings("\n  ")}";
}
