using System.Globalization;
using Mlj.Values;

namespace Mlj.Recognition.Responses;

/// <summary>Notes of one kind, of which every row can give one: the first ten are told, the others counted.</summary>
/// <param name="notes">Where the notes go.</param>
/// <param name="code">Their code.</param>
/// <param name="more">What the others are, behind their count.</param>
internal sealed class RepeatedNotes(List<Note> notes, string code, string more)
{
    private const int Told = 10;

    private NoteLevel _level;
    private int _count;

    /// <summary>Counts one, and says whether it is to be told.</summary>
    public bool Take() => ++_count <= Told;

    /// <summary>Tells one.</summary>
    public void Add(NoteLevel level, string message, Place place)
    {
        _level = level;
        notes.Add(new Note(level, code, message, place));
    }

    /// <summary>Tells how many more there were.</summary>
    public void Close(Place where)
    {
        if (_count > Told)
            notes.Add(new Note(_level, code, string.Create(CultureInfo.InvariantCulture, $"{_count - Told} {more}."), where));
    }
}
