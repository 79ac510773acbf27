using System.Globalization;
using System.Text;

namespace Mlj.Fuzzing;

/// <summary>What a run did and found.</summary>
public sealed class FuzzReport
{
    private readonly Dictionary<string, long> _outcomes = [];
    private readonly Dictionary<string, long> _repeats = [];
    private readonly List<Finding> _findings = [];

    /// <summary>How many files were made and examined.</summary>
    public long Executions { get; private set; }

    /// <summary>How many of them were read to their end.</summary>
    public long Accepted { get; private set; }

    /// <summary>How long the run took.</summary>
    public TimeSpan Elapsed { get; internal set; }

    /// <summary>The longest that one file took, and its number.</summary>
    public (TimeSpan Time, long Number) Slowest { get; private set; }

    /// <summary>The most bytes that were allocated for one file, and its number.</summary>
    public (long Bytes, long Number) Largest { get; private set; }

    /// <summary>What was found, the first of each kind.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>How many files became what, the most frequent first.</summary>
    public IEnumerable<KeyValuePair<string, long>> Outcomes => _outcomes.OrderByDescending(outcome => outcome.Value).ThenBy(outcome => outcome.Key, StringComparer.Ordinal);

    /// <summary>The report for people.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Executions:N0} executions in {Elapsed.TotalSeconds:N0} s, {Executions / Math.Max(0.001, Elapsed.TotalSeconds):N0} a second; ")
            .Append(CultureInfo.InvariantCulture, $"{100.0 * Accepted / Math.Max(1, Executions):F1} % accepted; the slowest took {Slowest.Time.TotalMilliseconds:N0} ms (file {Slowest.Number}), the largest {Largest.Bytes >> 10:N0} KB (file {Largest.Number})\n")
            .Append("read alone / among other files\n");
        foreach (var (outcome, count) in Outcomes)
            text.Append(CultureInfo.InvariantCulture, $"{count,12:N0}  {outcome}\n");
        foreach (var finding in _findings)
            text.Append(CultureInfo.InvariantCulture, $"{finding}\n  seen {_repeats[finding.Promise]:N0} times\n");
        return text.Append(CultureInfo.InvariantCulture, $"{_findings.Count} findings\n").ToString();
    }

    internal void Add(string outcome, long number, TimeSpan time, long bytes)
    {
        Executions++;
        if (outcome.StartsWith("accepted", StringComparison.Ordinal))
            Accepted++;
        _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;
        Slowest = time > Slowest.Time ? (time, number) : Slowest;
        Largest = bytes > Largest.Bytes ? (bytes, number) : Largest;
    }

    /// <returns>Whether it is the first of its kind.</returns>
    internal bool Add(Finding finding)
    {
        _repeats[finding.Promise] = _repeats.GetValueOrDefault(finding.Promise) + 1;
        if (_repeats[finding.Promise] > 1)
            return false;
        _findings.Add(finding);
        return true;
    }
}
