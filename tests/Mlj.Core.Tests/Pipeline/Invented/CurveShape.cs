namespace Mlj.Tests.Pipeline.Invented;

/// <summary>A choice for <see cref="AddCurve"/>.</summary>
public enum CurveShape
{
    StraightUp,
    StraightDown,
}
