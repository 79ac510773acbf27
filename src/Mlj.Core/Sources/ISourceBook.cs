using Mlj.Values;

namespace Mlj.Sources;

/// <summary>An opened file: its sheets, each of which can be read from the top as often as needed. Not safe for use by two threads.</summary>
public interface ISourceBook : IDisposable
{
    /// <summary>The sheets in the order of the file; chart and macro sheets are left out.</summary>
    IReadOnlyList<SheetHeading> Sheets { get; }

    /// <summary>What was odd about the file and had to be decided, such as a guessed encoding; empty for most files.</summary>
    IReadOnlyList<Note> Notes { get; }

    /// <summary>Begins to read a sheet. Only one sheet of a book is read at a time: this disposes of the reader that was made before, and so does disposing of the book.</summary>
    /// <param name="index">The sheet's place in <see cref="Sheets"/>, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sheet.</exception>
    /// <exception cref="ObjectDisposedException">The book is disposed of.</exception>
    /// <exception cref="SourceException">The sheet's part is missing or damaged.</exception>
    ISheetReader OpenSheet(int index);
}
