using System.Collections.Concurrent;
using System.Globalization;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Merging;

/// <summary>The attempts behind a merged table. Only the rows of people who sat a test more than once are ever settled again.</summary>
internal sealed class ScoreProvenance : IScoreProvenance
{
    private readonly IReadOnlyList<Participant> _participants;
    private readonly IReadOnlyCollection<int> _retook;
    private readonly ConcurrentDictionary<(int Test, AttemptRule Rule), Column.Numbers> _columns = [];

    /// <param name="table">The merged table.</param>
    /// <param name="participants">The participants in stored order.</param>
    /// <param name="retook">The stored indexes of those who have more than one attempt at a test.</param>
    /// <param name="policy">The policy of the merge.</param>
    public ScoreProvenance(Table table, IReadOnlyList<Participant> participants, IReadOnlyCollection<int> retook, AttemptPolicy policy)
    {
        _participants = participants;
        _retook = retook;
        Rule = policy switch { AttemptPolicy.Latest => AttemptRule.Latest, AttemptPolicy.First => AttemptRule.First, AttemptPolicy.Average => AttemptRule.Average, _ => AttemptRule.Best };
        foreach (var column in table.WithRole(ColumnRole.Score).OfType<Column.Numbers>())
            if (column.Test is { } test)
                _columns[(test, Rule)] = column;
    }

    public AttemptRule Rule { get; }

    public Column.Numbers? ScoresOf(int test, AttemptRule rule) =>
        _columns.TryGetValue((test, Rule), out var merged) ? _columns.GetOrAdd((test, rule), static (key, given) => given.Self.Under(given.Merged, key.Test, key.Rule), (Self: this, Merged: merged)) : null;

    public string Tell(int stored, int test, AttemptRule rule)
    {
        var settled = Settled(stored, test, rule);
        var counted = settled.Where(attempt => attempt.Disposition == Disposition.Placed && attempt.Response.Score is not null).ToList();
        if (counted.Count == 0)
            return string.Create(CultureInfo.InvariantCulture, $"No attempt at test {test} has a score.");
        var attempts = settled.Where(attempt => attempt.Disposition is Disposition.Placed or Disposition.Superseded).Select(attempt => attempt.Response.Score is null ? "none" : Share(attempt)).ToList();
        if (attempts.Count == 1)
            return $"The only attempt at test {test}: {attempts[0]}.";
        var of = string.Create(CultureInfo.InvariantCulture, $"Of {attempts.Count} attempts ({string.Join(", ", attempts)})");
        return rule == AttemptRule.Average
            ? string.Create(CultureInfo.InvariantCulture, $"{of} the mean counts: {Rounding.HalfAwayFromZero(Percentage(settled)!.Value, 4):0.####} %.")
            : $"{of} the {rule.ToString().ToLowerInvariant()} counts: {Share(counted[0])}.";
    }

    private static string Share(Attempt attempt) => string.Create(CultureInfo.InvariantCulture, $"{Rounding.HalfAwayFromZero(attempt.Response.Score!.Value.Percentage, 4):0.####} %");

    private static AttemptPolicy PolicyOf(AttemptRule rule) => rule switch
    {
        AttemptRule.Latest => AttemptPolicy.Latest,
        AttemptRule.First => AttemptPolicy.First,
        AttemptRule.Average => AttemptPolicy.Average,
        _ => AttemptPolicy.Best,
    };

    private Column.Numbers Under(Column.Numbers merged, int test, AttemptRule rule)
    {
        var cells = (decimal?[])merged.Cells.Clone();
        foreach (var stored in _retook)
            cells[stored] = Percentage(Settled(stored, test, rule));
        return new Column.Numbers(merged.Name, cells) { Role = merged.Role, Test = merged.Test, Format = merged.Format };
    }

    /// <summary>The attempts at a test in the order of time, decided anew.</summary>
    private List<Attempt> Settled(int stored, int test, AttemptRule rule)
    {
        var attempts = _participants[stored].Attempts.Where(attempt => attempt.Test.Number == test).Select(attempt => attempt with { Disposition = Disposition.Placed, Reason = null }).ToList();
        return attempts.Count == 1 ? [Attempts.Settle(attempts[0])] : Attempts.Settle(attempts, PolicyOf(rule));
    }

    private static decimal? Percentage(List<Attempt> settled)
    {
        decimal sum = 0;
        var count = 0;
        foreach (var attempt in settled)
            if (attempt.Disposition == Disposition.Placed && attempt.Response.Score is { } score)
            {
                sum += score.Percentage;
                count++;
            }
        // As Participant.PercentageOf has it.
        return count switch { 0 => null, 1 => sum, _ => Rounding.HalfAwayFromZero(sum / count, 20) };
    }
}
