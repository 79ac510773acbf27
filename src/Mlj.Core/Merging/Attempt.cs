using Mlj.Recognition;
using Mlj.Values;

namespace Mlj.Merging;

/// <summary>One attempt at one test, with where it stands and what became of it.</summary>
/// <param name="Test">The test.</param>
/// <param name="Response">The row it was read from.</param>
/// <param name="Disposition">What became of the row.</param>
/// <param name="Reason">Why it was not placed; null for placed rows.</param>
public sealed record Attempt(RecognisedTest Test, Response Response, Disposition Disposition, string? Reason = null)
{
    /// <summary>Its number among the rows of all tests.</summary>
    internal int Row { get; init; }

    /// <summary>The cell that holds the score: file, sheet, row, column.</summary>
    public Place Place => new(Test.File, Test.Sheet, Response.Row, Response.ScoreColumn ?? Test.ScoreColumn?.Column);
}
