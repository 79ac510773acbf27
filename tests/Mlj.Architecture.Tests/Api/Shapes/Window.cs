namespace Mlj.Architecture.Tests.Api.Shapes;

public ref struct Window
{
    private readonly ReadOnlySpan<char> _text;

    public Window(scoped ReadOnlySpan<char> name, ReadOnlySpan<char> text) => _text = name.IsEmpty ? default : text;

    public readonly ReadOnlySpan<char> Text => _text;

    public double Zoom { get; set; }
}
