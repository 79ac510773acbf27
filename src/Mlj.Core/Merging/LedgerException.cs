namespace Mlj.Merging;

/// <summary>The ledger does not add up, so nothing may be written. This is a fault of the program, never of a file.</summary>
public sealed class LedgerException : Exception
{
    /// <summary>Makes the exception of the file whose rows or points do not add up.</summary>
    public LedgerException(FileLedger file) : base(
        $"The ledger of '{file?.File}' does not add up: {file} Nothing was written. This is a fault of the program; please report it with these numbers.")
    {
        ArgumentNullException.ThrowIfNull(file);
        File = file;
    }

    /// <summary>The file's counts.</summary>
    public FileLedger File { get; }
}
