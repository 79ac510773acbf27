namespace Mlj.Sources.Xlsx;

/// <summary>How the references of a row's cells end: its number and the quotation mark, as bytes to compare at once.</summary>
internal readonly struct RowReference
{
    private readonly ulong _bytes;
    private readonly ulong _mask;

    /// <summary>Makes it for a row.</summary>
    /// <param name="row">The row from 1.</param>
    public RowReference(int row)
    {
        Length = 1;
        _bytes = '"';
        _mask = 0xFF;
        for (; row > 0 && Length < sizeof(ulong); row /= 10)
        {
            _bytes = (_bytes << 8) | (uint)('0' + row % 10);
            _mask = (_mask << 8) | 0xFF;
            Length++;
        }
        // A row of eight digits is none that a sheet has; nothing matches it.
        if (row > 0)
            (_bytes, _mask) = (1, 0);
    }

    /// <summary>What matches nothing, for rows that do not say their number.</summary>
    public static RowReference None => new(int.MaxValue);

    public int Length { get; }

    /// <summary>Whether a reference ends so.</summary>
    /// <param name="ahead">The bytes behind its letters, the first of them the lowest.</param>
    public bool Matches(ulong ahead) => (ahead & _mask) == _bytes;
}
