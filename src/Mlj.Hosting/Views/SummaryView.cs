using Mlj.Merging;

namespace Mlj.Hosting.Views;

/// <summary>What a consolidation came to.</summary>
public sealed record SummaryView(
    string ResultId, long Version, DateTimeOffset At, bool IsStale, int Participants, IReadOnlyDictionary<string, int> Verdicts,
    IReadOnlyList<TestView> Tests, IReadOnlyList<RefusedView> Refused, IReadOnlyList<NoteView> Notes, int NotesCount, LedgerView Ledger,
    int SuggestionsCount, int RetakesCount, AttemptPolicy Attempts, string Policy);
