using Mlj.Values;

namespace Mlj.Exports;

/// <summary>
/// A book cannot be written in a format: it passes one of the format's limits. Its <see cref="Problem"/> says what, where and what to do.
/// What the stream has received until then is no file and is to be thrown away.
/// </summary>
public sealed class ExportException : Exception
{
    /// <summary>Makes the exception of a problem.</summary>
    public ExportException(Problem problem, Exception? cause = null) : base(problem?.ToString(), cause)
    {
        ArgumentNullException.ThrowIfNull(problem);
        Problem = problem;
    }

    /// <summary>What is wrong, where, and what to do. The file's name in it is the book's title, for the book knows no other.</summary>
    public Problem Problem { get; }
}
