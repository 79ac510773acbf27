namespace Mlj.Merging;

/// <summary>The decision that two addresses belong to one person. It holds for every later compilation it is given to, and for no other.</summary>
/// <param name="Email">One address, valid or not, in any capitals; where several share it, with the name before it, as <see cref="DecidedPerson"/> reads it.</param>
/// <param name="OtherEmail">The other address.</param>
public sealed record SamePerson(string Email, string OtherEmail);
