using Mlj.Merging;

namespace Mlj.Hosting.Views;

/// <summary>Two addresses that look like one person's.</summary>
public sealed record SuggestionView(
    IReadOnlyList<string> Emails, IReadOnlyList<string> Names, SuggestionBand Band, double Strength, IReadOnlyList<string> Evidence,
    IReadOnlyList<string> Against);
