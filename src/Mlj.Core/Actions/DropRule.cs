namespace Mlj.Actions;

/// <summary>Which scores are the lowest, where tests weigh differently.</summary>
public enum DropRule
{
    /// <summary>Those without which the result is the best that can be (as Canvas does).</summary>
    BestForStudent,

    /// <summary>Those of the lowest percentage, whatever they weigh; among equals the first from the left (as Moodle does).</summary>
    LowestPercent,
}
