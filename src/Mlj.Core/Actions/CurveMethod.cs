namespace Mlj.Actions;

/// <summary>How a curve makes a new score of an old one.</summary>
public enum CurveMethod
{
    /// <summary>The same points for everybody: score + points.</summary>
    Flat,

    /// <summary>The highest score becomes the maximum, the others in proportion: score * maximum / highest.</summary>
    LinearToTop,

    /// <summary>The lowest score becomes <c>low</c>, the highest <c>high</c>, the others in proportion between them.</summary>
    LinearToRange,

    /// <summary>The square root of the share of the maximum: maximum * sqrt(score / maximum), so that 64 of 100 becomes 80.</summary>
    SquareRoot,

    /// <summary>The same points for everybody, as many as it takes for the mean to reach <c>target</c> although nobody goes beyond the maximum.</summary>
    TargetMean,
}
