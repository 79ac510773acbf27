namespace Mlj.Actions;

/// <summary>Where a number goes that lies between two others.</summary>
public enum RoundingRule
{
    /// <summary>To the nearer one; from the middle away from zero, as Excel's ROUND does.</summary>
    HalfAway,

    /// <summary>To the nearer one; from the middle to the one whose last digit is even.</summary>
    HalfEven,

    /// <summary>To the lower one.</summary>
    Floor,

    /// <summary>To the higher one.</summary>
    Ceiling,
}
