namespace Mlj.Tables;

/// <summary>
/// Where the scores of a table come from: the attempts behind them. A merged table has it; one that was read from a sheet has not.
/// Safe to share between threads.
/// </summary>
public interface IScoreProvenance
{
    /// <summary>The rule by which the table was merged.</summary>
    AttemptRule Rule { get; }

    /// <summary>The scores of a test under a rule, in percent and in stored order; always the same column for the same test and rule.</summary>
    /// <param name="test">The test's number.</param>
    /// <param name="rule">Which attempt counts.</param>
    /// <returns>The column, under the name that the merge gave it; null when there is no such test.</returns>
    Column.Numbers? ScoresOf(int test, AttemptRule rule);

    /// <summary>The attempts of one row at one test, and which of them counts, in words.</summary>
    /// <param name="stored">The row's stored index.</param>
    /// <param name="test">The test's number.</param>
    /// <param name="rule">Which attempt counts.</param>
    string Tell(int stored, int test, AttemptRule rule);
}
