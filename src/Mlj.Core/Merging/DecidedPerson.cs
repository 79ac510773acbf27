using Mlj.Values;

namespace Mlj.Merging;

/// <summary>
/// Whom a decision is about: the person of an address, or one of those who share it, by the name that stands beside it in the files, written as in
/// letters: <c>Ada Quill &lt;mum.quill@example.org&gt;</c>. Two are equal when the addresses are and the names have the same words. Immutable.
/// </summary>
public sealed record DecidedPerson
{
    private DecidedPerson(string email, string? name)
    {
        Email = email;
        Name = name;
        Key = name is null ? email : $"{email}\n{PersonName.Fingerprint(name)}";
    }

    /// <summary>The address, valid or not, as addresses are compared: in lower case.</summary>
    public string Email { get; }

    /// <summary>The name, tidied; null when only the address was given.</summary>
    public string? Name { get; }

    /// <summary>A text that only equal ones have; the address itself where there is no name.</summary>
    internal string Key { get; }

    /// <summary>Reads an address, or a name with the address behind it in angle brackets.</summary>
    /// <param name="text">The text; may be null.</param>
    /// <returns>Who is meant; null when there is no address.</returns>
    public static DecidedPerson? Read(string? text)
    {
        if (EmailAddress.Read(text) is not { } email)
            return null;
        var before = text!.TrimEnd().EndsWith('>') ? PersonName.Tidy(text[..text.LastIndexOf('<')]) : null;
        return new DecidedPerson(email.Key, PersonName.Fingerprint(before).Length > 0 ? before : null);
    }

    /// <inheritdoc />
    public bool Equals(DecidedPerson? other) => other?.Key == Key;

    /// <inheritdoc />
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <summary>The text that <see cref="Read"/> reads as the same one.</summary>
    public override string ToString() => Name is null ? Email : $"{Name} <{Email}>";
}
