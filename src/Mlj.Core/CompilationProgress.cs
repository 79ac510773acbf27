namespace Mlj;

/// <summary>How far a compilation is with reading the files; merging them takes little beside that.</summary>
/// <param name="File">The file that is being read.</param>
/// <param name="Number">Its place among the files, from 1.</param>
/// <param name="Count">How many files there are.</param>
/// <param name="BytesDone">How many bytes of all files are behind it: those of the files before, whole, refused or not, and what has been read of this one, as it is on disk, packed. It never falls, and ends at <paramref name="BytesInAll"/>.</param>
/// <param name="BytesInAll">How many bytes all files have; one that cannot be opened counts as none.</param>
public sealed record CompilationProgress(string File, int Number, int Count, long BytesDone = 0, long BytesInAll = 0)
{
    /// <summary>How much of the bytes is done, from 0 to 100, rounded down; 100 when the files have no bytes.</summary>
    public int Percent => BytesInAll > 0 ? (int)(Math.Clamp(BytesDone, 0, BytesInAll) * 100m / BytesInAll) : 100;
}
