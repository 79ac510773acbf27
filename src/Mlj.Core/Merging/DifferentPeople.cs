namespace Mlj.Merging;

/// <summary>
/// The decision that two addresses belong to two people. They are not suggested again, and nothing joins them, not even through a third
/// address; a <see cref="SamePerson"/> that would is not carried out and becomes a note.
/// </summary>
/// <param name="Email">One address, valid or not, in any capitals.</param>
/// <param name="OtherEmail">The other address.</param>
public sealed record DifferentPeople(string Email, string OtherEmail);
