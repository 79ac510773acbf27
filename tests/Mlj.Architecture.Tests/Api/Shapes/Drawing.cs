namespace Mlj.Architecture.Tests.Api.Shapes;

public sealed record Drawing(string Title, IReadOnlyList<string?>? Lines = null, Colour Colour = Colour.Red | Colour.Green)
{
    public required string Author { get; init; }

    public string? Comment { get; set; }
}
