using Mlj.Recognition.Responses;
using Mlj.Values;

namespace Mlj.Recognition.Scores;

/// <summary>Tells which people have no score, and why.</summary>
internal static class ScoreNotes
{
    /// <summary>Looks at all answers.</summary>
    /// <param name="rows">The rows with their answers.</param>
    /// <param name="column">The column of the scores.</param>
    /// <param name="where">The sheet.</param>
    /// <param name="notes">Where notes go.</param>
    public static void Add(ResponseRows rows, Place column, Place where, List<Note> notes)
    {
        var faults = new RepeatedNotes(notes, "score_set_aside", "more scores were set aside; the ledger names them all");
        foreach (ref readonly var row in rows.Span)
            if (row.IsAttempt && row.Answer.Fault is { } fault && faults.Take())
                faults.Add(NoteLevel.Review, $"{Sentence(fault)} The row is kept, its score is set aside.", column with { Row = row.Number });
        faults.Close(where);
        var missing = new RepeatedNotes(notes, "missing_score", "more rows have no score");
        foreach (ref readonly var row in rows.Span)
            if (row.IsAttempt && row.Answer is { Fault: null, Score: null } && missing.Take())
                missing.Add(NoteLevel.Information, $"{row.Name ?? rows.EmailOf(row)?.Typed ?? "The row"} has no score here.", column with { Row = row.Number });
        missing.Close(where);
    }

    private static string Sentence(string text) => (char.IsLetter(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text) + ".";
}
