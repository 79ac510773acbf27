namespace Mlj.Hosting.Views;

/// <summary>A class list held against the results. The lists are of the first people; the counts are of all.</summary>
public sealed record RosterResultView(
    string File, int Entries, int PresentCount, int AbsentCount, int UnexpectedCount,
    IReadOnlyList<RosterPersonView> Absent, IReadOnlyList<RosterPersonView> Unexpected, IReadOnlyList<SuggestionView> Suggestions);
