namespace Mlj.Merging;

/// <summary>
/// The decision that two addresses belong to two people. They are not suggested again, and nothing joins them, not even through a third
/// address; a <see cref="SamePerson"/> that would is not carried out and becomes a note.
/// </summary>
/// <param name="Email">One address, valid or not, in any capitals; of two who share it also with the name before it, as <see cref="DecidedPerson"/> reads it.</param>
/// <param name="OtherEmail">The other address, or the same one with another name: then the rows of that address go by the names beside it.</param>
public sealed record DifferentPeople(string Email, string OtherEmail);
