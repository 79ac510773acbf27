namespace Mlj.Sources.Xlsx;

/// <summary>How a cell of a column begins, up to the letters of its reference: <c>&lt;c r="AB</c>, as bytes to compare at once.</summary>
internal readonly struct CellStart
{
    /// <summary>The last column whose letters fit.</summary>
    public const int MaxColumn = 26 + 26 * 26;

    private readonly ulong _bytes;
    private readonly ulong _mask;

    /// <summary>Makes it for a column.</summary>
    /// <param name="column">The column from 1 to <see cref="MaxColumn"/>.</param>
    public CellStart(int column)
    {
        Length = 6;
        for (; column > 0; column = (column - 1) / 26)
        {
            _bytes = (_bytes << 8) | (uint)('A' + (column - 1) % 26);
            Length++;
        }
        foreach (var value in (ReadOnlySpan<byte>)[(byte)'"', (byte)'=', (byte)'r', (byte)' ', (byte)'c', (byte)'<'])
            _bytes = (_bytes << 8) | value;
        _mask = ulong.MaxValue >> (64 - 8 * Length);
    }

    public int Length { get; }

    /// <summary>Whether a cell begins so.</summary>
    /// <param name="ahead">The bytes from its tag on, the first of them the lowest.</param>
    public bool Matches(ulong ahead) => (ahead & _mask) == _bytes;
}
