namespace Mlj.Benchmarks.Cells;

/// <summary>Reads the column out of a name such as AB12.</summary>
internal static class CellName
{
    public static int Column(ReadOnlySpan<char> name)
    {
        var column = 0;
        foreach (var letter in name)
        {
            if (letter is < 'A' or > 'Z')
                break;
            column = column * 26 + (letter - 'A' + 1);
        }
        return column;
    }
}
