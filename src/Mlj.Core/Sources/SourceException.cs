using Mlj.Values;

namespace Mlj.Sources;

/// <summary>A file is not what it says it is, or passes a limit. Its <see cref="Problem"/> says what, where and what to do.</summary>
public sealed class SourceException : Exception
{
    /// <summary>Makes the exception of a problem.</summary>
    public SourceException(Problem problem, Exception? cause = null) : base(problem?.ToString(), cause)
    {
        ArgumentNullException.ThrowIfNull(problem);
        Problem = problem;
    }

    /// <summary>What is wrong, where, and what to do.</summary>
    public Problem Problem { get; }
}
