namespace Mlj.Architecture.Tests.Violators.Parameters;

internal readonly record struct RecordSimulates
{
    public bool Simulate { get; init; }
}
