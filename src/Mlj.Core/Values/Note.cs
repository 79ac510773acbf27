namespace Mlj.Values;

/// <summary>How much a <see cref="Note"/> asks of its reader.</summary>
public enum NoteLevel
{
    /// <summary>Good to know; nothing to decide.</summary>
    Information,

    /// <summary>Somebody should look: a value was left out or a choice was made that may be wrong.</summary>
    Review,

    /// <summary>Only a person can answer; until then the stated assumption holds.</summary>
    Question,
}

/// <summary>Something odd in the data that somebody must be able to read. A note never stops the work.</summary>
/// <param name="Level">How much the note asks of its reader.</param>
/// <param name="Code">A stable name of the kind of note in snake_case, for programs.</param>
/// <param name="Message">One or two sentences for people: what, and what to do. They name no option, button or property: <see cref="Corrections"/> says which it is.</param>
/// <param name="Place">Where it stands; null when it is about the whole result.</param>
public sealed record Note(NoteLevel Level, string Code, string Message, Place? Place = null)
{
    private const int LongestMessage = 2_000;

    /// <summary>What to know, in words; at most 2,000 characters, for a name or an address from a file can be as long as a cell.</summary>
    public string Message { get; init; } = ShortText.Of(Message, LongestMessage);

    /// <summary>What a person can set to answer the note, each by itself enough; the message ends in saying so. None, the default, when nothing can be set.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>Whether two notes say the same, of the same place, with the same corrections.</summary>
    public bool Equals(Note? other) =>
        other is not null && (Level, Code, Message, Place) == (other.Level, other.Code, other.Message, other.Place) && Corrections.SequenceEqual(other.Corrections);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Level, Code, Message, Place);

    /// <summary>The place, then the message.</summary>
    public override string ToString() => Place is { } place ? $"{place}: {Message}" : Message;
}
