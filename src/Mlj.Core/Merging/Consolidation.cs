using Mlj.Recognition;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Merging;

/// <summary>Several tests as one table, a row a participant, with the proof that nothing was lost and with what needs a look.</summary>
public sealed record Consolidation
{
    /// <summary>The merged table: name, address, and the score of every test in percent; no policy has been applied yet.</summary>
    public required Table Table { get; init; }

    /// <summary>The participants; the one at index i is the table's stored row i.</summary>
    public required IReadOnlyList<Participant> Participants { get; init; }

    /// <summary>The recognised tests, by number, then as handed in.</summary>
    public required IReadOnlyList<RecognisedTest> Tests { get; init; }

    /// <summary>The proof.</summary>
    public required Ledger Ledger { get; init; }

    /// <summary>Who sat a test more than once.</summary>
    public required IReadOnlyList<Retake> Retakes { get; init; }

    /// <summary>Pairs of addresses that are probably one person's, for somebody to decide.</summary>
    public required IReadOnlyList<IdentitySuggestion> Suggestions { get; init; }

    /// <summary>What was odd.</summary>
    public required IReadOnlyList<Note> Notes { get; init; }
}
