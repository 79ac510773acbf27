namespace Mlj.Fuzzing;

/// <summary>Something that must hold for every file does not for this one.</summary>
internal sealed class BrokenPromiseException(string promise, string detail) : Exception($"{promise}: {detail}")
{
    public string Promise { get; } = promise;

    public string Detail { get; } = detail;
}
