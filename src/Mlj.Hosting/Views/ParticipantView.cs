namespace Mlj.Hosting.Views;

/// <summary>A participant: addresses, every cell with its story, every attempt with its place.</summary>
public sealed record ParticipantView(
    int Row, string Name, IReadOnlyList<string> Emails, IReadOnlyList<CellStoryView> Cells, IReadOnlyList<AttemptView> Attempts);
