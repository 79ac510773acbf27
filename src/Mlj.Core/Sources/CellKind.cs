namespace Mlj.Sources;

/// <summary>What a cell of a source sheet holds.</summary>
public enum CellKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number; also a date or a time, as its serial number in a date format.</summary>
    Number,

    /// <summary>True or false; the number is 1 or 0.</summary>
    Boolean,

    /// <summary>An error of a formula, such as <c>#DIV/0!</c>, as its text.</summary>
    Error,

    /// <summary>A date written as ISO 8601 text.</summary>
    IsoDate,
}
