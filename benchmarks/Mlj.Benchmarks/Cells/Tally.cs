namespace Mlj.Benchmarks.Cells;

/// <summary>Adds cells up: that every one was read as what it is can be seen from it, and it costs next to nothing.</summary>
internal struct Tally : ICellSink
{
    /// <summary>How many numbers.</summary>
    public int Numbers { get; private set; }

    /// <summary>Their sum.</summary>
    public double Sum { get; private set; }

    /// <summary>How many texts.</summary>
    public int Texts { get; private set; }

    /// <summary>Their length in the reader's own unit: UTF-16 for strings, bytes for UTF-8.</summary>
    public long TextLength { get; private set; }

    public void Number(int row, int column, double value)
    {
        Numbers++;
        Sum += value;
    }

    public void Text(int row, int column, string text)
    {
        Texts++;
        TextLength += text.Length;
    }

    public void Text(int row, int column, ReadOnlySpan<byte> utf8)
    {
        Texts++;
        TextLength += utf8.Length;
    }

    /// <summary>One number of all, for a benchmark to return.</summary>
    public readonly double Checksum => Numbers + Sum + Texts + TextLength;
}
