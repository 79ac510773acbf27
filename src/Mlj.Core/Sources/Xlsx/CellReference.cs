namespace Mlj.Sources.Xlsx;

/// <summary>References such as <c>C2</c>, also <c>$c$2</c>.</summary>
internal static class CellReference
{
    /// <summary>Reads a reference.</summary>
    /// <param name="text">The text, without space around it.</param>
    /// <param name="row">The row as written, which may be one that no sheet has.</param>
    /// <param name="column">The column as written, which may be one that no sheet has.</param>
    /// <returns>False when the text is no reference.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out long row, out long column)
    {
        row = 0;
        column = 0;
        var at = 0;
        if (at < text.Length && text[at] == '$')
            at++;
        var letters = at;
        // Seven letters and twelve digits are beyond any sheet and still fit into the numbers.
        for (; at < text.Length && at - letters < 7 && char.IsAsciiLetter((char)text[at]); at++)
            column = column * 26 + (text[at] & 0x1F);
        if (column == 0)
            return false;
        if (at < text.Length && text[at] == '$')
            at++;
        return TryReadRow(text[at..], out row);
    }

    /// <summary>Reads the number of a row.</summary>
    public static bool TryReadRow(ReadOnlySpan<byte> text, out long row)
    {
        row = 0;
        if (text.Length is 0 or > 12)
            return false;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit((char)digit))
                return false;
            row = row * 10 + (digit - '0');
        }
        return true;
    }
}
