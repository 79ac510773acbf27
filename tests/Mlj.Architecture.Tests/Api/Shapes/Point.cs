namespace Mlj.Architecture.Tests.Api.Shapes;

public readonly record struct Point(int X, int Y = 0)
{
    public static readonly Point Origin;

    public override string ToString() => "point";

    public static Point operator +(Point one, Point two) => new(one.X + two.X, one.Y + two.Y);

    public static implicit operator Point((int X, int Y) pair) => new(pair.X, pair.Y);
}
