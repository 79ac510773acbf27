namespace Mlj.Recognition;

/// <summary>The character between the whole and the fraction of a number in text.</summary>
public enum DecimalMark
{
    /// <summary>Point, as in 7.5; a comma parts groups of three digits.</summary>
    Point,

    /// <summary>Comma, as in 7,5; a point parts groups of three digits.</summary>
    Comma,
}
