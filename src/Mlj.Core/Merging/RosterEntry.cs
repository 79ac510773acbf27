namespace Mlj.Merging;

/// <summary>Somebody on a class list.</summary>
/// <param name="Row">The row of the list, from 1.</param>
/// <param name="Name">The name; an empty text when the list gives none.</param>
/// <param name="Email">The address, lower case; null when the list gives none.</param>
/// <param name="Participant">The participant who is meant; null for somebody who sat no test.</param>
public sealed record RosterEntry(int Row, string Name, string? Email, Participant? Participant)
{
    /// <summary>The name and the address, as far as there are.</summary>
    public override string ToString() => Email is null ? Name : Name.Length == 0 ? Email : $"{Name} <{Email}>";
}
