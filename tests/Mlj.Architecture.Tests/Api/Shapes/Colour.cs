namespace Mlj.Architecture.Tests.Api.Shapes;

[Flags]
public enum Colour : byte
{
    None = 0,
    Red = 1,
    Green = 2,
}
