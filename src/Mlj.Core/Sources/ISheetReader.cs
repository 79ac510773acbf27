namespace Mlj.Sources;

/// <summary>Reads one sheet forward, row by row, in bounded memory. Not safe for use by two threads.</summary>
public interface ISheetReader : IDisposable
{
    /// <summary>The row just read. The same object is filled again by every <see cref="Read"/>: take what you need before the next call.</summary>
    SheetRow Row { get; }

    /// <summary>Reads the next row that has a cell; rows without any are passed over, their numbers are not used again.</summary>
    /// <returns>False after the last row.</returns>
    /// <exception cref="SourceException">The sheet is damaged or passes a limit; the place says where.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The reader or its book is disposed of, or another reading of the book has begun. It never looks like the end of the sheet.</exception>
    bool Read();
}
