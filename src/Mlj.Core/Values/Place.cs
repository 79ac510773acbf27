using System.Globalization;
using System.Text;

namespace Mlj.Values;

/// <summary>Where something stands in the input: a file and, as far as known, a sheet, a row and a column.</summary>
/// <param name="File">The name of the file as the user knows it; never used as a path.</param>
/// <param name="Sheet">The sheet's name; null for a format without sheets, or when the whole file is meant.</param>
/// <param name="Row">The row as the spreadsheet program counts it, from 1; null when no row is meant.</param>
/// <param name="Column">The column from 1 (A is 1); null when no column is meant.</param>
public readonly record struct Place(string File, string? Sheet = null, int? Row = null, int? Column = null)
{
    /// <summary>The column in letters, as spreadsheet programs show it: 1 is A, 27 is AA.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="column"/> is below 1.</exception>
    public static string ColumnLetters(int column)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
        Span<char> letters = stackalloc char[8];
        var start = letters.Length;
        for (; column > 0; column = (column - 1) / 26)
            letters[--start] = (char)('A' + (column - 1) % 26);
        return new string(letters[start..]);
    }

    /// <summary>The number of a column in letters (A is 1, any case), or null when the text is no such thing.</summary>
    public static int? ColumnNumber(string? letters)
    {
        if (letters is null || letters.Length is 0 or > 3)
            return null;
        var number = 0;
        foreach (var letter in letters)
        {
            if (!char.IsAsciiLetter(letter))
                return null;
            number = number * 26 + (char.ToUpperInvariant(letter) - 'A' + 1);
        }
        return number;
    }

    /// <summary>The place in words: <c>'Test 3.xlsx', sheet 'Responses', row 14, column C</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder().Append('\'').Append(File).Append('\'');
        if (Sheet is not null && Sheet != File)
            text.Append(", sheet '").Append(Sheet).Append('\'');
        if (Row is { } row)
            text.Append(", row ").Append(row.ToString(CultureInfo.InvariantCulture));
        if (Column is { } column)
            text.Append(", column ").Append(ColumnLetters(column));
        return text.ToString();
    }
}
