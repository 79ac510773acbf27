namespace Mlj.Hosting.Views;

/// <summary>Who may be one person, and what was decided.</summary>
public sealed record SuggestionsView(long Version, IReadOnlyList<SuggestionView> Suggestions, IReadOnlyList<DecidedView> Decided);
