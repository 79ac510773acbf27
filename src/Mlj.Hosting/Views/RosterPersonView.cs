namespace Mlj.Hosting.Views;

/// <summary>Somebody on a class list, or somebody who is not on it.</summary>
/// <param name="Name">The name; an empty text when none is given.</param>
/// <param name="Email">The address; null when none is given.</param>
/// <param name="ListRow">The row of the list, from 1; null for somebody who is not on it.</param>
public sealed record RosterPersonView(string Name, string? Email, int? ListRow);
