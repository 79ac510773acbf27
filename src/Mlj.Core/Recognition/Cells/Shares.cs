namespace Mlj.Recognition.Cells;

/// <summary>Whether numbers are parts of a whole, as some systems write a grade: all from 0 to 1, and not all of them 0 or 1.</summary>
internal struct Shares
{
    private bool _isBetween;
    private bool _isBeyond;

    /// <summary>Whether all numbers so far are shares; false before the first.</summary>
    public readonly bool AreAll => _isBetween && !_isBeyond;

    /// <summary>Takes one more number.</summary>
    public void Add(decimal number)
    {
        _isBetween |= number is > 0 and < 1;
        _isBeyond |= number is < 0 or > 1;
    }
}
