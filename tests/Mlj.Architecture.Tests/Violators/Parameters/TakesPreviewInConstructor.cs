namespace Mlj.Architecture.Tests.Violators.Parameters;

internal sealed class TakesPreviewInConstructor(bool Preview)
{
    public bool Said { get; } = Preview;
}
