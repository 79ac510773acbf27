namespace Mlj.Pipeline;

/// <summary>What makes a column of one table the counterpart of a name from another.</summary>
public enum ColumnMatch
{
    /// <summary>The role that the name speaks for, and the test's number where it has one.</summary>
    Role,

    /// <summary>The same words, with capitals, marks and punctuation aside.</summary>
    Heading,
}
