namespace Mlj.Architecture.Tests.Api.Shapes;

public static class Drawings
{
    public static string Titled(this Drawing drawing, string title = "a \"title\"", double zoom = 0.5, char mark = 'x', bool loud = false) =>
        loud ? $"{drawing?.Title}{title}{mark}{zoom:R}" : title;
}
