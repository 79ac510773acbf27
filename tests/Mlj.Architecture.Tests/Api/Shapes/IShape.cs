namespace Mlj.Architecture.Tests.Api.Shapes;

public interface IShape : IDisposable
{
    string Name { get; }

    (int Width, int? Height) Size { get; set; }

    bool TryGrow(int by, out IShape? grown);

    string Describe() => Name;
}
